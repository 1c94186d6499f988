import { Html, html } from '../render/html.ts';
import { htmlPage } from '../render/page-frame.ts';
import { REPORT_STYLE } from '../render/report-style.ts';
import type { ExamReport, ExamReportCase } from './exam-report.ts';

const EXAM_STYLE = `
table { border-collapse: collapse; }
caption { margin-bottom: 0.4rem; color: var(--soft); font-size: 0.85rem; text-align: left; }
th, td { padding: 0.2rem 0.7rem; border: 1px solid var(--line); text-align: right; }
th[scope="row"] { text-align: left; }
th { color: var(--soft); font-weight: 600; }
td.same { color: var(--mark); font-weight: 600; }
header .level > div { grid-template-columns: 9rem minmax(0, 1fr); }
.case { padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
.case summary { cursor: pointer; font-weight: 600; }
.case blockquote { margin: 0.6rem 0; padding-left: 1.1rem; border-left: 4px solid var(--rail); }
.case blockquote p + p { margin-top: 0.4rem; }
.case .verdict { margin-bottom: 0.4rem; }
@media screen and (max-width: 46rem) { header .level > div { grid-template-columns: minmax(0, 1fr); } }
@media print { .case { padding: 0.5rem 0; break-inside: avoid; } }
`;

/** The result of an exam as one HTML page that needs nothing beside it. Cases placed otherwise than the criteria do stand open. */
export function renderExamHtml({
  title,
  about,
  facts,
  levels,
  agreement,
  cases,
  footer,
}: ExamReport): string {
  const body = html`
<main>
<header>
<div>
<p class="about">${about.join(' · ')}</p>
<h1>${title}</h1>
<dl class="level">${facts.map(([label, says]) => html`<div><dt>${label}</dt><dd>${says}</dd></div>`)}</dl>
</div>
<table>
<caption>Placements (columns) beside the criteria (rows)</caption>
<thead><tr><td></td>${levels.map((level) => html`<th scope="col">${level}</th>`)}</tr></thead>
<tbody>${agreement.matrix.map(
    (counts, row) =>
      html`<tr><th scope="row">${levels[row]}</th>${counts.map((count, column) => html`<td${column === row ? new Html(' class="same"') : undefined}>${count}</td>`)}</tr>`,
  )}</tbody>
</table>
</header>
<section aria-label="Cases">${cases.map(caseHtml)}</section>
</main>
<footer><p>${footer}</p></footer>
`;
  return htmlPage({ title: [title, ...about].join(' · '), style: REPORT_STYLE + EXAM_STYLE, body });
}

function caseHtml({ title, story, isSame, verdict, points, assigned }: ExamReportCase): Html {
  return html`
<details class="case"${isSame ? undefined : new Html(' open')}>
<summary>${title}</summary>
<blockquote>${story.map((paragraph) => html`<p>${paragraph}</p>`)}</blockquote>
<p class="verdict">${verdict}</p>
${assigned === undefined ? undefined : html`<p class="verdict">${assigned}</p>`}
<ul>${points.map(({ text, basis }) => html`<li>${text}${basis === '' ? undefined : html`<span class="basis">${basis}</span>`}</li>`)}</ul>
</details>`;
}
