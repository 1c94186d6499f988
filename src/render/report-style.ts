/** The style of a report: one calm page, light and dark, and on paper a single sheet for a usual case. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7;
  --ink: #20272c;
  --soft: #59646b;
  --line: #dfdcd3;
  --rail: #b9b5aa;
  --mark: #0b5d6b;
  --alert: #a11d2b;
  --alert-paper: #fdf0ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15191c;
    --ink: #e4e2dc;
    --soft: #a3adb2;
    --line: #323a3e;
    --rail: #4a555a;
    --mark: #7cc8d4;
    --alert: #ff9d98;
    --alert-paper: #331d1e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 64rem;
  padding: 2.5rem 1.75rem;
  background: var(--paper);
  color: var(--ink);
  font: 0.97rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  text-wrap: pretty;
  overflow-wrap: anywhere;
}
h1, h2 { font-family: ui-serif, Georgia, "Noto Serif", "DejaVu Serif", serif; font-weight: 600; line-height: 1.25; text-wrap: balance; }
h1 { margin: 0.25rem 0 1.1rem; font-size: clamp(1.5rem, 1.2rem + 1.4vw, 2rem); }
h2 { margin: 0 0 0.5rem; font-size: 1.12rem; }
h3 { margin: 0 0 0.3rem; color: var(--soft); font-size: 0.85rem; font-weight: 600; }
p, ul, ol, dl, dd { margin: 0; }
ul { padding-left: 1.05rem; }
li::marker { color: var(--soft); }
dt, .about, footer { color: var(--soft); }
.about, footer { font-size: 0.85rem; }

.alert { margin-bottom: 2rem; padding: 0.9rem 1.1rem; border-left: 5px solid var(--alert); background: var(--alert-paper); }
.alert ul { margin-bottom: 0.4rem; padding: 0; list-style: none; color: var(--alert); font-weight: 600; }
.alert strong { margin-right: 0.4rem; text-transform: uppercase; font-size: 0.82rem; letter-spacing: 0.06em; }

header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2.5rem; align-items: start; padding-bottom: 1.75rem; border-bottom: 1px solid var(--line); }
.level > div { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 1rem; }
.level > div + div { margin-top: 0.25rem; }

.ladder { min-width: 15rem; padding: 0; list-style: none; }
.ladder li { position: relative; padding: 0.62rem 0 0.62rem 5rem; line-height: 1.25; }
.ladder li::before {
  content: "";
  position: absolute;
  inset: 0 auto 0 0;
  width: 3.75rem;
  border: solid var(--rail);
  border-width: 0 4px;
  background: linear-gradient(var(--rail), var(--rail)) center / 100% 4px no-repeat;
}
.ladder li:first-child::before { border-radius: 3px 3px 0 0; }
.ladder li:last-child::before { border-radius: 0 0 3px 3px; }
.ladder .suggested::after, .ladder .possible::after {
  content: "";
  position: absolute;
  left: 0.5rem;
  top: 50%;
  width: 2.75rem;
  height: 0.8rem;
  transform: translateY(-50%);
  border: 2px solid var(--mark);
  border-radius: 0.4rem;
  background: var(--paper);
}
.ladder .suggested::after { background: var(--mark); }
.ladder .standing { display: block; color: var(--soft); font-size: 0.8rem; }
.ladder .standing b { color: var(--ink); }
.ladder .suggested .word, .ladder .possible .word { color: var(--mark); font-weight: 600; }

.placement { margin-top: 1.75rem; padding: 0.15rem 0 0.15rem 1.1rem; border-left: 5px solid var(--mark); }
.placement ul { padding: 0; list-style: none; }
.columns { display: grid; grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); gap: 0 2.75rem; padding: 1.75rem 0 0; }
.columns > :only-child { grid-column: 1 / -1; }
.columns section { margin-bottom: 1.5rem; }
.columns li + li { margin-top: 0.35rem; }
.columns li li + li { margin-top: 0; }
section > p { margin-bottom: 0.3rem; }
.basis { display: block; color: var(--soft); font-size: 0.82rem; line-height: 1.45; }

.answers { padding: 1.5rem 0 1.75rem; border-top: 1px solid var(--line); }
.groups { columns: 3 15rem; column-gap: 2rem; font-size: 0.9rem; }
.group { break-inside: avoid; margin-bottom: 1rem; }
.group dl > div { padding: 0.12rem 0; }
.group dt, .group dd { display: inline; }
.group dt::after { content: ":\\a0"; }
.note { display: block; padding-left: 0.8rem; font-style: italic; }
footer { padding-top: 1rem; border-top: 1px solid var(--line); }

@media screen and (max-width: 46rem) {
  body { padding: 1.25rem 1rem; }
  header, .columns { grid-template-columns: minmax(0, 1fr); }
  .level > div { grid-template-columns: minmax(0, 1fr); }
}
@page { margin: 11mm 13mm; }
@media print {
  :root {
    --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --rail: #999; --mark: #0b5d6b; --alert: #8a0f1c; --alert-paper: #fff;
  }
  html { font-size: 8.2pt; }
  body { max-width: none; padding: 0; line-height: 1.38; }
  h1 { margin-bottom: 0.5rem; font-size: 1.5rem; }
  h2 { margin-bottom: 0.25rem; break-after: avoid; }
  header { padding-bottom: 0.9rem; }
  .alert { margin-bottom: 1rem; padding: 0.4rem 0.8rem; }
  .ladder li { padding-top: 0.36rem; padding-bottom: 0.36rem; }
  .ladder, .alert { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .placement { margin-top: 0.9rem; }
  .columns { padding-top: 0.9rem; }
  .columns { gap: 0 1.75rem; }
  .columns section { margin-bottom: 0.8rem; }
  .columns li + li { margin-top: 0.15rem; }
  .columns li { break-inside: avoid; }
  .answers { padding: 0.8rem 0 0.6rem; }
  .groups { columns: 3; column-gap: 1.5rem; }
  .group { margin-bottom: 0.5rem; }
  .group dl > div { padding: 0; }
  footer { padding-top: 0.5rem; }
}
`;
