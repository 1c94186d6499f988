import { caseShare, grouped } from './case-share.ts';
import { barChart } from './charts.ts';
import { type Html, html } from './html.ts';
import { DECISION_SUPPORT_NOTE, identityText } from './identity.ts';
import { htmlPage } from './page-frame.ts';
import { agreementPart, comparisonPart } from './summary-html-agreement.ts';
import type { SummaryPage } from './summary-page.ts';
import { ALL_CASES, type SummarySection, summarySections } from './summary-sections.ts';
import { SUMMARY_STYLE } from './summary-style.ts';

/** How many bars of a section are drawn; its table has all of them. */
const MOST_BARS = 8;

/** What a scoring run found as one HTML page that needs nothing beside it, to be looked at and printed. */
export function renderSummaryHtml(page: SummaryPage): string {
  const { ruleSet, identity, files, day, summary } = page;
  const title = `${grouped(summary.scored)} ${summary.scored === 1 ? 'case' : 'cases'} scored`;
  const [first, ...others] = parts(summarySections(page));
  const body = html`
<main>
<header>
<div>
<p class="about">${['Level-of-care screening', day, files.join(', ')].join(' · ')}</p>
<h1>${title}</h1>
<dl class="counts">${counts(page).map(([name, count]) => html`<div><dt>${name}</dt><dd>${grouped(count)}</dd></div>`)}</dl>
</div>
</header>
${first === undefined ? undefined : partHtml(first)}
${page.expected === undefined ? undefined : agreementPart(ruleSet, page.expected)}
${page.comparison === undefined ? undefined : comparisonPart(ruleSet, page.comparison)}
${others.map(partHtml)}
</main>
<footer><p>${identityText(identity)} · ${DECISION_SUPPORT_NOTE}</p></footer>
`;
  return htmlPage({ title: `${title} · ${day}`, style: SUMMARY_STYLE, body });
}

function counts({ summary }: SummaryPage): readonly (readonly [name: string, count: number])[] {
  const settled = summary.settled.reduce((sum, cases) => sum + cases, 0);
  return [
    ['One level', settled],
    ['Open, several levels', summary.scored - settled],
    ['With an alert', summary.alerted],
    ['Rejected rows', summary.rejected],
  ];
}

/** The sections of each part of the page, in order. */
function parts(sections: readonly SummarySection[]): SummarySection[][] {
  const names = [...new Set(sections.map(({ part }) => part))];
  return names.map((name) => sections.filter(({ part }) => part === name));
}

function partHtml(sections: readonly SummarySection[]): Html {
  const part = sections[0]?.part ?? '';
  return html`
<section class="part">
<h2>${part}</h2>
${sections.map((section) => sectionHtml(section, section.title !== part))}
</section>`;
}

function sectionHtml(section: SummarySection, hasTitle: boolean): Html {
  const { title, bars, shareOf, isClosedList } = section;
  const mostBars = isClosedList ? bars.length : MOST_BARS;
  const notes = [
    ...(shareOf === ALL_CASES ? [] : [`In shares of ${shareOf}.`]),
    ...(bars.length > mostBars ? [`The ${mostBars} most frequent of ${bars.length}.`] : []),
  ];
  return html`
${hasTitle ? html`<h3>${title}</h3>` : undefined}
${notes.length > 0 ? html`<p class="lead">${notes.join(' ')}</p>` : undefined}
${barChart(section, mostBars)}
<details>
<summary>${title} as a table</summary>
${tableHtml(section)}
</details>`;
}

function tableHtml({ title, bars, whole }: SummarySection): Html {
  const hasMeanings = bars.some(({ says }) => says !== undefined);
  const row = ({ label, id, says, cases }: SummarySection['bars'][number]) => html`
<tr><th scope="row">${label}${id === undefined ? undefined : html`<span class="id">${id}</span>`}</th>
${hasMeanings ? html`<td>${says}</td>` : undefined}<td class="number">${grouped(cases)}</td><td class="number">${caseShare(cases, whole)}</td></tr>`;
  return html`
<table>
<caption>${title}</caption>
<thead><tr><th scope="col">What</th>${hasMeanings ? html`<th scope="col">Meaning</th>` : undefined}<th scope="col" class="number">Cases</th><th scope="col" class="number">Share</th></tr></thead>
<tbody>${bars.map(row)}
</tbody>
</table>`;
}
