// data: the sentences of agreements in Arabic, each by its English. One whose English changes has none
// until it is translated again.

import type { Texts } from './tongue.ts';

export const arabic: Texts = {
  'This is what those who make {title} agree among themselves before money comes: what counts, what it is worth, who is paid when, and when the work opens to everyone.':
    'هذا ما يتفق عليه صانعو {title} فيما بينهم قبل أن يأتي المال: ما الذي يُحسب، وما قيمته، ومن يُدفع له ومتى، ومتى يُفتح العمل للجميع.',
  'The sentences bind. If a sentence and a number differ, the number in the terms counts. Doubt counts against whoever drafted this. Law that nobody can sign away comes first, and the rest stays.':
    'الجُمل مُلزمة. وإن اختلفت جملة ورقم فالعبرة بالرقم الوارد في الشروط. ويُفسَّر الشك ضد من صاغ هذا النص. والقانون الذي لا يملك أحد التنازل عنه مقدَّم على ما هنا، ويبقى ما سواه قائمًا.',
  'Design, not legal advice. A lawyer should look at it for the places where you live. Reviewed by a lawyer: {reviewed}.':
    'هذا نموذج وليس مشورة قانونية. وينبغي أن ينظر فيه محامٍ بحسب الأماكن التي تعيشون فيها. مراجعة محامٍ: {reviewed}.',
  none: 'لا توجد',
  '{by}, for {for}, on {on}': '{by}، بشأن {for}، في {on}',
  'It starts from the preset "{value}".': 'يبدأ من القالب «{value}».',
  'It is for the work {value}.': 'يخص العمل {value}.',
  'The work is called {value}.': 'اسم العمل {value}.',
  'It is of the kind: software.': 'نوعه: برنامج.',
  'It is of the kind: specification.': 'نوعه: مواصفة.',
  'It is of the kind: text.': 'نوعه: نص.',
  'It is of the kind: data.': 'نوعه: بيانات.',
  'It is of the kind: model.': 'نوعه: نموذج.',
  'It is of the kind: design.': 'نوعه: تصميم.',
  'It is of the kind: service.': 'نوعه: خدمة.',
  'What is owed is counted in {value}.': 'يُحسب المستحق بعملة {value}.',
  'The example counts an hour at a round sum.': 'يحسب المثال الساعة بمبلغ تقريبي.',
  'The example counts an hour at {value}.': 'يحسب المثال الساعة بمبلغ {value}.',
  award: 'الأجور القانونية',
  rates: 'أجورنا نحن',
  equal: 'ساعات متساوية',
  'slicing-pie': 'تقسيم الفطيرة',
  '{award}, level {level}: {name}': '{award}، الدرجة {level}: {name}',
  'Nothing: it is the preset "{preset}" as it stands.': 'لا شيء: هو القالب «{preset}» كما هو.',
  'Clause {clause}: {sentence}': 'البند {clause}: {sentence}',
  'Unusual: {sentence}': 'غير معتاد: {sentence}',
  'You work one hour. It costs {hour} ({because}).': 'تعمل ساعة واحدة. تكلّف {hour} ({because}).',
  'a round sum, for the example only': 'مبلغ تقريبي للمثال وحده',
  'what any hour is worth here': 'قيمة أي ساعة هنا',
  'the first of the agreed rates': 'أول الأجور المتفق عليها',
  'Times {times}, you are owed {owed} and never more.':
    'مضروبةً في {times} يُستحق لك {owed}، ولا يزيد أبدًا.',
  'When half of what the release owes has been paid, you have earned half of that; when all has been paid, all of it.':
    'حين يُدفع نصف ما على الإصدار تكون قد كسبت نصفه، وحين يُدفع كله تكسبه كله.',
  'If nobody pays, you get nothing.': 'وإن لم يدفع أحد فلا شيء لك.',
  'Had you been paid {half} on the day, you would be owed the rest of the cost, {rest}, times {times}: {restOwed}.':
    'ولو دُفع لك في يومه {half} لاستُحق لك باقي التكلفة، وهو {rest}، مضروبًا في {times}: {restOwed}.',
  'Had you given the hour as a gift, you would be owed nothing.':
    'ولو قدّمت الساعة هبةً لما استُحق لك شيء.',
  'Had you put in {hour} in cash, you would be owed {cashOwed}, its amount times {cashTimes}.':
    'ولو قدّمت {hour} نقدًا لاستُحق لك {cashOwed}، أي المبلغ مضروبًا في {cashTimes}.',
  'Each signs for themselves; for an organisation, a named person who may. For a machine, the person responsible for it signs.':
    'يوقّع كلٌّ عن نفسه، وعن المؤسسة شخص مسمّى مخوَّل بذلك. وعن الآلة يوقّع الشخص المسؤول عنها.',
  'The steward is {value}.': 'القيّم هو {value}.',
  'Nobody is named to stand in for the steward.': 'لم يُسمَّ أحد لينوب عن القيّم.',
  '{value} stands in for the steward.': 'ينوب عن القيّم {value}.',
  'Whoever signs this version is a party to it.': 'كل من يوقّع هذه النسخة طرف فيها.',
  'Expected to sign: {value}.': 'المنتظر توقيعهم: {value}.',
  ', by {authority}': '، يوقّع عنه {authority}',
  'Useful is what serves this purpose, is new here, and somebody can use.':
    'النافع ما يخدم هذه الغاية، وهو جديد هنا، ويستطيع أحد أن يستعمله.',
  'The purpose: {value}': 'الغاية: {value}',
  'To make "{title}" and keep it useful to those who use it.':
    'صنع «{title}» وإبقاؤه نافعًا لمن يستعملونه.',
  'A rejection names one of these criteria: {value}.': 'يذكر الرفض أحد هذه المعايير: {value}.',
  serves: 'تخدم العمل',
  new: 'جديدة',
  usable: 'صالحة للاستعمال',
  'Hours, cash, things, rights, machines: one rule for all. Show what another can check. Nobody works more than 24 hours a day, and what overlaps is shown. Hours that were estimated count for nothing until you confirm them.':
    'الساعات والنقد والأشياء والحقوق والآلات: قاعدة واحدة للجميع. أظهِر ما يستطيع غيرك التحقق منه. لا يعمل أحد أكثر من ٢٤ ساعة في اليوم، وما يتداخل يُعرض. والساعات المقدَّرة لا تُحسب حتى تؤكدها.',
  'Every kind of contribution counts, with evidence where it has some.':
    'كل نوع من المساهمات يُحسب، مع الدليل حيث وُجد.',
  'Rules for kinds of contribution: {value}.': 'قواعد لأنواع المساهمات: {value}.',
  ' in {unit}': ' بوحدة {unit}',
  ', rate from {source}': '، والأجر من {source}',
  ', pieces of evidence: {n}': '، عدد الأدلة: {n}',
  'Unasked work counts once it is accepted. Earlier work counts as said here if you prove that it is yours and sign. It is valued by the tables of the day on which it was done.':
    'العمل الذي لم يُطلب يُحسب متى قُبل. والعمل السابق يُحسب كما هو مذكور هنا إن أثبتّ أنه لك ووقّعت. ويُقوَّم بجداول اليوم الذي أُنجز فيه.',
  'Work that nobody asked for may be handed in.': 'يجوز تقديم عمل لم يطلبه أحد.',
  'Ask before you start; other work need not be looked at.':
    'اسأل قبل أن تبدأ، وما عدا ذلك لا يلزم النظر فيه.',
  'Work done before signing counts, however old it is.': 'ما أُنجز قبل التوقيع يُحسب مهما قدُم.',
  'Work done before signing does not count.': 'ما أُنجز قبل التوقيع لا يُحسب.',
  'Earlier work counts if it was done {value}.': 'يُحسب العمل السابق إن أُنجز {value}.',
  'on or after {day}': 'في {day} أو بعده',
  'Earlier work is handed in within {value} of signing.':
    'تُقدَّم الأعمال السابقة خلال {value} من التوقيع.',
  'Every number that you see comes with its tables and steps, so that you or anyone can work it out again. Newer tables count from a new version of this agreement on.':
    'كل رقم تراه يأتي مع جداوله وخطواته، فتستطيع أنت أو غيرك أن يحسبه من جديد. والجداول الأحدث تسري من نسخة جديدة من هذا الاتفاق.',
  'The method of valuation is {value}: quantity times rate, parity and agreed factors.':
    'طريقة التقييم هي {value}: الكمية مضروبةً في الأجر وتعادل القوة الشرائية والمعاملات المتفق عليها.',
  'Tables, as they were when this was drafted: {value}.':
    'الجداول كما كانت عند صياغة هذا النص: {value}.',
  '{id} of {vintage} (sha256 {hash})': '{id}، طبعة {vintage} (\u2066sha256 {hash}\u2069)',
  'No tables are pinned.': 'لم تُثبَّت جداول.',
  "A table's rate is adjusted to what money buys in your country.":
    'يُعدَّل أجر الجدول بحسب ما يشتريه المال في بلدك.',
  'A rate is the same wherever you live.': 'الأجر واحد أينما كنت تعيش.',
  'A rate here is a yardstick, not a wage.': 'الأجر هنا مقياس وليس راتبًا.',
  'An hour counts at the rate of a public award, by its classification.':
    'تُحسب الساعة بأجر جدول عام، بحسب تصنيفها.',
  'An hour counts at the rate that both sides agreed.': 'تُحسب الساعة بالأجر الذي اتفق عليه الطرفان.',
  'Every hour counts the same.': 'كل ساعة تُحسب مثل غيرها.',
  'Each line of work names its own classification or rate.': 'يذكر كل سطر عمل تصنيفه أو أجره.',
  'A line that names no classification counts at {value}.':
    'السطر الذي لا يذكر تصنيفًا يُحسب بالتصنيف {value}.',
  'No rates are agreed beforehand.': 'لم يُتفق على أجور مسبقًا.',
  'Agreed rates: {value}.': 'الأجور المتفق عليها: {value}.',
  ' for {kind}': ' عن {kind}',
  ' {amount} from {day}': ' {amount} ابتداءً من {day}',
  'Where all hours are equal, an hour is worth {value}.':
    'حيث تتساوى الساعات كلها، قيمة الساعة {value}.',
  'the rate of {classification}': 'أجر {classification}',
  'Rates are not compared with the legal minimum wage.': 'لا تُقارن الأجور بالحد الأدنى القانوني.',
  'A rate below the legal minimum wage is shown with a warning.':
    'الأجر الذي دون الحد الأدنى القانوني يُعرض مع تنبيه.',
  'A rate below the legal minimum wage is refused.': 'الأجر الذي دون الحد الأدنى القانوني يُرفض.',
  'A factor is agreed before the work is done, counts only on a line given exclusively or urgently, and never on cash or machines. All factors together count at most twice.':
    'يُتفق على المعامل قبل إنجاز العمل، ولا يُحسب إلا على سطر أُعطي حصرًا أو على عجل، ولا يكون أبدًا على النقد أو الآلات. والمعاملات كلها معًا لا تزيد على الضعف.',
  'A part given exclusively counts no more than any other.':
    'الجزء المعطى حصرًا لا يُحسب أكثر من غيره.',
  'A part that only this work may use until opening counts {value} times.':
    'الجزء الذي لا يستعمله حتى الفتح إلا هذا العمل يُحسب مضروبًا في {value}.',
  'Urgent work counts no more than any other.': 'العمل العاجل لا يُحسب أكثر من غيره.',
  'Work agreed as urgent counts {value} times.':
    'العمل المتفق على استعجاله يُحسب مضروبًا في {value}.',
  'You are owed what your contribution cost times {return} (cash: times {return.cash}), never more save growth that clause 9 sets, and only from what this release earns. It may earn nothing.':
    'يُستحق لك ما كلّفته مساهمتك مضروبًا في {return} (النقد: مضروبًا في {return.cash})، ولا يزيد أبدًا إلا بالنمو الذي يحدده البند ٩، ومن دخل هذا الإصدار وحده. وقد لا يدرّ شيئًا.',
  'A contribution is owed {value} times what it cost.':
    'يُستحق عن المساهمة ما كلّفته مضروبًا في {value}.',
  'Cash is owed {value} times.': 'يُستحق عن النقد مبلغه مضروبًا في {value}.',
  'It is paid only out of what this release earns.': 'لا يُدفع إلا من دخل هذا الإصدار.',
  'After {delay.grace} the unpaid part grows by {delay.rate} a year, up to {delay.ceiling} times the cost.':
    'بعد {delay.grace} ينمو غير المدفوع بنسبة {delay.rate} في السنة، حتى يبلغ التكلفة مضروبةً في {delay.ceiling}.',
  'Waiting costs nothing unless a rate stands here.': 'لا ثمن للانتظار ما لم تُذكر هنا نسبة.',
  'The unpaid part does not grow with time.': 'لا ينمو غير المدفوع مع الوقت.',
  'The unpaid part grows by {value} a year, quarter by quarter.':
    'ينمو غير المدفوع بنسبة {value} في السنة، ربعًا بعد ربع.',
  'Growth, if any, begins {value} after acceptance.':
    'إن كان هناك نمو فإنه يبدأ بعد القبول بمدة {value}.',
  'It never grows beyond {value} times the cost, or a lower limit of the law.':
    'لا ينمو أبدًا فوق التكلفة مضروبةً في {value}، ولا فوق حد أدنى من ذلك في القانون.',
  'You say what of a contribution is a gift, what was paid, and what is owed. What is owed is the cost less what was paid, times the return.':
    'أنت تقول ما الهبة من مساهمتك وما دُفع منها وما يُستحق. والمستحق هو التكلفة منقوصًا منها المدفوع، مضروبةً في العائد.',
  'Only you can make your contribution a gift, and no gift becomes a debt.':
    'أنت وحدك تستطيع أن تجعل مساهمتك هبة، ولا تصير هبة دينًا.',
  'What you were paid already, up to the cost, is taken off before the return.':
    'ما دُفع لك من قبل، حتى قدر التكلفة، يُخصم قبل حساب العائد.',
  'Another person checks what you hand in. Nobody checks their own work, or what they gain from.':
    'يراجع شخص آخر ما تقدّمه. ولا يراجع أحد عمله، ولا ما ينتفع به.',
  'A contribution counts once one other signatory has accepted it.':
    'تُحسب المساهمة متى قبلها موقّع آخر.',
  'A contribution counts once {value} other signatories have accepted it.':
    'تُحسب المساهمة متى قبلها من الموقّعين الآخرين {value}.',
  'It is reviewed within {value}.': 'تُراجع خلال {value}.',
  'After silence all signatories are asked and have {value}.':
    'بعد الصمت يُسأل كل الموقّعين ولهم مهلة {value}.',
  'Silence is never a no: it becomes a case.': 'الصمت ليس رفضًا أبدًا: بل يصير قضية.',
  'Silence is a yes.': 'الصمت قبول.',
  'These do not review a contribution: {value}.': 'هؤلاء لا يراجعون المساهمة: {value}.',
  author: 'صاحبها',
  household: 'أهل بيته',
  employer: 'صاحب عمله',
  'own machine': 'آلته',
  'You get a reason, may answer once, and may then open a case. Rejected work stays yours; if it is used anyway, it counts as accepted.':
    'يُذكر لك السبب، ولك أن ترد مرة، ثم أن تفتح قضية. والعمل المرفوض يبقى لك، فإن استُعمل مع ذلك عُدّ مقبولًا.',
  'You may answer a rejection within {value}.': 'لك أن ترد على الرفض خلال {value}.',
  'You keep your copyright. Until opening the steward may use, change and license your part, only as this agreement says. From opening on you license it to everyone yourself: you grant that today, patents included, and nobody signs again.':
    'تحتفظ بحق المؤلف. وحتى الفتح يجوز للقيّم أن يستعمل جزءك ويغيّره ويرخّصه، وفق هذا الاتفاق وحده. ومن الفتح فصاعدًا ترخّصه أنت للجميع: تمنح ذلك اليوم، ومعه براءات الاختراع، ولا يوقّع أحد مرة أخرى.',
  'You may use your part elsewhere too.': 'لك أن تستعمل جزءك في مكان آخر أيضًا.',
  'Until opening only this work may use your part.': 'حتى الفتح لا يستعمل جزءك إلا هذا العمل.',
  'You are named as you wish. You allow the changes named here, and nothing against your honour.':
    'تُذكر كما تشاء. وتسمح بالتغييرات المذكورة هنا، ولا شيء يمس شرفك.',
  'You allow to: {value}.': 'تسمح بما يلي: {value}.',
  correct: 'التصحيح',
  adapt: 'التكييف',
  translate: 'الترجمة',
  combine: 'الدمج',
  'one credit list': 'ذكر الجميع في قائمة واحدة',
  'Unless you say otherwise, you are credited by: name.': 'ما لم تقل غير ذلك تُذكر باسمك.',
  'Unless you say otherwise, you are credited by: alias.': 'ما لم تقل غير ذلك تُذكر باسم مستعار.',
  'Unless you say otherwise, you are credited by: none.': 'ما لم تقل غير ذلك لا تُذكر.',
  'You made what you hand in, or you list whose it is. Your employer has no claim to it, or agrees. You say what a machine made: your real hours count; what a machine generated counts at the cost of the machine only.':
    'ما تقدّمه صنعته أنت، أو تذكر لمن هو. وليس لصاحب عملك حق فيه، أو هو موافق. وتقول ما صنعته آلة: فتُحسب ساعاتك الحقيقية، وما ولّدته آلة يُحسب بتكلفة الآلة وحدها.',
  'A contribution that says nothing else is declared as: own.':
    'المساهمة التي لا تذكر غير ذلك تُعدّ لصاحبها.',
  'A contribution that says nothing else is declared as: employer.':
    'المساهمة التي لا تذكر غير ذلك تُعدّ لصاحب العمل.',
  'A contribution that says nothing else is declared as: mixed.':
    'المساهمة التي لا تذكر غير ذلك تُعدّ لصاحبها ولصاحب عمله معًا.',
  "An employer's consent is shown with the contribution that needs it.":
    'تُعرض موافقة صاحب العمل مع المساهمة التي تحتاج إليها.',
  'An employer agrees like this: {value}.': 'يوافق صاحب العمل هكذا: {value}.',
  'Parts of others are listed with the contribution that holds them.':
    'تُذكر أجزاء الآخرين مع المساهمة التي تحويها.',
  'Parts of others: {value}.': 'أجزاء الآخرين: {value}.',
  '{part} of {holder}, {licence}': '{part} من {holder}، {licence}',
  'Share of machines in a contribution that says nothing else: none.':
    'نصيب الآلات في مساهمة لا تذكر غير ذلك: لا شيء.',
  'Share of machines in a contribution that says nothing else: assisted.':
    'نصيب الآلات في مساهمة لا تذكر غير ذلك: أعانت آلة.',
  'Share of machines in a contribution that says nothing else: generated.':
    'نصيب الآلات في مساهمة لا تذكر غير ذلك: ولّدتها آلة.',
  'The steward keeps work and money for you: no other licence, no sale, no pledge. If the steward dies, fails or falls silent, you elect another, or the release opens. What is owed stays payable from gifts and later releases.':
    'يحفظ القيّم العمل والمال لكم: لا رخصة أخرى ولا بيع ولا رهن. فإن مات أو عجز أو صمت انتخبتم غيره، أو فُتح الإصدار. وما هو مستحق يبقى قابلًا للدفع من الهبات ومن الإصدارات اللاحقة.',
  'The steward holds the money in trust for you, in an account of its own.':
    'يحفظ القيّم المال أمانةً لكم في حساب مستقل.',
  'The steward holds the money as your agent, in an account of its own.':
    'يحفظ القيّم المال وكالةً عنكم في حساب مستقل.',
  'The money is not set apart: if the steward fails, you may lose it.':
    'المال غير مفصول: فإن عجز القيّم فقد تفقدونه.',
  'After {value} of silence the steward is replaced.': 'يُستبدل القيّم بعد صمت مدته {value}.',
  'A successor is elected within {value}, or the release opens.':
    'يُنتخب خلف خلال {value}، أو يُفتح الإصدار.',
  '{value} after release it opens in any case.': 'بعد صدوره بمدة {value} يُفتح في كل حال.',
  'It opens by payment alone: no date is set.': 'لا يُفتح إلا بالدفع: لم يُحدَّد يوم.',
  'Of each payment tax comes off first. Then host, reserve and upstream get their parts, side by side, and the rest is the pool of the makers, at least half. The pool is shared by what each is still owed.':
    'تُقتطع الضريبة من كل دفعة أولًا. ثم ينال المضيف والاحتياطي وما بُني عليه أنصبتهم جنبًا إلى جنب، والباقي، وهو النصف على الأقل، صندوق الصانعين. ويُقسم الصندوق بحسب ما بقي لكل واحد.',
  'Host: {value} of each payment after tax.': 'المضيف: {value} من كل دفعة بعد الضريبة.',
  'The host is the steward.': 'المضيف هو القيّم.',
  'The host is {value}.': 'المضيف هو {value}.',
  'Reserve: {value} of each payment after tax.': 'الاحتياطي: {value} من كل دفعة بعد الضريبة.',
  'Upstream: nothing; this work builds on no other that is paid for here.':
    'ما بُني عليه: لا شيء، فهذا العمل لا يُبنى على غيره مما يُدفع ثمنه هنا.',
  'Upstream: {value} of each payment after tax.': 'ما بُني عليه: {value} من كل دفعة بعد الضريبة.',
  '{share} to {release}': '{share} إلى {release}',
  'All are paid alike, each by what they are still owed.':
    'يُدفع للجميع على السواء، لكلٍّ بحسب ما بقي له.',
  'Who is paid first: {value}.': 'من يُدفع له أولًا: {value}.',
  'priority {priority}: {who}': 'الأولوية {priority}: {who}',
  'everyone else': 'كل من عداهم',
  'If a payment bounces, payouts wait until the gap is filled.':
    'إن ارتدّت دفعة انتظر الصرف حتى يُسدّ النقص.',
  'If a payment bounces, the reserve advances what you have earned.':
    'إن ارتدّت دفعة سلّف الاحتياطي ما كسبته.',
  'Prices move only within bounds, and after notice.': 'لا تتغير الأسعار إلا في حدود، وبعد إعلان.',
  'No price list is agreed; each payment is agreed with its payer.':
    'لم يُتفق على قائمة أسعار، ويُتفق على كل دفعة مع من يدفعها.',
  'Users and prices: {value}.': 'المستعملون والأسعار: {value}.',
  '{name} [{id}] free': '{name} [{id}] مجانًا',
  '{name} [{id}] {price} per once': '{name} [{id}] {price} مرة واحدة',
  '{name} [{id}] {price} per year': '{name} [{id}] {price} في السنة',
  '{name} [{id}] {price} per seat': '{name} [{id}] {price} لكل مقعد',
  '{name} [{id}] {price} per use': '{name} [{id}] {price} لكل استعمال',
  'Prices move by at most {value} a year.': 'لا تتغير الأسعار بأكثر من {value} في السنة.',
  'A changed price is announced {value} before.': 'يُعلن السعر الجديد قبل موعده بمدة {value}.',
  'People depend on this work for their rights: no.': 'لا يعتمد الناس على هذا العمل في حقوقهم.',
  'People depend on it for their rights, so they never pay.':
    'يعتمد عليه الناس في حقوقهم، فلا يدفعون أبدًا.',
  'The payment that meets the threshold opens the release in that same moment, to everyone and for ever, as {open.licence}. Nobody can close it again. Later releases open on their own. Only payments past recall count.':
    'الدفعة التي تبلغ العتبة تفتح الإصدار في اللحظة نفسها، للجميع وإلى الأبد، برخصة {open.licence}. ولا يستطيع أحد أن يغلقه من جديد. وتُفتح الإصدارات اللاحقة كلٌّ على حدة. ولا تُحسب إلا الدفعات التي لم يعد يمكن استردادها.',
  'It opens when all that it owes is paid.': 'يُفتح حين يُدفع كل ما عليه.',
  'It opens when {value} of what it owes is paid; the rest may never come.':
    'يُفتح حين يُدفع {value} مما عليه، وقد لا يأتي الباقي أبدًا.',
  'It opens to everyone, for good, as {value}.': 'يُفتح للجميع وإلى الأبد برخصة {value}.',
  'All files of the release open.': 'تُفتح كل ملفات الإصدار.',
  'What opens is listed in {value}.': 'ما يُفتح مذكور في {value}.',
  'Lines that are undecided when it opens move to the next release.':
    'السطور التي لم يُبتّ فيها عند الفتح تنتقل إلى الإصدار التالي.',
  'Lines handed in before but undecided hold the opening for at most {value}.':
    'السطور المقدَّمة من قبل ولم يُبتّ فيها تؤخّر الفتح مدة أقصاها {value}.',
  'A donation lowers the debt and buys no claim.': 'التبرع يخفض الدين ولا يشتري مستحقًا.',
  'What exceeds the debt goes back to the payer.': 'ما زاد على الدين يعود إلى الدافع.',
  'What exceeds the debt goes to the next release.': 'ما زاد على الدين يذهب إلى الإصدار التالي.',
  'What exceeds the debt goes to the reserve.': 'ما زاد على الدين يذهب إلى الاحتياطي.',
  'Your share is yours when the payment arrives, in the currency in which it came. It waits if you cannot be reached. Claims pass to heirs and are not for sale.':
    'حصتك لك حين تصل الدفعة، بالعملة التي جاءت بها. وتنتظر إن تعذّر الوصول إليك. وتنتقل المستحقات إلى الورثة ولا تُباع.',
  'Your share is sent from {value} on, and any sum when you leave.':
    'تُرسل حصتك متى بلغت {value}، وأي مبلغ عند مغادرتك.',
  'It is sent within {value}.': 'تُرسل خلال {value}.',
  "We see each other's lines, as our shares depend on them. Texts about people are kept apart from the record and can be erased.":
    'يرى بعضنا سطور بعض لأن حصصنا تتوقف عليها. والنصوص عن الأشخاص تُحفظ بمعزل عن السجل ويمكن محوها.',
  'Outsiders see nothing of you unless you allow it.': 'لا يرى من في الخارج شيئًا عنك ما لم تسمح.',
  'Outsiders see of you: alias.': 'يرى من في الخارج عنك اسمًا مستعارًا.',
  'Outsiders see of you: name.': 'يرى من في الخارج اسمك.',
  'Records are kept for {value}, or as long as the law says.':
    'تُحفظ السجلات مدة {value}، أو ما يقوله القانون.',
  'A change is a new version and binds only who signs it. What you handed in stays under the version under which it came in. Silence is no.':
    'التغيير نسخة جديدة ولا يُلزم إلا من يوقّعها. وما قدّمته يبقى تحت النسخة التي دخل بها. والصمت لا يعني الموافقة.',
  'For a release that exists, only all its claim holders together change: {value}.':
    'في إصدار قائم لا يغيّر هذه الشروط إلا كل أصحاب المستحقات فيه معًا: {value}.',
  return: 'العائد',
  delay: 'ثمن الانتظار',
  inbound: 'الحقوق في المساهمة',
  'split.*': 'القسمة',
  tranches: 'من يُدفع له أولًا',
  surplus: 'الفائض',
  'open.*': 'الفتح',
  backstop: 'آخر موعد للفتح',
  classes: 'المستعملون والأسعار',
  'What you have earned is paid in turn after you leave, and you may work for whom you like. A wrong can cost you your role, never your earnings; a claim moves only for fraud that a case or a court has found.':
    'ما كسبته يُدفع في دوره بعد مغادرتك، ولك أن تعمل مع من تشاء. وقد يُفقدك الخطأ دورك، لا كسبك أبدًا، ولا ينتقل مستحق إلا لاحتيال أثبتته قضية أو محكمة.',
  'You may leave on any day.': 'لك أن تغادر في أي يوم.',
  'You say that you leave {value} before.': 'تُبلّغ بمغادرتك قبلها بمدة {value}.',
  'Courts stay open, and time limits rest while you talk.':
    'تبقى المحاكم مفتوحة، وتتوقف المهل ما دمتم تتحاورون.',
  'Before a court, in this order: {value}.': 'قبل المحكمة، بهذا الترتيب: {value}.',
  'talk for 14 days': 'حوار مدته ١٤ يومًا',
  'a mediator for 30 days': 'وساطة مدتها ٣٠ يومًا',
  'three uninvolved members for 45 days': 'ثلاثة أعضاء غير معنيين، مدتهم ٤٥ يومًا',
  'Your own rights are under the law of your own country.': 'حقوقك أنت تخضع لقانون بلدك.',
  'The law for your own rights: {value}.': 'القانون الذي تخضع له حقوقك أنت: {value}.',
  'The law for numbers, priority and opening, one answer for all: {value}.':
    'القانون في الأرقام والأولوية والفتح، جوابًا واحدًا للجميع: {value}.',
  "steward's": 'قانون القيّم',
  'The courts that decide: {value}.': 'المحاكم التي تحكم: {value}.',
  "respondent's home": 'محاكم موطن المدعى عليه',
  'There is no arbitration.': 'لا تحكيم.',
  'Arbitration: {value}.': 'التحكيم: {value}.',
  '{rules}, seat {seat}, by {body}, in {language}':
    '{rules}، المقر {seat}، بواسطة {body}، باللغة {language}',
  'You choose whether, when and how you work. Where the law sees employment, wages are due on pay day, whatever is written here. We are not partners.':
    'تختار هل تعمل ومتى وكيف. وحيث يرى القانون علاقة عمل، تُستحق الرواتب يوم دفعها مهما كُتب هنا. ولسنا شركاء.',
  'You are asked yearly whether you still work independently.': 'تُسأل كل سنة هل ما زلت تعمل مستقلًا.',
  'The money is yours, and you are asked again when you are of age.':
    'المال لك، وتُسأل من جديد حين تبلغ سن الرشد.',
  'For somebody under age, a guardian signs too.': 'عن القاصر يوقّع الوصي أيضًا.',
  'Sign what you can read, with your own key. A signature covers the terms, the words of this template, and the text that was shown to you.':
    'وقّع ما تستطيع قراءته، بمفتاحك أنت. والتوقيع يشمل الشروط، وكلمات هذا النموذج، والنص الذي عُرض عليك.',
  'It is shown in: {value}.': 'يُعرض بهذه اللغات: {value}.',
  'The signature that is needed: simple.': 'التوقيع المطلوب: بسيط.',
  'The signature that is needed: advanced.': 'التوقيع المطلوب: متقدم.',
  'The signature that is needed: qualified.': 'التوقيع المطلوب: مؤهَّل.',
  'The signature that is needed: ink.': 'التوقيع المطلوب: بالحبر.',
  'It may earn nothing. You are owed a fixed sum and no share of profits; it is paid only if somebody pays for this release, and perhaps never.':
    'قد لا يدرّ شيئًا. يُستحق لك مبلغ ثابت لا حصة من أرباح، ولا يُدفع إلا إن دفع أحد مقابل هذا الإصدار، وربما لا يُدفع أبدًا.',
  'If you cannot wait for money that may never come, ask for wages instead.':
    'إن كنت لا تستطيع انتظار مال قد لا يأتي أبدًا فاطلب راتبًا بدلًا منه.',
  'It opens before all is paid. What is then unpaid may never come: gifts alone pay it.':
    'يُفتح قبل أن يُدفع كل شيء. وما يبقى حينها بلا دفع قد لا يأتي أبدًا: لا تدفعه إلا الهبات.',
  'Cash is owed {times} times. In some places the law regulates that.':
    'يُستحق عن النقد مبلغه مضروبًا في {times}. وفي بعض الأماكن ينظّم القانون ذلك.',
  'Above 1.5 the steward should have advice before asking anybody for cash.':
    'إن زاد على ١٫٥ فينبغي أن يأخذ القيّم مشورة قبل أن يطلب نقدًا من أحد.',
  'Growth for delay may be limited by law where you live; the lower limit counts.':
    'قد يحدّ القانون حيث تعيش من النمو بسبب التأخير، والعبرة بالحد الأدنى.',
};
