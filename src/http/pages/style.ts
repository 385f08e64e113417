/** The look of the node's own pages: ledger paper, ink, and one warm light. */
export const style = `
:root { color-scheme: light dark;
  --bg: light-dark(#f2f5f0, #0d1411); --surface: light-dark(#fdfefc, #141c18);
  --sunken: light-dark(#e7ece5, #0a100d); --line: light-dark(#d7ded6, #27332d);
  --ink: light-dark(#14211b, #e8eeea); --ink-2: light-dark(#46554d, #aebbb3);
  --ink-3: light-dark(#5c6a62, #8d9b93); --accent: light-dark(#f4aa1c, #f7b733);
  --link: light-dark(#0a5f44, #74cfab); --focus: light-dark(#0a5f44, #9ae6c8);
  --sans: "Hanken Grotesk Variable", "Hanken Grotesk", system-ui, sans-serif;
  --serif: "Newsreader Variable", Newsreader, Georgia, serif;
  --mono: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink);
  font: .9375rem/1.375rem var(--sans); font-variant-numeric: tabular-nums lining-nums; }
main, header, footer { max-width: 45rem; margin-inline: auto; padding-inline: 1rem; }
.wide main, .wide header, .wide footer { max-width: 60rem; }
header { padding-block: 2.5rem 1rem; }
footer { padding-block: 2rem 3rem; color: var(--ink-3); font-size: .8125rem; }
h1 { font: 450 1.875rem/2.25rem var(--serif); margin: 0 0 .75rem; }
h2 { font: 450 1.375rem/1.75rem var(--serif); margin: 2rem 0 .5rem; }
h3 { font: 550 .9375rem/1.375rem var(--sans); margin: 1.5rem 0 .25rem; }
p { margin: 0 0 .75rem; max-width: 42rem; }
.lead { font: 1.125rem/1.625rem var(--serif); }
.quiet { color: var(--ink-2); }
a { color: var(--link); text-underline-offset: .15em; }
.go { display: inline-block; margin-block: .5rem; padding: .6875rem 1.25rem; border-radius: 8px;
  background: var(--ink); color: var(--bg); font-weight: 550; text-decoration: none; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
code, pre { font: .8125rem/1.25rem var(--mono); }
pre { background: var(--sunken); padding: .75rem 1rem; overflow-x: auto; border-radius: 4px; }
code { background: var(--sunken); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
ul { padding-inline-start: 1.25rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav a { display: inline-block; padding-block: .25rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .8125rem; line-height: 1.125rem; }
th { text-align: start; color: var(--ink-3); font-size: .75rem; font-weight: 500;
  border-bottom: 1px solid var(--line); padding: .375rem .75rem .375rem 0; }
td { vertical-align: top; border-bottom: 1px solid var(--line); padding: .375rem .75rem .375rem 0; }
caption { text-align: start; padding-block-end: .25rem; }
.figures { max-width: 24rem; margin-block: 1rem; }
.figures td { text-align: end; padding-inline-end: 0; }
section { border-top: 1px solid var(--line); padding-top: .25rem; margin-top: 1.5rem; }
summary { cursor: pointer; color: var(--link); padding-block: .375rem; }
.address { font: 550 .9375rem/1.375rem var(--mono); overflow-wrap: anywhere; }
.square { width: 6rem; height: 6rem; display: block; margin-bottom: 1.5rem; }
.square .frame { fill: none; stroke: var(--ink); stroke-width: 3; }
.square .part { fill: none; stroke: var(--ink-3); stroke-dasharray: 3 3; }
.square .paid { fill: var(--accent); }
.square .edge { fill: var(--ink); }
@media (min-width: 60rem) { header { padding-top: 4rem; } body { padding-inline: 1.5rem; } }
`;
