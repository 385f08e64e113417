/** The look of the public page of a work, after that of all pages of a node. */
export const publicStyle = `
:root { --raised: light-dark(#ffffff, #1a2420); --line-strong: light-dark(#7c8a82, #6b7b72);
  --accent-ink: light-dark(#7f4f00, #f7bf52); --part-1: light-dark(#8fb8a5, #3d7560);
  --sans: "Hanken Grotesk Variable", "Vazirmatn Variable", system-ui, sans-serif;
  --serif: "Newsreader Variable", "Vazirmatn Variable", Georgia, serif; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { overflow-wrap: anywhere; padding-inline: 0; }
body > header, body > main, body > footer { max-width: 75rem;
  padding-inline: clamp(1rem, 4vw, 2.5rem); }
body > header { display: flex; flex-wrap: wrap; justify-content: space-between;
  align-items: center;
  gap: .5rem 1.5rem; padding-block: 1.5rem; }
.home { display: flex; align-items: center; gap: .625rem; font-weight: 550; }
.home svg { flex: none; width: 1.5rem; height: 1.5rem; }
.mark { fill: none; stroke: var(--ink); stroke-width: 2.25; }
.filled { fill: var(--accent); }
.check-link { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem;
  font-weight: 550; text-decoration: none; }
.check-link:hover { text-decoration: underline; }
.check-link svg { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round;
  stroke-linejoin: round; width: 1.25rem; height: 1.25rem; }
main { padding-block: clamp(1rem, 4vw, 3rem) 2rem; }
.head h1 { font: 450 clamp(2.25rem, 6vw, 3.5rem)/1.1 var(--serif); letter-spacing: -.015em;
  margin: 0 0 1rem; text-wrap: balance; }
.head .lead { font-size: clamp(1.125rem, 2.2vw, 1.375rem); line-height: 1.45; color: var(--ink-2);
  max-width: 40rem; text-wrap: pretty; }
.two { display: grid; gap: 2.5rem clamp(2rem, 5vw, 4rem); margin-top: clamp(2rem, 5vw, 3.5rem);
  align-items: start; }
@media (min-width: 60rem) { .two { grid-template-columns: minmax(0, 1fr) 26rem; } }
.figure { font: 500 clamp(2rem, 5vw, 2.75rem)/1.1 var(--sans); letter-spacing: -.02em;
  margin: 0 0 1.5rem; }
main h2 { font: 450 1.375rem/1.75rem var(--serif); margin: 0 0 .75rem; }
.gauge { display: grid; grid-template-columns: auto minmax(0, 17rem); justify-content: start;
  gap: 0 .75rem; margin: 0 0 1.5rem; align-self: start; }
.gauge svg { width: 100%; height: auto; display: block; overflow: visible; }
.gauge svg:dir(rtl) { scale: -1 1; }
.frame { fill: none; stroke: var(--ink); stroke-width: 3; }
.part { fill: var(--part-1); }
.paid { fill: var(--accent); }
.rules { stroke: var(--bg); stroke-opacity: .28; stroke-width: 1; }
.level { stroke: var(--accent); stroke-width: 4; }
.edge { fill: var(--ink); }
@media (min-width: 72rem) { .stand { display: grid; grid-template-columns: auto minmax(0, 1fr);
  gap: 2rem; } }
.labels { position: relative; text-align: end; font-size: .8125rem; line-height: 1.125rem; }
.labels p { margin: 0; white-space: nowrap; }
.labels b { font-weight: 550; }
.labels span { color: var(--ink-2); display: block; }
.nowrap { white-space: nowrap; }
.labels .so-far { position: absolute; inset-inline-end: 0; color: var(--accent-ink); }
.sums { display: grid; gap: 0; margin: 0 0 1.5rem; max-width: 25.5rem; }
.sums div { display: flex; justify-content: space-between; gap: 1rem; padding-block: .5rem;
  border-top: 1px solid var(--line); }
.sums div:last-child { border-top: 2px solid var(--ink); font-weight: 550; }
.sums dt { color: var(--ink-2); } .sums dd { margin: 0; font-weight: 550; white-space: nowrap; }
.sums .so-far dd { color: var(--accent-ink); }
.people { list-style: none; padding: 0; margin: 0 0 .75rem; max-width: 25.5rem; }
.people li { padding-block: .5rem; border-top: 1px solid var(--line); font-weight: 550; }
.people li.rest { font-weight: 400; color: var(--ink-2); }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
  padding: 1.5rem clamp(1rem, 3vw, 1.75rem); }
.card h2 { font: 550 1.0625rem/1.5rem var(--sans); margin: 0 0 .75rem; }
.card dl { margin: 0; }
.card dl div { display: flex; justify-content: space-between; gap: 1rem; padding-block: .75rem;
  border-top: 1px solid var(--line); }
.card dt { font-weight: 550; } .card dd { margin: 0; font-weight: 550; text-align: end; }
.card dd small { display: block; font-size: .8125rem; font-weight: 400; color: var(--ink-2); }
.card p { margin: .75rem 0 0; color: var(--ink-2); }
.more { display: grid; gap: 3rem clamp(2rem, 5vw, 4rem); margin-top: 3.5rem; padding-top: 2.5rem;
  border-top: 1px solid var(--line); }
@media (min-width: 60rem) { .more { grid-template-columns: 1fr 1fr; } }
.more > div { display: grid; gap: 3rem; align-content: start; min-width: 0; }
.more section { border: 0; margin: 0; padding: 0; min-width: 0; }
.terms { list-style: none; counter-reset: term; padding: 0; margin: 0 0 1rem; }
.terms li { counter-increment: term; display: flex; gap: 1rem; margin-bottom: .75rem;
  font: 1.125rem/1.625rem var(--serif); }
.terms li::before { content: counter(term); color: var(--ink-3); min-width: 1rem; }
.note { margin-top: .5rem; } summary { min-height: 1.5rem; }
main p > a:only-child { display: inline-flex; align-items: center; min-height: 1.5rem; }
pre, pre code { overflow-wrap: anywhere; }
pre { margin: .5rem 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; user-select: all;
  text-align: left; }
.badges { display: flex; flex-wrap: wrap; gap: .75rem; margin: .5rem 0 1rem; }
.badges img { display: block; height: 24px; }
h3 { margin: 1rem 0 .25rem; }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem;
  align-items: center; }
footer p { margin: 0; }
footer nav a, footer nav span { display: inline-flex; align-items: center; min-height: 2.75rem; }
footer nav [aria-current] { color: var(--ink); font-weight: 550; }
.opened { text-align: center; padding-top: 1rem; }
.opened .light { width: min(20rem, 70vw); height: auto; margin: 0 auto 1rem; display: block;
  overflow: visible; }
.ring { fill: none; stroke: var(--accent); stroke-width: 1.25; }
.opened h1 { font: 450 clamp(2.25rem, 6vw, 3.5rem)/1.1 var(--serif); letter-spacing: -.015em;
  margin: 0 0 1rem; text-wrap: balance; }
.opened .lead { color: var(--ink-2); font-size: 1.25rem; line-height: 1.45; margin-inline: auto;
  max-width: 36rem; text-wrap: balance; }
.opened .sums { grid-auto-flow: column; justify-content: center; gap: 2.5rem; max-width: none;
  margin: 2rem 0 1rem; }
.opened p { margin-inline: auto; }
.opened .sums div, .opened .sums div:last-child { display: block; border: 0; padding: 0; }
:lang(ar) h1, :lang(ar) h2, :lang(ar) .lead, :lang(ar) .terms li {
  font-family: var(--sans) !important; letter-spacing: 0; }
:lang(ar) h1, :lang(ar) h2 { font-weight: 600 !important; }
:lang(ar) .terms li::before { content: counter(term, arabic-indic); }
:lang(ar) * { letter-spacing: 0 !important; }
@media (prefers-reduced-motion: no-preference) {
  .ring { animation: ring 1800ms cubic-bezier(.2, .7, .2, 1) backwards; transform-origin: center; }
  @keyframes ring { from { transform: scale(.62); opacity: 0; } } }
@media (max-width: 26rem) { .opened .sums { gap: 1.25rem; } }
@media print { :root { color-scheme: light; } .badge, footer nav, .check-link, .skip {
  display: none; }
  body { background: none; } .card { border-color: #7c8a82; } .two, .more { gap: 1.5rem; }
  section, .card, .gauge { break-inside: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
@media (forced-colors: active) { .part { fill: Canvas; stroke: CanvasText; } .paid, .filled {
  fill: Highlight; }
  .edge { fill: CanvasText; } .frame, .mark { stroke: CanvasText; } }
`;
