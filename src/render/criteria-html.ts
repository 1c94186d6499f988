import type { RuleSet } from '../core/rule-set.ts';
import { questionAt } from './answer-text.ts';
import type { Criteria, CriteriaGroup } from './criteria.ts';
import {
  anchorOf,
  citationsHtml,
  factsHtml,
  groupHtml,
  type PageContext,
  questionHtml,
  rankStyle,
} from './criteria-html-rules.ts';
import { CRITERIA_SCRIPT } from './criteria-script.ts';
import { CRITERIA_STYLE } from './criteria-style.ts';
import { groupTitle, HOW_TO_READ, isWebAddress, ruleSetFacts } from './criteria-words.ts';
import { type Html, html } from './html.ts';
import { DECISION_SUPPORT_NOTE, identityText } from './identity.ts';
import { htmlPage } from './page-frame.ts';
import { asSentence } from './rule-sentence.ts';

/** The criteria as one HTML page that needs nothing beside it, to be read, searched and printed. */
export function renderCriteriaHtml(criteria: Criteria): string {
  const { ruleSet, identity, groups, questions, isWhole } = criteria;
  const context = { ruleSet, shownQuestions: shownQuestions(criteria) };
  const body = html`
<a class="skip" href="#criteria">Skip to the criteria</a>
<header>
<p class="identity">${identityText(identity)}</p>
<h1>${ruleSet.title}</h1>
<p class="note">${DECISION_SUPPORT_NOTE}</p>
</header>
<div class="frame">
${contents(criteria)}
<main id="criteria">
${isWhole ? ladder(ruleSet, groups) : undefined}
${isWhole ? preface(ruleSet) : undefined}
${groups.map((group) => groupHtml(context, group))}
${questions.length === 0 ? undefined : questionsChapter(context, questions)}
${isWhole && ruleSet.decisions.length > 0 ? decisions(ruleSet) : undefined}
${criteria.sources.length === 0 ? undefined : sources(criteria)}
</main>
</div>
<footer><p>${identityText(identity)} · ${DECISION_SUPPORT_NOTE}</p></footer>
`;
  return htmlPage({ title: ruleSet.title, style: CRITERIA_STYLE, body, script: CRITERIA_SCRIPT });
}

function shownQuestions({ ruleSet, groups, questions }: Criteria): ReadonlySet<string> {
  const inGroups = groups.flatMap((group) => {
    if (group.kind === 'question') return [questionAt(ruleSet, group.index)];
    return group.kind === 'dimension'
      ? ruleSet.questions.filter((question) => question.dimension === group.index)
      : [];
  });
  return new Set([...questions.map((index) => questionAt(ruleSet, index)), ...inGroups].map(({ id }) => id));
}

function contents({ ruleSet, groups, questions, isWhole, sources: cited }: Criteria): Html {
  const chapters: readonly (readonly [anchor: string, title: string])[] = [
    ...(isWhole
      ? ([
          ['ladder', 'The ladder'],
          ['about', 'About these criteria'],
        ] as const)
      : []),
    ...groups.map((group) => [anchorOf(ruleSet, group), groupTitle(ruleSet, group)] as const),
    ...(questions.length === 0 ? [] : ([['questions', 'Questions and answers']] as const)),
    ...(isWhole && ruleSet.decisions.length > 0
      ? ([['decisions', 'Where the sources disagree or are silent']] as const)
      : []),
    ...(cited.length === 0 ? [] : ([['sources', 'Sources']] as const)),
  ];
  return html`
<nav aria-label="Contents">
<form id="search" role="search" hidden>
<label for="words">Search</label>
<input id="words" type="search" autocomplete="off" spellcheck="false">
<p role="status"></p>
</form>
<ul>${chapters.map(([anchor, title]) => html`<li><a href="#${anchor}">${title}</a></li>`)}</ul>
</nav>`;
}

function preface(ruleSet: RuleSet): Html {
  return html`
<section aria-labelledby="about" data-holder>
<h2 id="about">About these criteria</h2>
<dl class="facts">
${factsHtml(ruleSetFacts(ruleSet))}
<div><dt>Not for</dt><dd><ul>${ruleSet.notFor.map((text) => html`<li>${text}</li>`)}</ul></dd></div>
</dl>
</section>`;
}

function ladder(ruleSet: RuleSet, groups: readonly CriteriaGroup[]): Html {
  const rungs = ruleSet.levels.map((level, index) => {
    const group = groups.find((candidate) => candidate.kind === 'level' && candidate.index === index);
    const name =
      group === undefined
        ? html`${level.name}`
        : html`<a href="#${anchorOf(ruleSet, group)}">${level.name}</a>`;
    return html`<li style="${rankStyle(ruleSet, index)}"><strong>${name}</strong><span>${level.dose}</span></li>`;
  });
  return html`
<section aria-labelledby="ladder" data-holder>
<h2 id="ladder">The ladder</h2>
<p>${HOW_TO_READ}</p>
<ol class="ladder" reversed>${rungs.reverse()}</ol>
</section>`;
}

function questionsChapter(context: PageContext, questions: readonly number[]): Html {
  const { dimensions } = context.ruleSet;
  const parts = dimensions.flatMap((dimension, index) => {
    const asked = questions.filter((question) => questionAt(context.ruleSet, question).dimension === index);
    if (asked.length === 0) return [];
    return html`
<div class="block" data-holder>
<h3>${dimension.title}</h3>
${asked.map((question) => questionHtml(context, question, 4))}
</div>`;
  });
  return html`
<section class="chapter" aria-labelledby="questions" data-holder>
<h2 id="questions">Questions and answers</h2>
<p class="quiet">Numbered answers run from least to most serious.</p>
${parts}
</section>`;
}

function decisions(ruleSet: RuleSet): Html {
  const entries = ruleSet.decisions.map(
    ({ topic, chosen, because, sources: cited }) => html`
<article class="decision" data-entry>
<h3>${topic}</h3>
<p>${chosen}</p>
<p class="because">${because}</p>
${citationsHtml(ruleSet, cited)}
</article>`,
  );
  return html`
<section class="chapter" aria-labelledby="decisions" data-holder>
<h2 id="decisions">Where the sources disagree or are silent</h2>
${entries}
</section>`;
}

function sources(criteria: Criteria): Html {
  const entries = criteria.sources.map(({ id, title, citation, date, url }) => {
    const link =
      url === undefined
        ? undefined
        : isWebAddress(url)
          ? html` <a href="${url}" rel="noreferrer">${url}</a>`
          : html` ${url}`;
    return html`<li id="source-${id}" data-entry><strong>${asSentence(title)}</strong> ${citation}${date === undefined ? undefined : html` ${date}.`}${link}</li>`;
  });
  return html`
<section class="chapter" aria-labelledby="sources" data-holder>
<h2 id="sources">Sources</h2>
<ul class="bibliography">${entries}</ul>
</section>`;
}
