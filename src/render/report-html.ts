import { type Html, html } from './html.ts';
import { htmlPage } from './page-frame.ts';
import type { AnswersOfDimension, Report, ReportPart, ReportRung } from './report.ts';
import { REPORT_STYLE } from './report-style.ts';

const STANDINGS = {
  suggested: 'suggested',
  possible: 'still possible',
  below: 'not enough',
  between: 'ruled out',
  above: 'not called for',
} as const satisfies Record<ReportRung['standing'], string>;

/** A report as one HTML page that needs nothing beside it, to be read and printed. */
export function renderReportHtml(report: Report): string {
  const { headline, about, level, placement, reasoning, plan, answers, footer } = report;
  const body = html`
<main>
${alertHtml(report)}
<header>
<div>
<p class="about">${['Level-of-care screening', ...about].join(' · ')}</p>
<h1>${headline}</h1>
<dl class="level">${level.map(([label, says]) => html`<div><dt>${label}</dt><dd>${says}</dd></div>`)}</dl>
</div>
${ladderHtml(report.rungs)}
</header>
${placement.points.length === 0 ? undefined : html`<div class="placement">${partHtml(placement)}</div>`}
<div class="columns">
<div>${reasoning.map(partHtml)}</div>
${plan.length === 0 ? undefined : html`<div>${plan.map(partHtml)}</div>`}
</div>
${answers.length === 0 ? undefined : answersHtml(answers)}
</main>
<footer><p>${footer}</p></footer>
`;
  return htmlPage({ title: [headline, ...about].join(' · '), style: REPORT_STYLE, body });
}

function alertHtml({ alerts, emergency }: Report): Html | undefined {
  if (emergency === undefined) return undefined;
  return html`
<section class="alert" aria-label="Alert">
<ul>${alerts.map((alert) => html`<li><strong>Alert</strong> ${alert}</li>`)}</ul>
<p>${emergency}</p>
</section>`;
}

/** The levels as rungs, the most intensive on top; that what is drawn is also said in words. */
function ladderHtml(rungs: readonly ReportRung[]): Html {
  const items = rungs.map(
    ({ word, standing, isPlaced }) =>
      html`<li class="${standing}"><span class="word">${word}</span> <span class="standing">${STANDINGS[standing]}${isPlaced ? html` · <b>placed here</b>` : undefined}</span></li>`,
  );
  return html`<ol class="ladder" reversed aria-label="Ladder of care">${items.toReversed()}</ol>`;
}

function partHtml({ title, lead, points }: ReportPart): Html {
  const items = points.map(
    ({ text, details, basis }) =>
      html`<li>${text}${details === undefined ? undefined : html`<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>`}${basis === undefined ? undefined : html`<span class="basis">${basis}</span>`}</li>`,
  );
  return html`
<section>
<h2>${title}</h2>
${lead === undefined ? undefined : html`<p>${lead}</p>`}
<ul>${items}</ul>
</section>`;
}

function answersHtml(groups: readonly AnswersOfDimension[]): Html {
  const group = ({ title, answers }: AnswersOfDimension) => html`
<div class="group">
<h3>${title}</h3>
<dl>${answers.map(
    ({ question, answer, note }) =>
      html`<div><dt>${question}</dt><dd>${answer}${note === undefined ? undefined : html`<span class="note">Note: ${note}</span>`}</dd></div>`,
  )}</dl>
</div>`;
  return html`
<section class="answers">
<h2>Answers</h2>
<div class="groups">${groups.map(group)}</div>
</section>`;
}
