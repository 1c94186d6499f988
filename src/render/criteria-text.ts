import type { Citation, Rule, RuleSet } from '../core/rule-set.ts';
import { questionAt } from './answer-text.ts';
import type { ConditionOutline } from './condition-outline.ts';
import type { Criteria, CriteriaBlock, CriteriaGroup } from './criteria.ts';
import { appliesText, groupTitle, HOW_TO_READ, levelFacts, noRules, ruleSetFacts } from './criteria-words.ts';
import { DECISION_SUPPORT_NOTE, identityText } from './identity.ts';
import { labelled } from './labelled.ts';
import { levelAt } from './level-word.ts';
import { asSentence, citationText, PRACTICE_NOTE, ruleSentence } from './rule-sentence.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** How to write for a terminal. */
export interface CriteriaLook {
  readonly width: number;
  readonly theme: Theme;
}

/** The criteria as text in columns of the terminal. */
export function renderCriteriaText(criteria: Criteria, look: CriteriaLook): string {
  const { ruleSet, identity } = criteria;
  const { width, theme } = look;
  const sections = [
    ...(criteria.isWhole ? [preface(ruleSet, look)] : []),
    ...criteria.groups.map((group) => groupLines(ruleSet, group, look)),
    ...(criteria.questions.length === 0 ? [] : [questionsLines(criteria, look)]),
    ...(criteria.isWhole ? decisionLines(ruleSet, look) : []),
    sourceLines(criteria, look),
    wrapped(`${identityText(identity)} · ${DECISION_SUPPORT_NOTE}`, width).map(theme.quiet),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function chapter(title: string, { width, theme }: CriteriaLook): string[] {
  const lines = wrapped(title, width);
  return [...lines.map(theme.heading), theme.quiet('─'.repeat(Math.min(width, 72)))];
}

function preface(ruleSet: RuleSet, look: CriteriaLook): string[] {
  const { parts } = labelled(look.width, look.theme);
  return [
    ...chapter(ruleSet.title, look),
    ...ruleSetFacts(ruleSet).flatMap(([label, text]) => parts(label, [text])),
    ...parts(
      'Not for',
      ruleSet.notFor.map((text) => `· ${text}`),
    ),
    ...parts('How to read', [HOW_TO_READ]),
  ];
}

function groupLines(ruleSet: RuleSet, group: CriteriaGroup, look: CriteriaLook): string[] {
  const { parts } = labelled(look.width, look.theme);
  const lines = [...chapter(groupTitle(ruleSet, group), look)];
  if (group.kind === 'level') {
    const level = levelAt(ruleSet, group.index);
    lines.push(...levelFacts(level).flatMap(([label, text]) => parts(label, [text])));
    lines.push(...parts('Sources', [sourcesText(ruleSet, level.sources)]));
  }
  if (group.kind === 'question') lines.push(...questionLines(ruleSet, group.index, look, true));
  if (group.kind === 'dimension') {
    const asked = ruleSet.questions.flatMap((question, index) =>
      question.dimension === group.index ? [index] : [],
    );
    for (const index of asked) lines.push('', ...questionLines(ruleSet, index, look));
  }
  if (group.blocks.length === 0) lines.push('', ...wrapped(noRules(group), look.width));
  return [...lines, ...group.blocks.flatMap((block) => ['', ...blockLines(ruleSet, block, look)])];
}

function blockLines(ruleSet: RuleSet, block: CriteriaBlock, look: CriteriaLook): string[] {
  const { width, theme } = look;
  const rules = block.rules.flatMap((rule, index) => [
    ...(index === 0 ? [] : ['']),
    ...ruleLines(ruleSet, rule, look),
  ]);
  const also = block.alsoNamed.map((rule) => rule.id).join(', ');
  return [
    ...wrapped(block.title, width).map(theme.strong),
    ...rules,
    ...(also === '' ? [] : wrapped(`written out above: ${also}`, width, '  ').map(theme.quiet)),
  ];
}

function ruleLines(ruleSet: RuleSet, rule: Rule, { width, theme }: CriteriaLook): string[] {
  const { effect, condition, message } = ruleSentence(ruleSet, rule);
  const inset = (text: string) => wrapped(text, width, '    ');
  const sentence =
    condition.kind === 'test'
      ? inset(`${effect} if ${outlineText(condition)}.`)
      : [...inset(`${effect} if ${condition.says}:`), ...outlineLines(condition.parts, width, '      ')];
  return [
    ...wrapped(rule.id, width, '  ').map(theme.strong),
    ...sentence,
    ...(message === undefined
      ? []
      : message.kind === 'alert'
        ? wrapped(`ALERT: ${message.text}`, width, '    ').map(theme.alert)
        : inset(message.text)),
    ...inset(asSentence(`Because ${rule.because}`)),
    ...inset(
      `Sources: ${sourcesText(ruleSet, rule.sources)}${rule.practice ? `; ${PRACTICE_NOTE}` : ''}`,
    ).map(theme.quiet),
  ];
}

function outlineText(outline: ConditionOutline): string {
  return outline.kind === 'test' ? outline.topic + outline.wanted : `${outline.says}:`;
}

function outlineLines(parts: readonly ConditionOutline[], width: number, indent: string): string[] {
  return parts.flatMap((part) => [
    ...wrapped(outlineText(part), width, `${indent}· `),
    ...(part.kind === 'group' ? outlineLines(part.parts, width, `${indent}  `) : []),
  ]);
}

function questionsLines(criteria: Criteria, look: CriteriaLook): string[] {
  const questions = criteria.questions.flatMap((index) => [
    '',
    ...questionLines(criteria.ruleSet, index, look),
  ]);
  return [...chapter('Questions and answers', look), ...questions];
}

function questionLines(ruleSet: RuleSet, index: number, look: CriteriaLook, isTitled = false): string[] {
  const { width, theme } = look;
  const question = questionAt(ruleSet, index);
  const inset = (text: string) => wrapped(text, width, '  ');
  return [
    ...(isTitled ? [] : wrapped(question.title, width).map(theme.strong)),
    ...inset(`${question.prompt} (${question.window})`),
    ...inset(question.help),
    ...(question.appliesWhen === undefined ? [] : inset(appliesText(ruleSet, question.appliesWhen))),
    ...question.answers.flatMap((answer) =>
      wrapped(`${answer.label}: ${answer.means}`, width, question.ordered ? '    › ' : '    · '),
    ),
  ];
}

function decisionLines(ruleSet: RuleSet, look: CriteriaLook): string[][] {
  if (ruleSet.decisions.length === 0) return [];
  const { width, theme } = look;
  const lines = ruleSet.decisions.flatMap((decision) => [
    ...wrapped(decision.topic, width, '  ').map(theme.strong),
    ...wrapped(`${decision.chosen} ${decision.because}`, width, '    '),
    ...wrapped(`Sources: ${sourcesText(ruleSet, decision.sources)}`, width, '    ').map(theme.quiet),
  ]);
  return [[...chapter('Where the sources disagree or are silent', look), ...lines]];
}

function sourceLines({ sources }: Criteria, look: CriteriaLook): string[] {
  if (sources.length === 0) return [];
  const { width, theme } = look;
  return [
    ...chapter('Sources', look),
    ...sources.flatMap(({ title, citation, date, url }) => [
      ...wrapped(title, width, '  ').map(theme.strong),
      ...wrapped([citation, date, url].filter((part) => part !== undefined).join(' '), width, '    '),
    ]),
  ];
}

function sourcesText(ruleSet: RuleSet, citations: readonly Citation[]): string {
  return citations.map((citation) => citationText(ruleSet, citation)).join('; ');
}
