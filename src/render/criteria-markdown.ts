import type { Citation, Rule, RuleSet } from '../core/rule-set.ts';
import { questionAt } from './answer-text.ts';
import type { ConditionOutline } from './condition-outline.ts';
import type { Criteria, CriteriaBlock, CriteriaGroup } from './criteria.ts';
import {
  appliesText,
  groupTitle,
  HOW_TO_READ,
  isWebAddress,
  levelFacts,
  noRules,
  ruleSetFacts,
} from './criteria-words.ts';
import { DECISION_SUPPORT_NOTE, identityText } from './identity.ts';
import { levelAt } from './level-word.ts';
import { markdownText as text } from './markdown-text.ts';
import { asSentence, citationText, PRACTICE_NOTE, ruleSentence } from './rule-sentence.ts';

/** The criteria as Markdown. */
export function renderCriteriaMarkdown(criteria: Criteria): string {
  const { ruleSet, identity, questions } = criteria;
  const blocks = [
    `# ${text(ruleSet.title)}`,
    ...(criteria.isWhole ? preface(ruleSet) : []),
    ...criteria.groups.flatMap((group) => groupBlocks(ruleSet, group)),
    ...(questions.length === 0 ? [] : ['## Questions and answers']),
    ...questions.flatMap((index) => questionBlocks(ruleSet, index)),
    ...(criteria.isWhole ? decisionBlocks(ruleSet) : []),
    ...sourceBlocks(criteria),
    `---\n\n${text(identityText(identity))} · ${DECISION_SUPPORT_NOTE}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function preface(ruleSet: RuleSet): string[] {
  const facts = ruleSetFacts(ruleSet).map(([label, fact]) => `**${label}.** ${text(fact)}`);
  const notFor = ruleSet.notFor.map((reason) => `- ${text(reason)}`);
  return [...facts, `**Not for:**\n\n${notFor.join('\n')}`, `**How to read.** ${HOW_TO_READ}`];
}

function groupBlocks(ruleSet: RuleSet, group: CriteriaGroup): string[] {
  const blocks = [`## ${text(groupTitle(ruleSet, group))}`];
  if (group.kind === 'level') {
    const level = levelAt(ruleSet, group.index);
    blocks.push(
      levelFacts(level)
        .map(([label, fact]) => `- **${label}:** ${text(fact)}`)
        .join('\n'),
      `Sources: ${citations(ruleSet, level.sources)}`,
    );
  }
  if (group.kind === 'question') blocks.push(...questionBody(ruleSet, group.index));
  if (group.kind === 'dimension') {
    const asked = ruleSet.questions.flatMap((question, index) =>
      question.dimension === group.index ? [index] : [],
    );
    blocks.push(...asked.flatMap((index) => questionBlocks(ruleSet, index)));
  }
  if (group.blocks.length === 0) blocks.push(noRules(group));
  return [...blocks, ...group.blocks.flatMap((block) => ruleBlocks(ruleSet, block))];
}

function ruleBlocks(ruleSet: RuleSet, block: CriteriaBlock): string[] {
  const also = block.alsoNamed.map((rule) => `\`${rule.id}\``).join(', ');
  return [
    `### ${text(block.title)}`,
    ...block.rules.flatMap((rule) => oneRule(ruleSet, rule)),
    ...(also === '' ? [] : [`Written out above: ${also}`]),
  ];
}

function oneRule(ruleSet: RuleSet, rule: Rule): string[] {
  const { effect, condition, message } = ruleSentence(ruleSet, rule);
  const practice = rule.practice ? `; ${PRACTICE_NOTE}` : '';
  return [
    `#### \`${rule.id}\``,
    condition.kind === 'test'
      ? `**${text(effect)}** if ${text(condition.topic + condition.wanted)}.`
      : `**${text(effect)}** if ${condition.says}:\n\n${outline(condition.parts, '')}`,
    ...(message === undefined
      ? []
      : [message.kind === 'alert' ? `**ALERT: ${text(message.text)}**` : text(message.text)]),
    text(asSentence(`Because ${rule.because}`)),
    `Sources: ${citations(ruleSet, rule.sources)}${practice}`,
  ];
}

function outline(parts: readonly ConditionOutline[], indent: string): string {
  return parts
    .map((part) =>
      part.kind === 'test'
        ? `${indent}- ${text(part.topic + part.wanted)}`
        : `${indent}- ${part.says}:\n${outline(part.parts, `${indent}  `)}`,
    )
    .join('\n');
}

function questionBlocks(ruleSet: RuleSet, index: number): string[] {
  return [`### ${text(questionAt(ruleSet, index).title)}`, ...questionBody(ruleSet, index)];
}

function questionBody(ruleSet: RuleSet, index: number): string[] {
  const question = questionAt(ruleSet, index);
  const answers = question.answers.map((answer) => `**${text(answer.label)}:** ${text(answer.means)}`);
  return [
    `${text(question.prompt)} (${text(question.window)})`,
    text(question.help),
    ...(question.appliesWhen === undefined ? [] : [text(appliesText(ruleSet, question.appliesWhen))]),
    answers.map((answer, place) => (question.ordered ? `${place + 1}. ${answer}` : `- ${answer}`)).join('\n'),
  ].filter((block) => block !== '');
}

function decisionBlocks(ruleSet: RuleSet): string[] {
  if (ruleSet.decisions.length === 0) return [];
  return [
    '## Where the sources disagree or are silent',
    ...ruleSet.decisions.flatMap((decision) => [
      `### ${text(decision.topic)}`,
      text(`${decision.chosen} ${decision.because}`),
      `Sources: ${citations(ruleSet, decision.sources)}`,
    ]),
  ];
}

function sourceBlocks({ sources }: Criteria): string[] {
  if (sources.length === 0) return [];
  const entries = sources.map(({ title, citation, date, url }) => {
    const link = url !== undefined && isWebAddress(url) ? ` <${url}>` : '';
    return `- **${text(asSentence(title))}** ${text(citation)}${date === undefined ? '' : ` ${text(date)}.`}${link}`;
  });
  return ['## Sources', entries.join('\n')];
}

function citations(ruleSet: RuleSet, cited: readonly Citation[]): string {
  return cited.map((citation) => text(citationText(ruleSet, citation))).join('; ');
}
