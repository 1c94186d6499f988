/** The style of the criteria page: one column of text, light and dark, and a print form without what only a screen needs. */
export const CRITERIA_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7;
  --card: #ffffff;
  --ink: #20272c;
  --soft: #59646b;
  --line: #dfdcd3;
  --link: #0b5d6b;
  --alert: #a11d2b;
  --alert-paper: #fdf0ef;
  --bottom-rung: #9fcdc9;
  --top-rung: #4a3f78;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15191c;
    --card: #1b2124;
    --ink: #e4e2dc;
    --soft: #a3adb2;
    --line: #323a3e;
    --link: #7cc8d4;
    --alert: #ff9d98;
    --alert-paper: #331d1e;
    --bottom-rung: #2f5a58;
    --top-rung: #a99bdc;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  text-wrap: pretty;
  overflow-wrap: anywhere;
}
h1, h2, h3 { font-family: ui-serif, Georgia, "Noto Serif", "DejaVu Serif", serif; line-height: 1.25; text-wrap: balance; }
h1 { margin: 0.2rem 0; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); font-weight: 600; }
h2 { margin: 0 0 1rem; font-size: 1.5rem; font-weight: 600; }
h3 { margin: 2rem 0 0.75rem; font-size: 1.12rem; font-weight: 600; }
h4 { margin: 0; font-size: 1rem; }
p, ul, ol, dl { margin: 0 0 0.75rem; }
a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
a:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--card); }
.skip:focus { top: 1rem; z-index: 1; }

header, .frame, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 3rem; padding-bottom: 2rem; }
header p { margin: 0; color: var(--soft); }
.identity { font: 0.85rem/1.6 ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; }
.frame { display: grid; grid-template-columns: 15rem minmax(0, 46rem); gap: 3.5rem; align-items: start; }
footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--soft); font-size: 0.875rem; }

nav { position: sticky; top: 1.5rem; font-size: 0.925rem; }
nav ul { list-style: none; padding: 0; border-left: 1px solid var(--line); }
nav li a { display: block; padding: 0.28rem 0 0.28rem 1rem; color: var(--soft); text-decoration: none; }
nav li a:hover { color: var(--link); text-decoration: underline; }
form { margin-bottom: 1.5rem; }
label { display: block; margin-bottom: 0.3rem; color: var(--soft); }
input {
  width: 100%;
  padding: 0.5rem 0.65rem;
  border: 1px solid var(--soft);
  border-radius: 6px;
  background: var(--card);
  color: inherit;
  font: inherit;
}
[role="status"] { min-height: 1.6em; margin: 0.3rem 0 0; color: var(--soft); font-size: 0.875rem; }

main > section { padding-bottom: 3rem; margin-bottom: 3rem; border-bottom: 1px solid var(--line); }
main > section:last-child { border-bottom: 0; margin-bottom: 0; }
.facts > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0 1rem; padding: 0.45rem 0; }
.facts > div + div { border-top: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; }
dd ul { margin: 0; padding-left: 1.1rem; }
.quiet, .help, .window { color: var(--soft); }
.window::before { content: "· "; }

.ladder li, .level { --rung: color-mix(in oklab, var(--top-rung) calc(100% * var(--rank)), var(--bottom-rung)); }
.ladder { list-style: none; margin: 1.5rem 0 0; padding: 0; }
.ladder li {
  display: grid;
  grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
  gap: 0 1.5rem;
  padding: 0.9rem 1.1rem;
  border-left: 8px solid var(--rung);
  background: var(--card);
}
.ladder li + li { margin-top: 0.4rem; }
.ladder strong { font-weight: 600; }
.ladder span { color: var(--soft); }
.level > h2 { padding-left: 0.9rem; border-left: 8px solid var(--rung); }

.rule, .question, .decision { margin: 0 0 1rem; padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
.rule:target, .question:has(:target), .bibliography li:target { outline: 2px solid var(--link); outline-offset: 3px; }
.rule h4 { margin-bottom: 0.35rem; color: var(--soft); font: 0.82rem/1.5 ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; }
.sentence { margin-bottom: 0.4rem; }
.outline { margin-bottom: 0.6rem; padding-left: 1.25rem; }
.outline .outline { margin: 0.1rem 0 0.2rem; }
.outline li::marker { color: var(--soft); }
.advice { font-size: 1.05rem; }
.because { font-style: italic; margin-bottom: 0.6rem; }
.alert { margin-bottom: 0.6rem; padding: 0.4rem 0.75rem; border-left: 4px solid var(--alert); background: var(--alert-paper); color: var(--alert); }
.alert strong { margin-right: 0.4rem; text-transform: uppercase; font-size: 0.82rem; letter-spacing: 0.06em; }
.sources { margin: 0; padding: 0; list-style: none; color: var(--soft); font-size: 0.85rem; line-height: 1.5; }
.sources li { padding-left: 1rem; text-indent: -1rem; }
.sources .practice { font-style: italic; }
.sources a { color: inherit; }
p.also { margin: 0; color: var(--soft); font-size: 0.875rem; }
ul.also { font-size: 0.875rem; padding-left: 1.1rem; }
.question h3, .question h4 { margin: 0 0 0.3rem; font: 600 1.05rem/1.4 ui-serif, Georgia, "Noto Serif", "DejaVu Serif", serif; }
.prompt { margin-bottom: 0.2rem; }
.help { font-size: 0.925rem; }
.answers { margin-bottom: 0; padding-left: 1.6rem; }
.answers li { margin-bottom: 0.35rem; }
.answers li::marker { color: var(--soft); }
.label { font-weight: 600; }
.label::after { content: "."; }
.decision h3 { margin-top: 0; }
.bibliography { padding: 0; list-style: none; }
.bibliography li { margin-bottom: 0.9rem; }
@media screen {
  .unfound { display: none; }
}
@media screen and (max-width: 56rem) {
  .frame { grid-template-columns: minmax(0, 1fr); gap: 2rem; }
  header { padding-top: 1.75rem; padding-bottom: 1.25rem; }
  header, .frame, footer { padding-left: 1rem; padding-right: 1rem; }
  nav { position: static; }
  .facts > div, .ladder li { grid-template-columns: minmax(0, 1fr); }
  .rule, .question, .decision { padding: 0.9rem 1rem; }
}
@page { margin: 13mm 16mm 15mm; }
@media print {
  :root {
    --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000; --alert: #8a0f1c; --alert-paper: #fff;
    --bottom-rung: #9fcdc9; --top-rung: #4a3f78;
  }
  html { font-size: 9.5pt; }
  body { line-height: 1.45; }
  nav, .skip { display: none; }
  header, .frame, footer { display: block; max-width: none; padding: 0; }
  header { margin-bottom: 1rem; }
  main > section { padding-bottom: 0; margin-bottom: 1.5rem; border: 0; }
  .level, .dimension { break-before: page; }
  h2, h3, h4 { break-after: avoid; }
  .rule, .question, .decision { padding: 0.5rem 0; border: 0; border-top: 1px solid var(--line); border-radius: 0; margin: 0; }
  .rule, .question, .decision, .ladder li, .facts > div, .bibliography li { break-inside: avoid; }
  .ladder, .level > h2 { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .ladder { break-inside: avoid; }
  .ladder li { padding: 0.4rem 0.9rem; }
  .block > h3 + * { break-before: avoid; }
  .sources li { display: inline; padding: 0; }
  .sources li + li::before { content: "; "; }
  a { text-decoration: none; }
}
`;
