import { html } from '../html.ts';
import type { PublicWords } from './said.ts';

const people = (count: number): string => (count === 1 ? 'einem Menschen' : `${count} Menschen`);

export const german: PublicWords = {
  name: 'Deutsch',
  direction: 'ltr',
  locale: 'de-DE',
  skip: 'Zum Inhalt',
  languages: 'Sprachen',
  checkLink: 'Das Protokoll prüfen',
  lead: {
    owing: (makers) =>
      makers === 1
        ? 'Geschaffen von einem Menschen, bisher ohne Bezahlung. Ist er bezahlt, gehört es allen.'
        : `Geschaffen von ${people(makers)}. Sind sie bezahlt, gehört es allen.`,
    empty: 'Noch ist kein Beitrag angenommen. Sind alle bezahlt, die beitragen, gehört es allen.',
  },
  until: (amount) => html`${amount} bis zur Öffnung`,
  hidden: 'Die Beträge sind die eines einzigen Menschen, der sie nicht zeigen lässt.',
  opens: 'öffnet',
  paid: 'bezahlt',
  paidSoFar: 'Bisher bezahlt',
  owed: 'Den Beitragenden noch geschuldet',
  inAll: 'Insgesamt',
  rests: (agreed, record) =>
    html`Die Beträge gehören zusammen: bezahlt und noch geschuldet sind alles. Alles ist, was sie
    gegeben haben und andere angenommen haben, bewertet nach ${agreed}, und steht in ${record}. Was
    ein Einzelner gegeben hat, steht hier nicht.`,
  restsOn: {
    agreed: 'dem, was sie unterschrieben haben',
    record: 'einem Protokoll, das alle prüfen können',
  },
  gauge: (paid, whole) => `${paid} von ${whole} sind bezahlt.`,
  standing: 'Wie es steht',
  who: 'Wer es geschaffen hat',
  makers: (count) => `Geschaffen von ${people(count)}.`,
  more: (count) => (count === 1 ? 'und ein weiterer Mensch' : `und ${count} weitere`),
  discreet: 'Namen stehen hier nur von denen, die zugestimmt haben.',
  use: {
    title: (release) => `Ausgabe ${release} nutzen, bevor sie sich öffnet`,
    free: 'Frei',
    per: { once: 'einmalig', year: 'im Jahr', seat: 'je Platz', use: 'je Nutzung' },
    none: 'Es gibt keine Preisliste: Jede Zahlung wird mit denen vereinbart, die zahlen.',
    classes: {
      person: 'Menschen',
      student: 'Lernende',
      'non-profit': 'Gemeinnützige',
      school: 'Schulen',
      health: 'Gesundheitsdienste',
      small: 'Kleine Organisationen',
      government: 'Behörden',
    },
    others: 'Wer es sonst nutzt, zahlt nach einem Angebot.',
    rights: 'Menschen brauchen es für ihre Rechte, darum zahlen Menschen nie.',
    after: (licence) => html`Nach der Öffnung nutzen es alle frei, unter ${licence}.`,
    before: (number, licence) => html`Ausgabe ${number} steht schon allen offen, als ${licence}.`,
    ask: 'Ein Angebot gibt, wer diese Seite geschickt hat.',
  },
  agreed: {
    title: 'Was die Beitragenden unterschrieben haben',
    pays:
      'Alles Gegebene wird nach Tabellen bewertet, die alle prüfen können, und eine feste Summe ' +
      'dafür geschuldet.',
    shares: 'Jede Zahlung zahlt allen denselben Teil dessen, was ihnen geschuldet wird.',
    opensAll: (licence) =>
      html`Ist alles bezahlt, öffnet sich das Werk für alle als ${licence}, von selbst und für
      immer.`,
    opensPart: (part, licence) =>
      html`Sind ${part} davon bezahlt, öffnet sich das Werk für alle als ${licence}, von selbst und
      für immer. Der Rest kommt vielleicht nie.`,
    surplus: {
      return: 'Was darüber hinaus gezahlt wird, geht an die zurück, die es gezahlt haben.',
      'next-release': 'Was darüber hinaus gezahlt wird, geht an die nächste Ausgabe.',
      reserve: 'Was darüber hinaus gezahlt wird, geht in die Rücklage.',
    },
    none: 'Die Beitragenden haben noch keine Vereinbarung unterschrieben.',
  },
  open: {
    title: (title) => html`${title} ist offen.`,
    lead: (licence) =>
      html`Alles, was dafür geschuldet war, ist bezahlt. Es gehört allen, unter ${licence}, und
      niemand kann es wieder schließen.`,
    leadPart: (licence) =>
      html`Der vereinbarte Teil ist bezahlt. Es gehört allen, unter ${licence}, und niemand kann es
      wieder schließen.`,
    leadReversed: (licence) =>
      html`Es gehört allen, unter ${licence}, und niemand kann es wieder schließen. Seither wurde
      eine Zahlung storniert: was sie bezahlte, ist wieder geschuldet.`,
    since: (day, licence) => html`Offen seit dem ${day}, als ${licence}.`,
    left: 'Noch geschuldet',
  },
  check: {
    title: 'Selbst prüfen',
    how:
      'Jede Handlung hinter diesen Zahlen ist unterschrieben und steht in einem Protokoll, das ' +
      'nur wachsen kann. Dies ist sein neuester Prüfpunkt, vom Knoten unterschrieben.',
    keep: 'Wer einen alten aufhebt, kann beweisen, ob die Vergangenheit seither verändert wurde.',
    size: (entries) => `${entries} Einträge`,
    note: 'Der unterschriebene Prüfpunkt',
    data: 'Diese Zahlen für Programme, in JSON',
  },
  badge: {
    title: 'Anderswo zeigen',
    how: 'Die Plakette sagt, wie weit es ist, und ändert sich von selbst.',
    html: 'Für eine Webseite, HTML',
    markdown: 'Für eine README, Markdown',
    until: (amount) => `${amount} bis zur Öffnung`,
    open: 'Offen für alle',
    closed: 'Noch nicht offen',
  },
  description: {
    owing: (amount) => `Noch ${amount}, bis es allen offensteht.`,
    open: 'Es steht allen offen, für immer.',
  },
};
