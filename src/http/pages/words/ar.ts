import { html } from '../html.ts';
import type { PublicWords } from './said.ts';

const rules = new Intl.PluralRules('ar');
const digits = new Intl.NumberFormat('ar-EG-u-nu-arab');

/** "أربعة أشخاص": how many people, in the genitive, as Arabic counts. */
function people(count: number): string {
  const number = digits.format(count);
  const forms: Readonly<Record<Intl.LDMLPluralRule, string>> = {
    zero: 'لا أحد',
    one: 'شخص واحد',
    two: 'شخصين',
    few: `${number} أشخاص`,
    many: `${number} شخصًا`,
    other: `${number} شخص`,
  };
  return forms[rules.select(count)];
}

function more(count: number): string {
  if (count === 1) return 'وشخص آخر';
  if (count === 2) return 'وشخصان آخران';
  return `و${people(count)} غيرهم`;
}

export const arabic: PublicWords = {
  name: 'العربية',
  direction: 'rtl',
  locale: 'ar-EG-u-nu-arab',
  skip: 'إلى المحتوى',
  languages: 'اللغات',
  checkLink: 'تحقّق من السجل',
  lead: {
    owing: (makers) =>
      makers === 1
        ? 'صنعه شخص واحد لم يُدفع له كل حقه بعد. وحين يُدفع له يصير العمل للجميع.'
        : `صُنع بجهد ${people(makers)}. وحين يُدفع لهم يصير العمل للجميع.`,
    empty: 'لم تُقبل فيه مساهمة بعد. وحين يُدفع لصانعيه يصير للجميع.',
  },
  until: (amount) => html`${amount} حتى الفتح`,
  hidden: 'مبالغه تخص شخصًا واحدًا لم يوافق على إظهارها.',
  opens: 'يُفتح',
  paid: 'مدفوع',
  paidSoFar: 'المدفوع حتى الآن',
  owed: 'ما زال مستحقًا لصانعيه',
  inAll: 'المجموع',
  rests: (agreed, record) =>
    html`المبالغ متكاملة: المدفوع وما زال مستحقًا هما المجموع. والمجموع هو ما قدّمه صانعوه وقبله
    غيرهم، مقوَّمًا بحسب ${agreed}، ومقيَّدًا في ${record}. ولا يُذكر هنا ما قدّمه كل واحد منهم.`,
  restsOn: { agreed: 'ما وقّعوه', record: 'سجل يستطيع أي أحد التحقق منه' },
  gauge: (paid, whole) => `دُفع ${paid} من ${whole}.`,
  standing: 'أين وصل',
  who: 'من صنعه',
  makers: (count) => `صُنع بجهد ${people(count)}.`,
  more,
  discreet: 'لا تُذكر هنا إلا أسماء من وافقوا على ذكرها.',
  use: {
    title: (release) => `استعمال الإصدار ${release} قبل أن يُفتح`,
    free: 'مجانًا',
    per: { once: 'مرة واحدة', year: 'في السنة', seat: 'للمقعد', use: 'لكل استعمال' },
    none: 'لا قائمة أسعار: يُتفق على كل دفعة مع من يدفعها.',
    classes: {
      person: 'الأفراد',
      student: 'الطلاب',
      'non-profit': 'المنظمات غير الربحية',
      school: 'المدارس',
      health: 'الخدمات الصحية',
      small: 'المنظمات الصغيرة',
      government: 'الجهات الحكومية',
    },
    others: 'ومن يستعمله غيرهم يدفع بعرض سعر.',
    rights: 'يعتمد عليه الناس في حقوقهم، فلا يدفع الأفراد شيئًا أبدًا.',
    after: (licence) => html`بعد فتحه يستعمله الجميع مجانًا وفق ${licence}.`,
    before: (number, licence) => html`الإصدار ${number} مفتوح للجميع من قبل وفق ${licence}.`,
    ask: 'للحصول على عرض سعر اسأل من أرسل إليك هذه الصفحة.',
  },
  agreed: {
    title: 'ما وقّعه صانعوه',
    pays: 'كل ما أُعطي يُقوَّم بجداول يستطيع أي أحد أن يتحقق منها، ويُستحق عنه مبلغ ثابت.',
    shares: 'كل دفعة تدفع للجميع الجزء نفسه مما يستحقونه.',
    opensAll: (licence) =>
      html`حين يُدفع كله يُفتح العمل للجميع وفق ${licence}، من تلقاء نفسه وإلى الأبد.`,
    opensPart: (part, licence) =>
      html`حين يُدفع منه ${part} يُفتح العمل للجميع وفق ${licence}، من تلقاء نفسه وإلى الأبد. وقد لا
      يأتي الباقي أبدًا.`,
    surplus: {
      return: 'وما يُدفع فوق ذلك يعود إلى من دفعه.',
      'next-release': 'وما يُدفع فوق ذلك يذهب إلى الإصدار التالي.',
      reserve: 'وما يُدفع فوق ذلك يذهب إلى الاحتياطي.',
    },
    none: 'لم يوقّع صانعوه اتفاقًا بعد.',
  },
  open: {
    title: (title) => html`${title} مفتوح.`,
    lead: (licence) =>
      html`دُفع كل ما كان مستحقًا عنه. وهو الآن للجميع وفق ${licence}، ولا يغلقه أحد من جديد.`,
    leadPart: (licence) =>
      html`دُفع الجزء المتفق عليه. وهو الآن للجميع وفق ${licence}، ولا يغلقه أحد من جديد.`,
    leadReversed: (licence) =>
      html`هو للجميع وفق ${licence}، ولا يغلقه أحد من جديد. وقد عُكست دفعة بعد ذلك، فصار ما سدّدته
      مستحقًا من جديد.`,
    since: (day, licence) => html`مفتوح منذ ${day} وفق ${licence}.`,
    left: 'ما زال مستحقًا',
  },
  check: {
    title: 'تحقّق بنفسك',
    how:
      'كل فعل وراء هذه الأرقام موقَّع ومُدخَل في سجل لا يمكن إلا أن يزيد. ' +
      'وهذه أحدث نقطة تحقق فيه، وقّعتها العقدة.',
    keep: 'احتفظ بها: فمن كانت لديه نقطة قديمة استطاع أن يثبت هل غُيّر الماضي بعدها.',
    size: (entries) => `عدد القيود: ${entries}`,
    note: 'نقطة التحقق الموقَّعة',
    data: 'هذه الأرقام للبرامج بصيغة JSON',
  },
  badge: {
    title: 'اعرضه في مكان آخر',
    how: 'تقول الشارة إلى أين وصل العمل، وتتغير من تلقاء نفسها.',
    html: 'لصفحة، HTML',
    markdown: 'لملف README، بصيغة Markdown',
    until: (amount) => `${amount} حتى الفتح`,
    open: 'مفتوح للجميع',
    closed: 'لم يُفتح بعد',
  },
  description: {
    owing: (amount) => `بقي ${amount} حتى يُفتح للجميع.`,
    open: 'مفتوح للجميع وإلى الأبد.',
  },
};
