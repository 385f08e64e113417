// What a statement says on paper, in each language: the words that the app has for the same.

import type { PublicLanguage } from '../words/words.ts';

/** What is filled in stands in braces. */
export interface PaperWords {
  readonly 'title.of': string;
  readonly obligation: string;
  readonly earned: string;
  readonly received: string;
  readonly outstanding: string;
  readonly owed: string;
  readonly what: string;
  readonly quantity: string;
  readonly when: string;
  readonly state: string;
  readonly payouts: string;
  readonly reference: string;
  readonly amount: string;
  readonly 'not-yet': string;
  readonly 'accepted.on': string;
  readonly 'before.owed': string;
  readonly accepted: string;
  readonly grown: string;
  readonly cancelled: string;
  readonly paid: string;
  readonly 'before.outstanding': string;
  readonly sums: string;
  readonly release: string;
  readonly days: { readonly between: string; readonly until: string; readonly all: string };
  readonly asOf: string;
  readonly page: string;
  readonly open: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
}

const english: PaperWords = {
  'title.of': 'Statement of {name}',
  obligation: 'Put in, owed',
  earned: 'Earned',
  received: 'Paid out',
  outstanding: 'To pay out',
  owed: 'Still owed',
  what: 'What',
  quantity: 'How much',
  when: 'When',
  state: 'State',
  payouts: 'Paid out',
  reference: 'Reference',
  amount: 'Amount',
  'not-yet': 'not yet',
  'accepted.on': 'Accepted',
  'before.owed': 'Still owed before',
  accepted: 'Accepted',
  grown: 'Grown for delay',
  cancelled: 'Cancelled',
  paid: 'Paid by payments',
  'before.outstanding': 'To pay out before',
  sums: 'In all',
  release: '{work}, release {number}',
  days: {
    between: 'From {from} to {to}.',
    until: 'From the beginning to {to}.',
    all: 'All that was given; the sums are as of {to}.',
  },
  asOf: 'As of {to}',
  page: 'Page {page} of {pages}',
  open: 'open',
  kinds: {
    'knowledge-work': 'Knowledge work',
    labour: 'Labour',
    cash: 'Cash',
    equipment: 'Equipment',
    supplies: 'Supplies',
    'intellectual-property': 'Intellectual property',
    'machine-time': 'Machine time',
    resource: 'Something else',
  },
  states: {
    accepted: 'Accepted',
    submitted: 'Waits for review',
    draft: 'Draft',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    cancelled: 'Cancelled',
  },
};

const german: PaperWords = {
  'title.of': 'Auszug von {name}',
  obligation: 'Eingebracht',
  earned: 'Verdient',
  received: 'Ausgezahlt',
  outstanding: 'Auszuzahlen',
  owed: 'Noch geschuldet',
  what: 'Was',
  quantity: 'Wie viel',
  when: 'Wann',
  state: 'Stand',
  payouts: 'Ausgezahlt',
  reference: 'Verweis',
  amount: 'Betrag',
  'not-yet': 'noch nicht',
  'accepted.on': 'Angenommen',
  'before.owed': 'Davor noch geschuldet',
  accepted: 'Angenommen',
  grown: 'Durch Warten gewachsen',
  cancelled: 'Aufgehoben',
  paid: 'Durch Zahlungen beglichen',
  'before.outstanding': 'Davor auszuzahlen',
  sums: 'Zusammen',
  release: '{work}, Ausgabe {number}',
  days: {
    between: 'Vom {from} bis zum {to}.',
    until: 'Vom Anfang bis zum {to}.',
    all: 'Alles, was gegeben wurde; Summen mit Stand vom {to}.',
  },
  asOf: 'Stand {to}',
  page: 'Seite {page} von {pages}',
  open: 'offen',
  kinds: {
    'knowledge-work': 'Wissensarbeit',
    labour: 'Körperliche Arbeit',
    cash: 'Geld',
    equipment: 'Geräte',
    supplies: 'Material',
    'intellectual-property': 'Geistiges Eigentum',
    'machine-time': 'Maschinenzeit',
    resource: 'Anderes',
  },
  states: {
    accepted: 'Angenommen',
    submitted: 'Wartet auf Prüfung',
    draft: 'Entwurf',
    rejected: 'Abgelehnt',
    withdrawn: 'Zurückgezogen',
    cancelled: 'Aufgehoben',
  },
};

const arabic: PaperWords = {
  'title.of': 'كشف حساب {name}',
  obligation: 'المقدَّم المستحق',
  earned: 'المكتسب',
  received: 'المصروف',
  outstanding: 'بانتظار الصرف',
  owed: 'ما زال مستحقًا',
  what: 'ماذا',
  quantity: 'الكمية',
  when: 'متى',
  state: 'الحالة',
  payouts: 'ما صُرف',
  reference: 'المرجع',
  amount: 'المبلغ',
  'not-yet': 'ليس بعد',
  'accepted.on': 'قُبل في',
  'before.owed': 'الباقي قبلها',
  accepted: 'قُبل',
  grown: 'نما للتأخير',
  cancelled: 'أُلغي',
  paid: 'سدّدته الدفعات',
  'before.outstanding': 'للصرف قبلها',
  sums: 'الإجمالي',
  release: '{work}، الإصدار {number}',
  days: {
    between: 'من {from} إلى {to}.',
    until: 'من البداية إلى {to}.',
    all: 'كل ما قُدّم؛ والمجاميع حتى {to}.',
  },
  asOf: 'حتى {to}',
  page: 'صفحة {page} من {pages}',
  open: 'مفتوح',
  kinds: {
    'knowledge-work': 'عمل معرفي',
    labour: 'عمل يدوي',
    cash: 'نقد',
    equipment: 'معدات',
    supplies: 'لوازم',
    'intellectual-property': 'ملكية فكرية',
    'machine-time': 'وقت آلة',
    resource: 'شيء آخر',
  },
  states: {
    accepted: 'مقبولة',
    submitted: 'بانتظار المراجعة',
    draft: 'مسودة',
    rejected: 'مرفوضة',
    withdrawn: 'مسحوبة',
    cancelled: 'ملغاة',
  },
};

/** What is said on paper, by the code of the language. */
export const paperWords = {
  en: english,
  ar: arabic,
  de: german,
} as const satisfies Readonly<Record<PublicLanguage, PaperWords>>;
