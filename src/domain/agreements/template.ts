// data: the words of the work agreement, version 1. A released version never changes: new words are
// a new version, as signatures cover the hash of the words.

import { canonicalJson } from '../record/canonical-json.ts';
import { sha256Hex } from '../record/hash.ts';
import { refuse } from '../refusals.ts';
import { fields } from './fields.ts';
import { presetNames, presetOf } from './presets.ts';

/** A sentence of a clause. `{key}` stands for a term in words; `when` limits when it is said. */
export interface TemplateSentence {
  readonly text: string;
  readonly when?: { readonly key: string; readonly isNot: string };
}

export interface TemplateClause {
  readonly number: number;
  readonly heading: string;
  readonly sentences: readonly TemplateSentence[];
}

export interface Template {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly opening: readonly string[];
  readonly clauses: readonly TemplateClause[];
  readonly closing: readonly string[];
}

const say = (...texts: string[]): readonly TemplateSentence[] => texts.map((text) => ({ text }));

const workAgreement1: Template = {
  id: 'webizen-work-agreement',
  version: '1',
  language: 'en',
  opening: [
    'This is what those who make {title} agree among themselves before money comes: what counts, what it is worth, who is paid when, and when the work opens to everyone.',
    'The sentences bind. If a sentence and a number differ, the number in the terms counts. Doubt counts against whoever drafted this. Law that nobody can sign away comes first, and the rest stays.',
    'Design, not legal advice. A lawyer should look at it for the places where you live. Reviewed by a lawyer: {reviewed}.',
  ],
  clauses: [
    {
      number: 1,
      heading: 'Parties: who is bound',
      sentences: say(
        'Each signs for themselves; for an organisation, a named person who may. For a machine, the person responsible for it signs.',
      ),
    },
    {
      number: 2,
      heading: 'Purpose: what is useful',
      sentences: say('Useful is what serves this purpose, is new here, and somebody can use.'),
    },
    {
      number: 3,
      heading: 'Kinds alike, with evidence',
      sentences: say(
        'Hours, cash, things, rights, machines: one rule for all. Show what another can check. Nobody works more than 24 hours a day, and what overlaps is shown. Hours that were estimated count for nothing until you confirm them.',
      ),
    },
    {
      number: 4,
      heading: 'Unasked and earlier work',
      sentences: say(
        'Unasked work counts once it is accepted. Earlier work counts as said here if you prove that it is yours and sign. It is valued by the tables of the day on which it was done.',
      ),
    },
    {
      number: 5,
      heading: 'Valuation that anyone can redo',
      sentences: say(
        'Every number that you see comes with its tables and steps, so that you or anyone can work it out again. Newer tables count from a new version of this agreement on.',
      ),
    },
    {
      number: 6,
      heading: 'Rates',
      sentences: say('A rate here is a yardstick, not a wage.'),
    },
    {
      number: 7,
      heading: 'Factors',
      sentences: say(
        'A factor is agreed before the work is done, counts only on a line given exclusively or urgently, and never on cash or machines. All factors together count at most twice.',
      ),
    },
    {
      number: 8,
      heading: 'Return, cap, source of money',
      sentences: say(
        'You are owed what your contribution cost times {return} (cash: times {return.cash}), never more save growth that clause 9 sets, and only from what this release earns. It may earn nothing.',
      ),
    },
    {
      number: 9,
      heading: 'Price of waiting',
      sentences: [
        {
          text: 'After {delay.grace} the unpaid part grows by {delay.rate} a year, up to {delay.ceiling} times the cost.',
          when: { key: 'delay.rate', isNot: '0' },
        },
        { text: 'Waiting costs nothing unless a rate stands here.' },
      ],
    },
    {
      number: 10,
      heading: 'Gift, paid, owed',
      sentences: say(
        'You say what of a contribution is a gift, what was paid, and what is owed. What is owed is the cost less what was paid, times the return.',
      ),
    },
    {
      number: 11,
      heading: 'Review',
      sentences: say(
        'Another person checks what you hand in. Nobody checks their own work, or what they gain from.',
      ),
    },
    {
      number: 12,
      heading: 'Rejection, appeal',
      sentences: say(
        'You get a reason, may answer once, and may then open a case. Rejected work stays yours; if it is used anyway, it counts as accepted.',
      ),
    },
    {
      number: 13,
      heading: 'Rights in',
      sentences: say(
        'You keep your copyright. Until opening the steward may use, change and license your part, only as this agreement says. From opening on you license it to everyone yourself: you grant that today, patents included, and nobody signs again.',
      ),
    },
    {
      number: 14,
      heading: 'Moral rights',
      sentences: say(
        'You are named as you wish. You allow the changes named here, and nothing against your honour.',
      ),
    },
    {
      number: 15,
      heading: 'Authorship and machines',
      sentences: say(
        'You made what you hand in, or you list whose it is. Your employer has no claim to it, or agrees. You say what a machine made: your real hours count; what a machine generated counts at the cost of the machine only.',
      ),
    },
    {
      number: 16,
      heading: "The steward's promise",
      sentences: say(
        'The steward keeps work and money for you: no other licence, no sale, no pledge. If the steward dies, fails or falls silent, you elect another, or the release opens. What is owed stays payable from gifts and later releases.',
      ),
    },
    {
      number: 17,
      heading: 'Splits, and who is paid first',
      sentences: say(
        'Of each payment tax comes off first. Then host, reserve and upstream get their parts, side by side, and the rest is the pool of the makers, at least half. The pool is shared by what each is still owed.',
      ),
    },
    {
      number: 18,
      heading: 'Users and prices',
      sentences: say('Prices move only within bounds, and after notice.'),
    },
    {
      number: 19,
      heading: 'Opening',
      sentences: say(
        'The payment that meets the threshold opens the release in that same moment, to everyone and for ever, as {open.licence}. Nobody can close it again. Later releases open on their own. Only payments past recall count.',
      ),
    },
    {
      number: 20,
      heading: 'Surplus, donations',
      sentences: say('A donation lowers the debt and buys no claim.'),
    },
    {
      number: 21,
      heading: 'Payout',
      sentences: say(
        'Your share is yours when the payment arrives, in the currency in which it came. It waits if you cannot be reached. Claims pass to heirs and are not for sale.',
      ),
    },
    {
      number: 22,
      heading: 'Records and privacy',
      sentences: say(
        "We see each other's lines, as our shares depend on them. Texts about people are kept apart from the record and can be erased.",
      ),
    },
    {
      number: 23,
      heading: 'Amendments',
      sentences: say(
        'A change is a new version and binds only who signs it. What you handed in stays under the version under which it came in. Silence is no.',
      ),
    },
    {
      number: 24,
      heading: 'Leaving',
      sentences: say(
        'What you have earned is paid in turn after you leave, and you may work for whom you like. A wrong can cost you your role, never your earnings; a claim moves only for fraud that a case or a court has found.',
      ),
    },
    {
      number: 25,
      heading: 'Disputes',
      sentences: say('Courts stay open, and time limits rest while you talk.'),
    },
    {
      number: 26,
      heading: 'Independence',
      sentences: say(
        'You choose whether, when and how you work. Where the law sees employment, wages are due on pay day, whatever is written here. We are not partners.',
      ),
    },
    {
      number: 27,
      heading: 'Minors',
      sentences: say('The money is yours, and you are asked again when you are of age.'),
    },
    {
      number: 28,
      heading: 'Signatures and languages',
      sentences: say(
        'Sign what you can read, with your own key. A signature covers the terms, the words of this template, and the text that was shown to you.',
      ),
    },
  ],
  closing: [
    'It may earn nothing. You are owed a fixed sum and no share of profits; it is paid only if somebody pays for this release, and perhaps never.',
  ],
};

const templates: readonly Template[] = [workAgreement1];

/** The template of that version; the newest without one. Refuses `template-unknown`. */
export function templateOf(version?: string): Template {
  const found =
    version === undefined ? templates.at(-1) : templates.find((one) => one.version === version);
  return found ?? refuse('template-unknown', { template: version ?? '' });
}

/**
 * SHA-256, in hexadecimal, of the canonical JSON of a template's words, with the sentence of each
 * field among them, and of what the presets say, as departures from them are part of the text.
 */
export function templateHash(template: Template): string {
  const sentences = fields.map((field) => ({
    key: field.key,
    says: field.says,
    sayings: 'sayings' in field ? field.sayings : {},
  }));
  const presets = presetNames.map((name) => presetOf(name).terms);
  return sha256Hex(canonicalJson({ template, sentences, presets }));
}
