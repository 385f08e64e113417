import { html } from '../html.ts';
import type { PublicWords } from './said.ts';

const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`);

export const english: PublicWords = {
  name: 'English',
  direction: 'ltr',
  locale: 'en-GB',
  skip: 'To the content',
  languages: 'Languages',
  checkLink: 'Check the record',
  lead: {
    owing: (makers) =>
      makers === 1
        ? 'Made by one person, unpaid so far. When they have been paid, it is everyone’s.'
        : `Made by ${people(makers)}. When they have been paid, it is everyone’s.`,
    empty: 'Nobody’s work on it has been accepted yet. When its makers are paid, it is everyone’s.',
  },
  until: (amount) => html`${amount} until open`,
  hidden: 'Its sums are those of one person, who has not agreed to show them.',
  opens: 'opens',
  paid: 'paid',
  paidSoFar: 'Paid so far',
  owed: 'Still owed to its makers',
  inAll: 'In all',
  rests: (agreed, record) =>
    html`The sums belong together: paid and still owed are all of it. All of it is what its makers
    gave and others accepted, valued by ${agreed}, and is entered in ${record}. What one of them
    gave is not shown.`,
  restsOn: { agreed: 'what they have signed', record: 'a record that anybody can check' },
  gauge: (paid, whole) => `${paid} of ${whole} is paid.`,
  standing: 'Where it stands',
  who: 'Who made it',
  makers: (count) => `Made by ${people(count)}.`,
  more: (count) => `and ${count === 1 ? 'one more' : `${count} more`}`,
  discreet: 'Names are shown of those who agreed to it.',
  use: {
    title: (release) => `Use release ${release} before it opens`,
    free: 'Free',
    per: { once: 'once', year: 'a year', seat: 'a seat', use: 'each use' },
    none: 'There is no price list: each payment is agreed with whoever pays.',
    classes: {
      person: 'People',
      student: 'Students',
      'non-profit': 'Non-profits',
      school: 'Schools',
      health: 'Health services',
      small: 'Small organisations',
      government: 'Government',
    },
    others: 'Whoever else uses it pays by a quote.',
    rights: 'People depend on it for their rights, so people never pay.',
    after: (licence) => html`After it opens, everyone uses it free, under ${licence}.`,
    before: (number, licence) =>
      html`Release ${number} is open to everyone already, as ${licence}.`,
    ask: 'For a quote, ask whoever sent you this page.',
  },
  agreed: {
    title: 'What its makers have signed',
    pays: 'Everything given is valued by tables that anybody can check, and owed a fixed sum.',
    shares: 'A payment pays everyone by the same part of what they are owed.',
    opensAll: (licence) =>
      html`When all of it is paid, it opens to everyone as ${licence}, by itself and for good.`,
    opensPart: (part, licence) =>
      html`When ${part} of it is paid, the work opens to everyone as ${licence}, by itself and for
      good. The rest may never come.`,
    surplus: {
      return: 'What is paid beyond that goes back to whoever paid it.',
      'next-release': 'What is paid beyond that goes to the next release.',
      reserve: 'What is paid beyond that goes to the reserve.',
    },
    none: 'Its makers have not signed an agreement yet.',
  },
  open: {
    title: (title) => html`${title} is open.`,
    lead: (licence) =>
      html`All that was owed for it has been paid. It belongs to everyone, under ${licence}, and
      nobody can close it again.`,
    leadPart: (licence) =>
      html`The part that was agreed on has been paid. It belongs to everyone, under ${licence}, and
      nobody can close it again.`,
    leadReversed: (licence) =>
      html`It belongs to everyone, under ${licence}, and nobody can close it again. A payment was
      reversed since: what it paid is owed again.`,
    since: (day, licence) => html`Open since ${day}, as ${licence}.`,
    left: 'Still owed',
  },
  check: {
    title: 'Check it yourself',
    how:
      'Every act behind these figures is signed, and entered in a record that can only grow. ' +
      'This is its newest checkpoint, signed by the node.',
    keep: 'Keep it: whoever has an old one can prove whether the past was changed since.',
    size: (entries) => `${entries} entries`,
    note: 'The signed checkpoint',
    data: 'These figures for programs, in JSON',
  },
  badge: {
    title: 'Show it elsewhere',
    how: 'The badge says how far it is, and changes by itself.',
    html: 'For a page, HTML',
    markdown: 'For a README, Markdown',
    until: (amount) => `${amount} until open`,
    open: 'Open to everyone',
    closed: 'Not open yet',
  },
  description: {
    owing: (amount) => `${amount} until it is open to everyone.`,
    open: 'It is open to everyone, for good.',
  },
};
