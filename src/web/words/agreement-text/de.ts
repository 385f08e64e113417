// data: the sentences of agreements in German, each by its English. One whose English changes has none
// until it is translated again.

import type { Texts } from './tongue.ts';

export const german: Texts = {
  'This is what those who make {title} agree among themselves before money comes: what counts, what it is worth, who is paid when, and when the work opens to everyone.':
    'Das vereinbaren alle, die {title} machen, untereinander, bevor Geld kommt: was zählt, was es wert ist, wer wann bezahlt wird und wann sich das Werk für alle öffnet.',
  'The sentences bind. If a sentence and a number differ, the number in the terms counts. Doubt counts against whoever drafted this. Law that nobody can sign away comes first, and the rest stays.':
    'Die Sätze binden. Widersprechen sich ein Satz und eine Zahl, gilt die Zahl in den Bedingungen. Zweifel gehen zulasten derer, die dies entworfen haben. Recht, auf das niemand verzichten kann, geht vor; alles Übrige bleibt bestehen.',
  'Design, not legal advice. A lawyer should look at it for the places where you live. Reviewed by a lawyer: {reviewed}.':
    'Ein Muster, keine Rechtsberatung. Eine Anwältin oder ein Anwalt sollte es für die Orte ansehen, an denen ihr lebt. Anwaltlich geprüft: {reviewed}.',
  none: 'nein',
  '{by}, for {for}, on {on}': 'von {by}, für {for}, am {on}',
  'It starts from the preset "{value}".': 'Sie geht von der Vorlage „{value}“ aus.',
  'It is for the work {value}.': 'Sie gilt für das Werk {value}.',
  'The work is called {value}.': 'Das Werk heißt {value}.',
  'It is of the kind: software.': 'Es ist Software.',
  'It is of the kind: specification.': 'Es ist eine Spezifikation.',
  'It is of the kind: text.': 'Es ist ein Text.',
  'It is of the kind: data.': 'Es sind Daten.',
  'It is of the kind: model.': 'Es ist ein Modell.',
  'It is of the kind: design.': 'Es ist eine Gestaltung.',
  'It is of the kind: service.': 'Es ist ein Dienst.',
  'What is owed is counted in {value}.': 'Was geschuldet wird, zählt in {value}.',
  'The example counts an hour at a round sum.':
    'Das Beispiel rechnet die Stunde mit einer runden Summe.',
  'The example counts an hour at {value}.': 'Das Beispiel rechnet die Stunde mit {value}.',
  award: 'Tarif',
  rates: 'Eigene Sätze',
  equal: 'Gleiche Stunden',
  'slicing-pie': 'Slicing Pie',
  '{award}, level {level}: {name}': '{award}, Stufe {level}: {name}',
  'Nothing: it is the preset "{preset}" as it stands.':
    'Nichts: Es ist die Vorlage „{preset}“, wie sie ist.',
  'Clause {clause}: {sentence}': 'Klausel {clause}: {sentence}',
  'Unusual: {sentence}': 'Ungewöhnlich: {sentence}',
  'You work one hour. It costs {hour} ({because}).':
    'Du arbeitest eine Stunde. Sie kostet {hour} ({because}).',
  'a round sum, for the example only': 'eine runde Summe, nur für das Beispiel',
  'what any hour is worth here': 'was hier jede Stunde wert ist',
  'the first of the agreed rates': 'der erste der vereinbarten Sätze',
  'Times {times}, you are owed {owed} and never more.':
    'Mal {times} werden dir {owed} geschuldet, und nie mehr.',
  'When half of what the release owes has been paid, you have earned half of that; when all has been paid, all of it.':
    'Ist die Hälfte dessen bezahlt, was die Ausgabe schuldet, hast du die Hälfte davon verdient; ist alles bezahlt, das Ganze.',
  'If nobody pays, you get nothing.': 'Zahlt niemand, bekommst du nichts.',
  'Had you been paid {half} on the day, you would be owed the rest of the cost, {rest}, times {times}: {restOwed}.':
    'Wären dir am selben Tag {half} bezahlt worden, würde dir der Rest der Kosten, {rest}, mal {times} geschuldet: {restOwed}.',
  'Had you given the hour as a gift, you would be owed nothing.':
    'Hättest du die Stunde geschenkt, würde dir nichts geschuldet.',
  'Had you put in {hour} in cash, you would be owed {cashOwed}, its amount times {cashTimes}.':
    'Hättest du {hour} in Geld gegeben, würden dir {cashOwed} geschuldet: der Betrag mal {cashTimes}.',
  'Each signs for themselves; for an organisation, a named person who may. For a machine, the person responsible for it signs.':
    'Alle unterschreiben für sich selbst, für eine Organisation eine benannte Person, die das darf. Für eine Maschine unterschreibt, wer für sie verantwortlich ist.',
  'The steward is {value}.': 'Die Verwaltung liegt bei {value}.',
  'Nobody is named to stand in for the steward.':
    'Für die Verwaltung ist keine Vertretung benannt.',
  '{value} stands in for the steward.': '{value} vertritt die Verwaltung.',
  'Whoever signs this version is a party to it.': 'Partei ist, wer diese Fassung unterschreibt.',
  'Expected to sign: {value}.': 'Unterschreiben sollen: {value}.',
  ', by {authority}': ', durch {authority}',
  'Useful is what serves this purpose, is new here, and somebody can use.':
    'Nützlich ist, was diesem Zweck dient, hier neu ist und sich nutzen lässt.',
  'The purpose: {value}': 'Der Zweck: {value}',
  'To make "{title}" and keep it useful to those who use it.':
    '„{title}“ zu machen und denen nützlich zu halten, die es nutzen.',
  'A rejection names one of these criteria: {value}.':
    'Eine Ablehnung nennt eines dieser Kriterien: {value}.',
  serves: 'dient dem Werk',
  new: 'ist neu',
  usable: 'ist brauchbar',
  'Hours, cash, things, rights, machines: one rule for all. Show what another can check. Nobody works more than 24 hours a day, and what overlaps is shown. Hours that were estimated count for nothing until you confirm them.':
    'Stunden, Geld, Dinge, Rechte, Maschinen: eine Regel für alle. Zeig, was andere prüfen können. Niemand arbeitet mehr als 24 Stunden am Tag, und was sich überschneidet, wird gezeigt. Geschätzte Stunden zählen nichts, bis du sie bestätigst.',
  'Every kind of contribution counts, with evidence where it has some.':
    'Jede Art von Beitrag zählt, mit Belegen, wo es welche gibt.',
  'Rules for kinds of contribution: {value}.': 'Regeln für Arten von Beiträgen: {value}.',
  ' in {unit}': ' in {unit}',
  ', rate from {source}': ', Satz aus {source}',
  ', pieces of evidence: {n}': ', Zahl der Belege: {n}',
  'Unasked work counts once it is accepted. Earlier work counts as said here if you prove that it is yours and sign. It is valued by the tables of the day on which it was done.':
    'Ungefragte Arbeit zählt, sobald sie angenommen ist. Frühere Arbeit zählt, wie es hier steht, wenn du belegst, dass sie von dir ist, und unterschreibst. Bewertet wird sie nach den Tabellen des Tages, an dem sie getan wurde.',
  'Work that nobody asked for may be handed in.':
    'Arbeit, um die niemand gebeten hat, darf eingereicht werden.',
  'Ask before you start; other work need not be looked at.':
    'Frag, bevor du anfängst; andere Arbeit muss niemand ansehen.',
  'Work done before signing counts, however old it is.':
    'Arbeit von vor der Unterschrift zählt, wie alt sie auch ist.',
  'Work done before signing does not count.': 'Arbeit von vor der Unterschrift zählt nicht.',
  'Earlier work counts if it was done {value}.':
    'Frühere Arbeit zählt, wenn sie {value} getan wurde.',
  'on or after {day}': 'am {day} oder später',
  'Earlier work is handed in within {value} of signing.':
    'Frühere Arbeit wird binnen {value:dative} nach der Unterschrift eingereicht.',
  'Every number that you see comes with its tables and steps, so that you or anyone can work it out again. Newer tables count from a new version of this agreement on.':
    'Jede Zahl, die du siehst, kommt mit ihren Tabellen und Schritten, sodass du und alle anderen sie nachrechnen können. Neuere Tabellen gelten ab einer neuen Fassung dieser Vereinbarung.',
  'The method of valuation is {value}: quantity times rate, parity and agreed factors.':
    'Bewertet wird nach der Methode {value}: Menge mal Satz, Kaufkraft und vereinbarte Faktoren.',
  'Tables, as they were when this was drafted: {value}.':
    'Tabellen, wie sie beim Entwurf waren: {value}.',
  '{id} of {vintage} (sha256 {hash})': '{id}, Stand {vintage} (sha256 {hash})',
  'No tables are pinned.': 'Es sind keine Tabellen festgelegt.',
  "A table's rate is adjusted to what money buys in your country.":
    'Der Satz einer Tabelle wird daran angepasst, was Geld in deinem Land kauft.',
  'A rate is the same wherever you live.': 'Ein Satz ist derselbe, wo auch immer du lebst.',
  'A rate here is a yardstick, not a wage.': 'Ein Satz ist hier ein Maß, kein Lohn.',
  'An hour counts at the rate of a public award, by its classification.':
    'Eine Stunde zählt zum Satz eines öffentlichen Tarifs, nach ihrer Einstufung.',
  'An hour counts at the rate that both sides agreed.':
    'Eine Stunde zählt zu dem Satz, den beide Seiten vereinbart haben.',
  'Every hour counts the same.': 'Jede Stunde zählt gleich.',
  'Each line of work names its own classification or rate.':
    'Jede Zeile nennt ihre eigene Einstufung oder ihren eigenen Satz.',
  'A line that names no classification counts at {value}.':
    'Eine Zeile, die keine Einstufung nennt, zählt nach {value}.',
  'No rates are agreed beforehand.': 'Im Voraus sind keine Sätze vereinbart.',
  'Agreed rates: {value}.': 'Vereinbarte Sätze: {value}.',
  ' for {kind}': ' für {kind}',
  ' {amount} from {day}': ' {amount} ab dem {day}',
  'Where all hours are equal, an hour is worth {value}.':
    'Wo alle Stunden gleich sind, ist eine Stunde {value} wert.',
  'the rate of {classification}': 'den Satz von {classification}',
  'Rates are not compared with the legal minimum wage.':
    'Sätze werden nicht mit dem gesetzlichen Mindestlohn verglichen.',
  'A rate below the legal minimum wage is shown with a warning.':
    'Ein Satz unter dem gesetzlichen Mindestlohn wird mit einer Warnung gezeigt.',
  'A rate below the legal minimum wage is refused.':
    'Ein Satz unter dem gesetzlichen Mindestlohn wird abgelehnt.',
  'A factor is agreed before the work is done, counts only on a line given exclusively or urgently, and never on cash or machines. All factors together count at most twice.':
    'Ein Faktor wird vor der Arbeit vereinbart, zählt nur bei einer Zeile, die ausschließlich oder eilig gegeben wird, und nie bei Geld oder Maschinen. Alle Faktoren zusammen zählen höchstens doppelt.',
  'A part given exclusively counts no more than any other.':
    'Ein ausschließlich gegebener Teil zählt nicht mehr als jeder andere.',
  'A part that only this work may use until opening counts {value} times.':
    'Ein Teil, den bis zur Öffnung nur dieses Werk nutzen darf, zählt {value}-mal.',
  'Urgent work counts no more than any other.': 'Eilige Arbeit zählt nicht mehr als jede andere.',
  'Work agreed as urgent counts {value} times.':
    'Arbeit, die als eilig vereinbart ist, zählt {value}-mal.',
  'You are owed what your contribution cost times {return} (cash: times {return.cash}), never more save growth that clause 9 sets, and only from what this release earns. It may earn nothing.':
    'Dir wird geschuldet, was dein Beitrag gekostet hat, mal {return} (Geld: mal {return.cash}); nie mehr, außer dem Wachsen nach Klausel 9, und nur aus dem, was diese Ausgabe einnimmt. Vielleicht nimmt sie nichts ein.',
  'A contribution is owed {value} times what it cost.':
    'Für einen Beitrag wird das {value}-Fache seiner Kosten geschuldet.',
  'Cash is owed {value} times.': 'Für Geld wird das {value}-Fache geschuldet.',
  'It is paid only out of what this release earns.':
    'Bezahlt wird nur aus dem, was diese Ausgabe einnimmt.',
  'After {delay.grace} the unpaid part grows by {delay.rate} a year, up to {delay.ceiling} times the cost.':
    'Nach {delay.grace:dative} wächst das Unbezahlte um {delay.rate} im Jahr, bis zum {delay.ceiling}-Fachen der Kosten.',
  'Waiting costs nothing unless a rate stands here.':
    'Warten kostet nichts, solange hier kein Satz steht.',
  'The unpaid part does not grow with time.': 'Das Unbezahlte wächst nicht mit der Zeit.',
  'The unpaid part grows by {value} a year, quarter by quarter.':
    'Das Unbezahlte wächst um {value} im Jahr, Quartal für Quartal.',
  'Growth, if any, begins {value} after acceptance.':
    'Falls es wächst, beginnt das {value} nach der Annahme.',
  'It never grows beyond {value} times the cost, or a lower limit of the law.':
    'Es wächst nie über das {value}-Fache der Kosten hinaus, und nie über eine niedrigere Grenze des Gesetzes.',
  'You say what of a contribution is a gift, what was paid, and what is owed. What is owed is the cost less what was paid, times the return.':
    'Du sagst, was von einem Beitrag geschenkt ist, was bezahlt wurde und was geschuldet wird. Geschuldet werden die Kosten ohne das Bezahlte, mal die Rückzahlung.',
  'Only you can make your contribution a gift, and no gift becomes a debt.':
    'Nur du kannst deinen Beitrag verschenken, und aus keinem Geschenk wird eine Schuld.',
  'What you were paid already, up to the cost, is taken off before the return.':
    'Was dir schon bezahlt wurde, höchstens die Kosten, wird vor der Rückzahlung abgezogen.',
  'Another person checks what you hand in. Nobody checks their own work, or what they gain from.':
    'Eine andere Person prüft, was du einreichst. Niemand prüft die eigene Arbeit oder etwas zum eigenen Vorteil.',
  'A contribution counts once one other signatory has accepted it.':
    'Ein Beitrag zählt, sobald ihn jemand anderes angenommen hat, der unterschrieben hat.',
  'A contribution counts once {value} other signatories have accepted it.':
    'Ein Beitrag zählt, sobald ihn {value} andere angenommen haben, die unterschrieben haben.',
  'It is reviewed within {value}.': 'Er wird binnen {value:dative} geprüft.',
  'After silence all signatories are asked and have {value}.':
    'Nach Schweigen werden alle gefragt, die unterschrieben haben, und haben {value} Zeit.',
  'Silence is never a no: it becomes a case.':
    'Schweigen ist nie ein Nein: Es wird ein Streitfall daraus.',
  'Silence is a yes.': 'Schweigen ist ein Ja.',
  'These do not review a contribution: {value}.': 'Einen Beitrag prüfen nicht: {value}.',
  author: 'wer ihn gegeben hat',
  household: 'der eigene Haushalt',
  employer: 'der eigene Arbeitgeber',
  'own machine': 'die eigene Maschine',
  'You get a reason, may answer once, and may then open a case. Rejected work stays yours; if it is used anyway, it counts as accepted.':
    'Du bekommst einen Grund, darfst einmal antworten und danach einen Streitfall eröffnen. Abgelehnte Arbeit bleibt deine; wird sie trotzdem genutzt, gilt sie als angenommen.',
  'You may answer a rejection within {value}.':
    'Auf eine Ablehnung kannst du binnen {value:dative} antworten.',
  'You keep your copyright. Until opening the steward may use, change and license your part, only as this agreement says. From opening on you license it to everyone yourself: you grant that today, patents included, and nobody signs again.':
    'Du behältst dein Urheberrecht. Bis zur Öffnung darf die Verwaltung deinen Teil nutzen, ändern und lizenzieren, nur so, wie es diese Vereinbarung sagt. Ab der Öffnung gibst du ihn selbst für alle frei: Das gewährst du heute, Patente eingeschlossen, und niemand unterschreibt noch einmal.',
  'You may use your part elsewhere too.': 'Du darfst deinen Teil auch anderswo nutzen.',
  'Until opening only this work may use your part.':
    'Bis zur Öffnung darf nur dieses Werk deinen Teil nutzen.',
  'You are named as you wish. You allow the changes named here, and nothing against your honour.':
    'Du wirst genannt, wie du willst. Du erlaubst die Änderungen, die hier stehen, und nichts gegen deine Ehre.',
  'You allow to: {value}.': 'Du erlaubst: {value}.',
  correct: 'berichtigen',
  adapt: 'anpassen',
  translate: 'übersetzen',
  combine: 'verbinden',
  'one credit list': 'alle in einer Liste nennen',
  'Unless you say otherwise, you are credited by: name.':
    'Sagst du nichts anderes, wirst du mit Namen genannt.',
  'Unless you say otherwise, you are credited by: alias.':
    'Sagst du nichts anderes, wirst du mit einem anderen Namen genannt.',
  'Unless you say otherwise, you are credited by: none.':
    'Sagst du nichts anderes, wirst du nicht genannt.',
  'You made what you hand in, or you list whose it is. Your employer has no claim to it, or agrees. You say what a machine made: your real hours count; what a machine generated counts at the cost of the machine only.':
    'Du hast gemacht, was du einreichst, oder du führst auf, von wem es ist. Dein Arbeitgeber hat kein Recht daran oder stimmt zu. Du sagst, was eine Maschine gemacht hat: Deine wirklichen Stunden zählen; was eine Maschine erzeugt hat, zählt nur zu den Kosten der Maschine.',
  'A contribution that says nothing else is declared as: own.':
    'Ein Beitrag, bei dem nichts anderes steht, gilt als eigener.',
  'A contribution that says nothing else is declared as: employer.':
    'Ein Beitrag, bei dem nichts anderes steht, gilt als Beitrag des Arbeitgebers.',
  'A contribution that says nothing else is declared as: mixed.':
    'Ein Beitrag, bei dem nichts anderes steht, gilt teils als eigener, teils als Beitrag des Arbeitgebers.',
  "An employer's consent is shown with the contribution that needs it.":
    'Stimmt ein Arbeitgeber zu, steht das bei dem Beitrag, der es braucht.',
  'An employer agrees like this: {value}.': 'Ein Arbeitgeber stimmt so zu: {value}.',
  'Parts of others are listed with the contribution that holds them.':
    'Teile anderer stehen bei dem Beitrag, der sie enthält.',
  'Parts of others: {value}.': 'Teile anderer: {value}.',
  '{part} of {holder}, {licence}': '{part} von {holder}, {licence}',
  'Share of machines in a contribution that says nothing else: none.':
    'Anteil von Maschinen an einem Beitrag, bei dem nichts anderes steht: keiner.',
  'Share of machines in a contribution that says nothing else: assisted.':
    'Anteil von Maschinen an einem Beitrag, bei dem nichts anderes steht: Eine Maschine hat geholfen.',
  'Share of machines in a contribution that says nothing else: generated.':
    'Anteil von Maschinen an einem Beitrag, bei dem nichts anderes steht: Eine Maschine hat ihn erzeugt.',
  'The steward keeps work and money for you: no other licence, no sale, no pledge. If the steward dies, fails or falls silent, you elect another, or the release opens. What is owed stays payable from gifts and later releases.':
    'Die Verwaltung hält Werk und Geld für euch: keine andere Lizenz, kein Verkauf, kein Pfand. Stirbt, scheitert oder schweigt sie, wählt ihr eine andere, oder die Ausgabe öffnet sich. Was geschuldet wird, bleibt aus Geschenken und späteren Ausgaben zahlbar.',
  'The steward holds the money in trust for you, in an account of its own.':
    'Die Verwaltung hält das Geld treuhänderisch für euch, auf einem eigenen Konto.',
  'The steward holds the money as your agent, in an account of its own.':
    'Die Verwaltung hält das Geld in eurem Auftrag, auf einem eigenen Konto.',
  'The money is not set apart: if the steward fails, you may lose it.':
    'Das Geld ist nicht abgesondert: Scheitert die Verwaltung, könnt ihr es verlieren.',
  'After {value} of silence the steward is replaced.':
    'Schweigt die Verwaltung, wird sie nach {value:dative} ersetzt.',
  'A successor is elected within {value}, or the release opens.':
    'Binnen {value:dative} wird eine Nachfolge gewählt, oder die Ausgabe öffnet sich.',
  '{value} after release it opens in any case.':
    '{value} nach dem Erscheinen öffnet sie sich auf jeden Fall.',
  'It opens by payment alone: no date is set.':
    'Sie öffnet sich nur durch Zahlung: Ein Tag ist nicht festgelegt.',
  'Of each payment tax comes off first. Then host, reserve and upstream get their parts, side by side, and the rest is the pool of the makers, at least half. The pool is shared by what each is still owed.':
    'Von jeder Zahlung geht zuerst die Steuer ab. Dann bekommen der Host, die Rücklage und das, worauf es aufbaut, nebeneinander ihre Teile; der Rest, mindestens die Hälfte, ist der Topf derer, die es machen. Er wird danach geteilt, was jeder Person noch geschuldet wird.',
  'Host: {value} of each payment after tax.': 'Host: {value} jeder Zahlung nach Steuer.',
  'The host is the steward.': 'Der Host ist die Verwaltung.',
  'The host is {value}.': 'Der Host ist {value}.',
  'Reserve: {value} of each payment after tax.': 'Rücklage: {value} jeder Zahlung nach Steuer.',
  'Upstream: nothing; this work builds on no other that is paid for here.':
    'Worauf es aufbaut: nichts; dieses Werk baut auf keinem anderen auf, das hier bezahlt wird.',
  'Upstream: {value} of each payment after tax.':
    'Worauf es aufbaut: {value}, von jeder Zahlung nach Steuer.',
  '{share} to {release}': '{share} an {release}',
  'All are paid alike, each by what they are still owed.':
    'Alle werden gleich bezahlt, jede Person nach dem, was ihr noch geschuldet wird.',
  'Who is paid first: {value}.': 'Wer zuerst bezahlt wird: {value}.',
  'priority {priority}: {who}': 'Rang {priority}: {who}',
  'everyone else': 'alle anderen',
  'If a payment bounces, payouts wait until the gap is filled.':
    'Platzt eine Zahlung, warten Auszahlungen, bis die Lücke gefüllt ist.',
  'If a payment bounces, the reserve advances what you have earned.':
    'Platzt eine Zahlung, streckt die Rücklage vor, was du verdient hast.',
  'Prices move only within bounds, and after notice.':
    'Preise ändern sich nur in Grenzen und nach Ankündigung.',
  'No price list is agreed; each payment is agreed with its payer.':
    'Eine Preisliste ist nicht vereinbart; jede Zahlung wird mit denen vereinbart, die zahlen.',
  'Users and prices: {value}.': 'Wer es nutzt, und Preise: {value}.',
  '{name} [{id}] free': '{name} [{id}] kostenlos',
  '{name} [{id}] {price} per once': '{name} [{id}] {price} einmalig',
  '{name} [{id}] {price} per year': '{name} [{id}] {price} im Jahr',
  '{name} [{id}] {price} per seat': '{name} [{id}] {price} je Platz',
  '{name} [{id}] {price} per use': '{name} [{id}] {price} je Nutzung',
  'Prices move by at most {value} a year.': 'Preise ändern sich im Jahr um höchstens {value}.',
  'A changed price is announced {value} before.':
    'Ein neuer Preis wird {value} vorher angekündigt.',
  'People depend on this work for their rights: no.':
    'Menschen brauchen dieses Werk nicht für ihre Rechte.',
  'People depend on it for their rights, so they never pay.':
    'Menschen brauchen es für ihre Rechte, darum zahlen sie nie.',
  'The payment that meets the threshold opens the release in that same moment, to everyone and for ever, as {open.licence}. Nobody can close it again. Later releases open on their own. Only payments past recall count.':
    'Die Zahlung, die die Schwelle erreicht, öffnet die Ausgabe im selben Augenblick, für alle und für immer, als {open.licence}. Niemand kann sie wieder schließen. Spätere Ausgaben öffnen sich für sich. Es zählen nur Zahlungen, die nicht mehr zurückgehen können.',
  'It opens when all that it owes is paid.':
    'Sie öffnet sich, wenn alles bezahlt ist, was sie schuldet.',
  'It opens when {value} of what it owes is paid; the rest may never come.':
    'Sie öffnet sich, wenn {value} dessen bezahlt sind, was sie schuldet; der Rest kommt vielleicht nie.',
  'It opens to everyone, for good, as {value}.':
    'Sie öffnet sich für alle und für immer, als {value}.',
  'All files of the release open.': 'Alle Dateien der Ausgabe öffnen sich.',
  'What opens is listed in {value}.': 'Was sich öffnet, steht in {value}.',
  'Lines that are undecided when it opens move to the next release.':
    'Zeilen, über die bei der Öffnung nicht entschieden ist, kommen in die nächste Ausgabe.',
  'Lines handed in before but undecided hold the opening for at most {value}.':
    'Zeilen, die vorher eingereicht, aber noch nicht entschieden sind, halten die Öffnung höchstens {value} auf.',
  'A donation lowers the debt and buys no claim.':
    'Eine Spende senkt die Schuld und kauft keinen Anspruch.',
  'What exceeds the debt goes back to the payer.':
    'Was die Schuld übersteigt, geht an die zurück, die gezahlt haben.',
  'What exceeds the debt goes to the next release.':
    'Was die Schuld übersteigt, geht an die nächste Ausgabe.',
  'What exceeds the debt goes to the reserve.': 'Was die Schuld übersteigt, geht in die Rücklage.',
  'Your share is yours when the payment arrives, in the currency in which it came. It waits if you cannot be reached. Claims pass to heirs and are not for sale.':
    'Dein Teil gehört dir, wenn die Zahlung ankommt, in der Währung, in der sie kam. Er wartet, wenn du nicht zu erreichen bist. Ansprüche gehen auf Erben über und sind nicht verkäuflich.',
  'Your share is sent from {value} on, and any sum when you leave.':
    'Dein Teil wird ab {value} ausgezahlt, und jede Summe, wenn du gehst.',
  'It is sent within {value}.': 'Ausgezahlt wird binnen {value:dative}.',
  "We see each other's lines, as our shares depend on them. Texts about people are kept apart from the record and can be erased.":
    'Wir sehen die Zeilen der anderen, weil unsere Anteile davon abhängen. Texte über Menschen liegen getrennt vom Protokoll und lassen sich löschen.',
  'Outsiders see nothing of you unless you allow it.':
    'Außenstehende sehen nichts von dir, solange du es nicht erlaubst.',
  'Outsiders see of you: alias.': 'Außenstehende sehen von dir einen anderen Namen.',
  'Outsiders see of you: name.': 'Außenstehende sehen von dir den Namen.',
  'Records are kept for {value}, or as long as the law says.':
    'Aufzeichnungen bleiben {value}, oder so lange, wie das Gesetz es sagt.',
  'A change is a new version and binds only who signs it. What you handed in stays under the version under which it came in. Silence is no.':
    'Eine Änderung ist eine neue Fassung und bindet nur, wer sie unterschreibt. Was du eingereicht hast, bleibt unter der Fassung, unter der es kam. Schweigen ist nein.',
  'For a release that exists, only all its claim holders together change: {value}.':
    'Für eine Ausgabe, die es schon gibt, ändern nur alle gemeinsam, die Ansprüche an sie haben: {value}.',
  return: 'die Rückzahlung',
  delay: 'den Preis des Wartens',
  inbound: 'die Rechte am Beitrag',
  'split.*': 'die Aufteilung',
  tranches: 'wer zuerst bezahlt wird',
  surplus: 'den Überschuss',
  'open.*': 'die Öffnung',
  backstop: 'den spätesten Tag der Öffnung',
  classes: 'wer es nutzt und zu welchem Preis',
  'What you have earned is paid in turn after you leave, and you may work for whom you like. A wrong can cost you your role, never your earnings; a claim moves only for fraud that a case or a court has found.':
    'Was du verdient hast, wird der Reihe nach bezahlt, auch wenn du gehst, und du darfst arbeiten, für wen du willst. Ein Unrecht kann dich die Rolle kosten, nie das Verdiente; ein Anspruch wandert nur bei Betrug, den ein Streitfall oder ein Gericht festgestellt hat.',
  'You may leave on any day.': 'Du kannst an jedem Tag gehen.',
  'You say that you leave {value} before.': 'Dass du gehst, sagst du {value} vorher.',
  'Courts stay open, and time limits rest while you talk.':
    'Gerichte bleiben offen, und Fristen ruhen, solange ihr redet.',
  'Before a court, in this order: {value}.': 'Vor einem Gericht, in dieser Reihenfolge: {value}.',
  'talk for 14 days': '14 Tage miteinander reden',
  'a mediator for 30 days': '30 Tage Vermittlung',
  'three uninvolved members for 45 days': '45 Tage drei unbeteiligte Mitglieder',
  'Your own rights are under the law of your own country.':
    'Für deine eigenen Rechte gilt das Recht deines Landes.',
  'The law for your own rights: {value}.': 'Das Recht für deine eigenen Rechte: {value}.',
  'The law for numbers, priority and opening, one answer for all: {value}.':
    'Das Recht für Zahlen, Rang und Öffnung, eine Antwort für alle: {value}.',
  "steward's": 'das der Verwaltung',
  'The courts that decide: {value}.': 'Die Gerichte, die entscheiden: {value}.',
  "respondent's home": 'dort, wo lebt, wer verklagt wird',
  'There is no arbitration.': 'Ein Schiedsgericht gibt es nicht.',
  'Arbitration: {value}.': 'Schiedsgericht: {value}.',
  '{rules}, seat {seat}, by {body}, in {language}':
    '{rules}, Sitz {seat}, durch {body}, Sprache {language}',
  'You choose whether, when and how you work. Where the law sees employment, wages are due on pay day, whatever is written here. We are not partners.':
    'Du entscheidest, ob, wann und wie du arbeitest. Wo das Recht ein Arbeitsverhältnis sieht, ist Lohn am Zahltag fällig, was auch immer hier steht. Wir sind keine Gesellschaft.',
  'You are asked yearly whether you still work independently.':
    'Du wirst jedes Jahr gefragt, ob du noch unabhängig arbeitest.',
  'The money is yours, and you are asked again when you are of age.':
    'Das Geld gehört dir, und du wirst noch einmal gefragt, wenn du volljährig bist.',
  'For somebody under age, a guardian signs too.':
    'Für Minderjährige unterschreibt mit, wer das Sorgerecht oder die Vormundschaft hat.',
  'Sign what you can read, with your own key. A signature covers the terms, the words of this template, and the text that was shown to you.':
    'Unterschreib, was du lesen kannst, mit deinem eigenen Schlüssel. Eine Unterschrift umfasst die Bedingungen, den Wortlaut dieses Musters und den Text, der dir gezeigt wurde.',
  'It is shown in: {value}.': 'Gezeigt wird sie in: {value}.',
  'The signature that is needed: simple.': 'Nötig ist eine einfache Unterschrift.',
  'The signature that is needed: advanced.': 'Nötig ist eine fortgeschrittene Unterschrift.',
  'The signature that is needed: qualified.': 'Nötig ist eine qualifizierte Unterschrift.',
  'The signature that is needed: ink.': 'Nötig ist eine Unterschrift mit Tinte.',
  'It may earn nothing. You are owed a fixed sum and no share of profits; it is paid only if somebody pays for this release, and perhaps never.':
    'Vielleicht bringt es nichts ein. Dir wird eine feste Summe geschuldet und kein Anteil an Gewinnen; bezahlt wird sie nur, wenn jemand für diese Ausgabe zahlt, und vielleicht nie.',
  'If you cannot wait for money that may never come, ask for wages instead.':
    'Kannst du nicht auf Geld warten, das vielleicht nie kommt, dann verlange stattdessen Lohn.',
  'It opens before all is paid. What is then unpaid may never come: gifts alone pay it.':
    'Sie öffnet sich, bevor alles bezahlt ist. Was dann unbezahlt ist, kommt vielleicht nie: Nur Geschenke bezahlen es.',
  'Cash is owed {times} times. In some places the law regulates that.':
    'Für Geld wird das {times}-Fache geschuldet. An manchen Orten regelt das ein Gesetz.',
  'Above 1.5 the steward should have advice before asking anybody for cash.':
    'Über 1,5 sollte sich die Verwaltung beraten lassen, bevor sie jemanden um Geld bittet.',
  'Growth for delay may be limited by law where you live; the lower limit counts.':
    'Wachsen durch Warten kann dort, wo du lebst, gesetzlich begrenzt sein; es gilt die niedrigere Grenze.',
};
