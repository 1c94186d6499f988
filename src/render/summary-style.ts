import { REPORT_STYLE } from './report-style.ts';

/**
 * The style of the page about a scoring run: that of a report, and what its charts and tables need. The rungs of the
 * ladder differ in lightness as well as in hue, step by step, so that their order shows to every eye.
 */
export const SUMMARY_STYLE = `${REPORT_STYLE}
:root { --bottom-rung: #3f8f8b; --top-rung: #43306f; --open: #f0eee7; --heat: #0b5d6b; }
@media (prefers-color-scheme: dark) {
  :root { --bottom-rung: #4d8480; --top-rung: #cdbff5; --open: #23292c; --heat: #7cc8d4; }
}
header { border: 0; padding-bottom: 0.5rem; }
.counts { display: flex; flex-wrap: wrap; gap: 0.4rem 2.25rem; margin-top: 0.25rem; }
.counts div { min-width: 5rem; }
.counts dd { font-size: 1.5rem; font-variant-numeric: tabular-nums; line-height: 1.25; }
.part { padding: 1.6rem 0 1.1rem; border-top: 1px solid var(--line); }
.part > h2 { font-size: 1.3rem; }
.part h3 { margin-top: 1.1rem; color: var(--ink); font-size: 0.97rem; }
.lead { color: var(--soft); font-size: 0.9rem; margin-bottom: 0.6rem; }
.chart svg { display: block; width: 100%; height: auto; }
.chart.wide { max-width: 54rem; }
.chart.narrow { display: none; }
details { margin: 0.35rem 0 0.5rem; font-size: 0.88rem; }
summary { width: fit-content; color: var(--mark); cursor: pointer; }
summary:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; border-radius: 2px; }
.scroll { overflow-x: auto; }
details caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
table { width: 100%; margin: 0.5rem 0 0.75rem; border-collapse: collapse; font-size: 0.88rem; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 0.3rem; color: var(--soft); text-align: left; }
th, td { overflow-wrap: break-word; padding: 0.32rem 0.9rem 0.32rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--soft); font-weight: 400; }
tbody th { font-weight: 500; }
td.number, th.number { width: 1%; text-align: right; white-space: nowrap; }
.id { display: block; overflow-wrap: anywhere; color: var(--soft); font: 0.82rem/1.5 ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; }
.pair { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 5fr); gap: 0 2.5rem; align-items: start; }
.pair td, .pair tbody th { white-space: nowrap; }
.pair > :only-child { grid-column: 1; }
.matrix tbody th { padding-top: 0.5rem; padding-bottom: 0.5rem; }
.matrix td { padding: 0.5rem 0.75rem; text-align: right; background: color-mix(in oklab, var(--heat) calc(34% * var(--share)), var(--paper)); }
.matrix td.same { outline: 2px solid var(--soft); outline-offset: -2px; font-weight: 600; }
.matrix thead th { padding-left: 0.75rem; text-align: right; }
.matrix thead th:first-child { padding-left: 0; text-align: left; }
.range { position: relative; width: 26%; min-width: 5rem; }
.range span { position: absolute; top: 50%; background: var(--line); }
.range .track { left: 0; right: 0.9rem; height: 1px; }
.range i { position: absolute; top: 50%; display: block; transform: translateY(-50%); background: var(--mark); }
.range .scale { position: absolute; inset: 0 0.9rem 0 0; background: none; }
.range .extent { height: 9px; border-radius: 2px; opacity: 0.4; }
.range .point { width: 3px; height: 15px; margin-left: -1.5px; border-radius: 1px; }
.note-line { color: var(--soft); font-size: 0.85rem; }

@media screen and (max-width: 46rem) {
  .chart.wide { display: none; }
  .chart.narrow { display: block; max-width: 26rem; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .counts { gap: 0.4rem 1.5rem; }
  .matrix { font-size: 0.82rem; }
  .matrix td, .matrix thead th { padding-left: 0.3rem; padding-right: 0.4rem; }
  .matrix tbody th { padding-right: 0.4rem; }
  .pair .range { display: none; }
  .pair tbody th { white-space: normal; }
  .band-note { display: none; }
}
@media print {
  :root { --bottom-rung: #3f8f8b; --top-rung: #43306f; --open: #fff; --heat: #0b5d6b; }
  html { font-size: 9pt; }
  .part { padding: 0.9rem 0 0.5rem; }
  .part > h2, .part h3, .lead { break-after: avoid; }
  .chart, tr, .counts { break-inside: avoid; }
  .chart.wide { max-width: 16cm; }
  details:not([open]) { display: none; }
  .matrix td, .range i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
