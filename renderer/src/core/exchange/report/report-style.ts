/** The report's own style: fonts of the system, one column, and pages that break between passages. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 3rem 1.5rem 6rem; background: #fff; color: #1c1d21;
  font: 16px/1.55 "Source Serif 4", Charter, Georgia, "Noto Serif", serif; }
h1, h2, h3, h4, .facts, .source, nav, table, .code { font-family: Inter, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 3rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid #c9cbd2; font-size: 1.25rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1rem; }
h3 .path { color: #5b5e69; font-weight: 400; }
.facts, .source { color: #5b5e69; font-size: .8125rem; }
.passage .source { margin-top: .3rem; }
h3 .number { font-weight: 400; }
nav ul { margin: .5rem 0 0; padding: 0; list-style: none; columns: 2; column-gap: 2rem; font-size: .875rem; }
nav li { padding: .1rem 0; break-inside: avoid; }
a { color: inherit; text-decoration-color: #b9bbc4; text-underline-offset: 2px; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.number { color: #5b5e69; font-variant-numeric: tabular-nums; }
.swatch { display: inline-block; width: .7em; height: .7em; margin-right: .45em; border-radius: 2px; background: var(--hue, #3d4154); }
dl { margin: .25rem 0 0; }
dt { color: #5b5e69; font-size: .875rem; font-style: italic; }
dd { margin: 0 0 .5rem; }
dd p, .definition p { margin: 0 0 .35rem; }
.passage { margin: 0 0 1.4rem; padding-left: .9rem; border-left: 3px solid var(--hue, #c9cbd2); break-inside: avoid; }
.passage p { margin: 0; }
.context { color: #6b6e79; }
.quote { background: #f1f2f5; color: #1c1d21; box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: .05em .1em; }
.code { display: inline-block; margin: .3rem .4rem 0 0; font-size: .8125rem; }
.memo { margin-top: .4rem; padding-left: .9rem; border-left: 1px solid #c9cbd2; font-style: italic; }
.memo .code { margin: 0; font-style: normal; }
.nothing { color: #5b5e69; font-style: italic; }
@page { margin: 20mm 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { break-before: page; }
  h2:first-of-type { break-before: auto; }
  h3 { break-after: avoid; }
  a { text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
