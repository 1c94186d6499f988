import { type Answers, OPEN } from '../core/answers.ts';
import { alertOf, isLevelRule, type Rule, type RuleSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { membersOf, possibleTerminals } from '../diagram/possible.ts';
import { support } from '../diagram/support.ts';
import { alertDiagrams } from '../explain/alert-diagrams.ts';
import { questionAt } from '../render/answer-text.ts';
import { rangeWords } from '../render/level-word.ts';
import { ruleSentence } from '../render/rule-sentence.ts';
import type { Look } from '../render/screen.ts';
import { aligned, cut, wrapped } from '../render/text-lines.ts';

/** Why a question is asked: what each answer to it would leave possible, and the rules that wait for it. */
export function whyAsked(
  compiled: CompiledRuleSet,
  answers: readonly number[],
  question: number,
  { width, theme }: Look,
): string[] {
  const { ruleSet, level, rules } = compiled;
  // As if it had not been answered: the reason to ask is the same when one comes back to it.
  const before = answers.with(question, OPEN);
  const waitsFor = (diagram: Diagram) => support(diagram, before).includes(question);
  const waiting = ruleSet.rules.filter((_, index) => {
    const diagram = rules[index];
    return diagram !== undefined && waitsFor(diagram);
  });
  const decides = (rule: Rule) => isLevelRule(rule) || alertOf(rule) !== undefined;
  const others = waiting.filter((rule) => !decides(rule));
  const heading = wrapped(`Why this is asked: ${questionAt(ruleSet, question).title}`, width).map(
    theme.heading,
  );
  if (!waitsFor(level) && !alertDiagrams(compiled).some(waitsFor)) {
    return [
      ...heading,
      ...wrapped('It can change neither the level nor an alert any more.', width),
      ...rulesWaiting(ruleSet, 'Advice and checks that wait for it', others, width),
    ];
  }
  const also = `Advice and checks that wait for it as well: ${others.length}.`;
  return [
    ...heading,
    '',
    ...leftByAnswer(compiled, before, question, width),
    ...rulesWaiting(ruleSet, 'Rules that wait for it', waiting.filter(decides), width),
    ...(others.length === 0 ? [] : ['', ...wrapped(also, width)]),
  ];
}

/** Per answer, the range of levels that would be left, and whether it would raise an alert. */
function leftByAnswer(
  compiled: CompiledRuleSet,
  before: readonly number[],
  question: number,
  width: number,
): string[] {
  const { ruleSet, level } = compiled;
  const { answers } = questionAt(ruleSet, question);
  const openAlerts = alertDiagrams(compiled).filter((alert) => possibleTerminals(alert, before) !== HOLDS);
  const leaves = (given: Answers) => {
    const levels = membersOf(possibleTerminals(level, given));
    const isAlert = openAlerts.some((alert) => possibleTerminals(alert, given) === HOLDS);
    return `${rangeWords(ruleSet, levels[0] ?? 0, levels.at(-1) ?? 0)}${isAlert ? ', and an alert' : ''}`;
  };
  const left = aligned(answers.map((_, answer) => leaves(before.with(question, answer))));
  return [
    'What each answer would leave possible',
    ...answers.map(({ label }, answer) => cut(`  ${left[answer]}  ${label}`, width)),
  ];
}

/** The terminals of a condition that is true in every completion, as a bit set. */
const HOLDS = 0b10;

function rulesWaiting(ruleSet: RuleSet, title: string, rules: readonly Rule[], width: number): string[] {
  if (rules.length === 0) return [];
  const lines = rules.flatMap((rule) => {
    const { effect } = ruleSentence(ruleSet, rule);
    return wrapped(`${effect.replace(/,$/, '')}: ${rule.because} (${rule.id})`, width, '  · ');
  });
  return ['', `${title} (${rules.length})`, ...lines];
}
