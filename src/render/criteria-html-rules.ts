import type { Citation, Rule, RuleSet } from '../core/rule-set.ts';
import { questionAt } from './answer-text.ts';
import type { ConditionOutline } from './condition-outline.ts';
import type { CriteriaBlock, CriteriaGroup } from './criteria.ts';
import { appliesText, groupTitle, levelFacts, noRules } from './criteria-words.ts';
import { type Html, html } from './html.ts';
import { levelAt } from './level-word.ts';
import { asSentence, PRACTICE_NOTE, ruleSentence } from './rule-sentence.ts';

/** What a part of the page must know of the rest: links lead only to what is on it. */
export interface PageContext {
  readonly ruleSet: RuleSet;
  /** Ids of the questions that are written out on the page. */
  readonly shownQuestions: ReadonlySet<string>;
}

/** The anchor of a chapter. */
export function anchorOf(ruleSet: RuleSet, group: CriteriaGroup): string {
  switch (group.kind) {
    case 'level':
      return `level-${levelAt(ruleSet, group.index).id}`;
    case 'dimension':
      return `dimension-${ruleSet.dimensions[group.index]?.id}`;
    case 'question':
      return `question-${questionAt(ruleSet, group.index).id}`;
    case 'beside':
    case 'outcome':
      return group.kind;
    default:
      return group satisfies never;
  }
}

/** How far up the ladder a level stands, from 0 to 1, for the style of what belongs to it. */
export function rankStyle(ruleSet: RuleSet, level: number): string {
  return `--rank: ${(level / (ruleSet.levels.length - 1)).toFixed(2)}`;
}

export function groupHtml(context: PageContext, group: CriteriaGroup): Html {
  const { ruleSet } = context;
  const anchor = anchorOf(ruleSet, group);
  const rank = group.kind === 'level' ? html` style="${rankStyle(ruleSet, group.index)}"` : undefined;
  return html`
<section class="chapter ${group.kind}" aria-labelledby="${anchor}"${rank} data-holder>
<h2 id="${anchor}">${groupTitle(ruleSet, group)}</h2>
${introduction(context, group)}
${group.blocks.length === 0 ? html`<p class="quiet">${noRules(group)}</p>` : group.blocks.map((block) => blockHtml(context, block))}
</section>`;
}

function introduction(context: PageContext, group: CriteriaGroup): Html {
  const { ruleSet } = context;
  switch (group.kind) {
    case 'level': {
      const level = levelAt(ruleSet, group.index);
      return html`<dl class="facts">${factsHtml(levelFacts(level))}</dl>${citationsHtml(ruleSet, level.sources)}`;
    }
    case 'dimension': {
      const asked = ruleSet.questions.flatMap((question, index) =>
        question.dimension === group.index && context.shownQuestions.has(question.id) ? [index] : [],
      );
      return html`${asked.map((index) => questionHtml(context, index, 3))}`;
    }
    case 'question':
      return questionBody(context, group.index);
    case 'beside':
      return html`<p class="quiet">These rules never change the level.</p>`;
    case 'outcome':
      return html`<p class="quiet">These rules test no question, only what the others lead to.</p>`;
    default:
      return group satisfies never;
  }
}

export function factsHtml(facts: readonly (readonly [label: string, text: string])[]): readonly Html[] {
  return facts.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`);
}

function blockHtml(context: PageContext, { title, rules, alsoNamed }: CriteriaBlock): Html {
  const links = alsoNamed.map((rule) => html`<li><a href="#rule-${rule.id}">${rule.id}</a></li>`);
  return html`
<div class="block" data-holder>
<h3>${title}</h3>
${rules.map((rule) => ruleHtml(context, rule))}
${links.length === 0 ? undefined : html`<p class="also">Written out above:</p><ul class="also" data-entry>${links}</ul>`}
</div>`;
}

function ruleHtml(context: PageContext, rule: Rule): Html {
  const { effect, condition, message } = ruleSentence(context.ruleSet, rule);
  const lead =
    condition.kind === 'test'
      ? html`<p class="sentence"><strong>${effect}</strong> if ${testHtml(context, condition)}.</p>`
      : html`<p class="sentence"><strong>${effect}</strong> if ${condition.says}:</p>${outlineHtml(context, condition.parts)}`;
  return html`
<article class="rule ${rule.kind}" id="rule-${rule.id}" data-entry>
<h4>${rule.id}</h4>
${message?.kind === 'alert' ? html`<p class="alert"><strong>Alert</strong> ${message.text}</p>` : undefined}
${message?.kind === 'advice' ? html`<p class="advice">${message.text}</p>` : undefined}
${lead}
<p class="because">${asSentence(`Because ${rule.because}`)}</p>
${citationsHtml(context.ruleSet, rule.sources, rule.practice)}
</article>`;
}

function outlineHtml(context: PageContext, parts: readonly ConditionOutline[]): Html {
  const items = parts.map((part) =>
    part.kind === 'test'
      ? html`<li>${testHtml(context, part)}</li>`
      : html`<li>${part.says}:${outlineHtml(context, part.parts)}</li>`,
  );
  return html`<ul class="outline">${items}</ul>`;
}

function testHtml(
  { shownQuestions }: PageContext,
  { topic, wanted, question }: Extract<ConditionOutline, { readonly kind: 'test' }>,
): Html {
  return question !== undefined && shownQuestions.has(question)
    ? html`<a href="#question-${question}">${topic}</a>${wanted}`
    : html`${topic}${wanted}`;
}

/** A question with its answers, under a heading of the given rank. */
export function questionHtml(context: PageContext, index: number, heading: 3 | 4): Html {
  const question = questionAt(context.ruleSet, index);
  const title =
    heading === 3
      ? html`<h3 id="question-${question.id}">${question.title}</h3>`
      : html`<h4 id="question-${question.id}">${question.title}</h4>`;
  return html`
<article class="question" data-entry>
${title}
${questionBody(context, index)}
</article>`;
}

function questionBody({ ruleSet }: PageContext, index: number): Html {
  const { prompt, window, help, appliesWhen, ordered, answers } = questionAt(ruleSet, index);
  const items = answers.map(
    ({ label, means }) => html`<li><span class="label">${label}</span> ${means}</li>`,
  );
  return html`
<p class="prompt">${prompt} <span class="window">${window}</span></p>
<p class="help">${help}</p>
${appliesWhen === undefined ? undefined : html`<p class="help">${appliesText(ruleSet, appliesWhen)}</p>`}
${ordered ? html`<ol class="answers">${items}</ol>` : html`<ul class="answers">${items}</ul>`}`;
}

export function citationsHtml(ruleSet: RuleSet, citations: readonly Citation[], isPractice = false): Html {
  const items = citations.map(({ document, section }) => {
    const title = ruleSet.sources.find((source) => source.id === document)?.title ?? document;
    return html`<li><a href="#source-${document}">${title}</a>${section === undefined ? undefined : html`, “${section}”`}</li>`;
  });
  const practice = isPractice ? html`<li class="practice">${PRACTICE_NOTE}</li>` : undefined;
  return html`<ul class="sources" aria-label="Sources">${items}${practice}</ul>`;
}
