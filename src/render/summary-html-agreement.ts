import type { RuleSet } from '../core/rule-set.ts';
import type { Estimate } from '../statistics/agreement.ts';
import type { ConfusionMatrix } from '../statistics/confusion-matrix.ts';
import {
  comparedNotes,
  decidedBy,
  directionText,
  figureText,
  intervalNote,
  matrixCaption,
  openNote,
} from './agreement-words.ts';
import { grouped } from './case-share.ts';
import { type Html, html } from './html.ts';
import { identityText } from './identity.ts';
import { levelWord, rangeWords } from './level-word.ts';
import type { ComparedRuleSet, ExpectedLevels, ListedDifferences } from './summary-page.ts';

/** How far the suggested levels agree with those of a reviewer, as a part of the page. */
export function agreementPart(ruleSet: RuleSet, expected: ExpectedLevels): Html {
  const { agreement, column, differences } = expected;
  return html`
<section class="part">
<h2>Agreement with the levels in “${column}”</h2>
<p class="lead">${openNote(expected)}</p>
<div class="pair">
<div>${matrixTable(ruleSet, agreement.matrix, 'Reviewer')}</div>
<div>
${figureTable(agreement.estimates)}
<p class="note-line">${intervalNote(agreement)} <span class="band-note">The mark is the figure, the band its interval; the line runs from 0 to 1.</span></p>
</div>
</div>
${differenceTable(ruleSet, differences, undefined)}
</section>`;
}

/** How the suggested levels differ from those of another rule set, as a part of the page. */
export function comparisonPart(ruleSet: RuleSet, comparison: ComparedRuleSet): Html {
  const name = identityText(comparison.identity);
  return html`
<section class="part">
<h2>Compared with ${name}</h2>
<p class="lead">${comparedNotes(comparison).join(' ')}</p>
<div class="pair"><div>${matrixTable(ruleSet, comparison.matrix, name)}</div></div>
${differenceTable(ruleSet, comparison.differences, name)}
</section>`;
}

/** Each cell is shaded by its share of its row, so that a rare level is as easy to read as a frequent one. */
function matrixTable(ruleSet: RuleSet, matrix: ConfusionMatrix, other: string): Html {
  const words = ruleSet.levels.map(levelWord);
  const rows = matrix.map((counts, row) => {
    const whole = counts.reduce((sum, count) => sum + count, 0);
    const cells = counts.map((count, column) => {
      const share = whole === 0 ? '0' : (count / whole).toFixed(3);
      return html`<td class="${row === column ? 'same' : 'other'}" style="--share: ${share}">${grouped(count)}</td>`;
    });
    return html`
<tr><th scope="row">${words[row]}</th>${cells}</tr>`;
  });
  return html`
<div class="scroll" role="region" tabindex="0" aria-label="${matrixCaption(other)}">
<table class="matrix">
<caption>${matrixCaption(other)}, settled cases</caption>
<thead><tr><td></td>${words.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead>
<tbody>${rows}
</tbody>
</table>
</div>`;
}

function figureTable(estimates: readonly Estimate[]): Html {
  const rows = estimates.map((estimate) => {
    const { name, value, interval } = figureText(estimate);
    return html`
<tr><th scope="row">${name}</th><td>${value}</td><td>${interval}</td><td class="range" aria-hidden="true">${rangeHtml(estimate)}</td></tr>`;
  });
  return html`
<table>
<caption>Figures</caption>
<thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">95% interval</th><td class="range"></td></tr></thead>
<tbody>${rows}
</tbody>
</table>`;
}

/** From 0 to 1; what lies below 0 is drawn at 0. */
function rangeHtml({ value, interval }: Estimate): Html | undefined {
  if (value === undefined) return undefined;
  const percent = (number: number) => (100 * Math.max(0, number)).toFixed(1);
  const extent =
    interval === undefined
      ? undefined
      : html`<i class="extent" style="left: ${percent(interval.low)}%; width: ${percent(interval.high - Math.max(0, interval.low))}%"></i>`;
  return html`<span class="track"></span><span class="scale">${extent}<i class="point" style="left: ${percent(value)}%"></i></span>`;
}

function differenceTable(
  ruleSet: RuleSet,
  { count, first }: ListedDifferences,
  otherRuleSet: string | undefined,
): Html {
  if (count === 0) return html`<p class="note-line">No case is placed otherwise.</p>`;
  const rows = first.map((difference) => {
    const { id, own, other, direction } = difference;
    return html`
<tr><th scope="row">${id}</th><td>${rangeWords(ruleSet, other.lowest, other.highest)}</td><td>${rangeWords(ruleSet, own.lowest, own.highest)}</td><td>${directionText(direction)}</td><td>${decidedBy(difference, otherRuleSet !== undefined)}</td></tr>`;
  });
  const caption =
    count > first.length
      ? `The first ${first.length} of ${grouped(count)} cases placed otherwise`
      : 'Cases placed otherwise';
  return html`
<details>
<summary>${caption}</summary>
<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Case</th><th scope="col">${otherRuleSet ?? 'Reviewer'}</th><th scope="col">Suggested</th><th scope="col">Suggested is</th><th scope="col">Rules that decided</th></tr></thead>
<tbody>${rows}
</tbody>
</table>
</div>
</details>`;
}
