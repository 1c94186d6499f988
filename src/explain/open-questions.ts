import { evenShares } from '../core/answer-shares.ts';
import type { Answers } from '../core/answers.ts';
import { alertOf } from '../core/rule-set.ts';
import type { Truth } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { informationGain } from '../diagram/information.ts';
import { support } from '../diagram/support.ts';

/**
 * The open questions (indexes) that still matter, most decisive first: those whose answers can still change the
 * level, by how much uncertainty about the level they remove on average; then those that can only still raise an
 * alert, by how much they tell about the alerts; then question order. No answer counts as more common than another,
 * so that no outcome rests on the assumption of a rule set.
 */
export function openQuestions(
  compiled: CompiledRuleSet,
  answers: Answers,
  truths: readonly Truth[],
): number[] {
  const { questions, rules } = compiled.ruleSet;
  const undecidedAlerts = rules.flatMap((rule, index): Diagram[] => {
    const diagram = compiled.rules[index];
    const isOpen = alertOf(rule) !== undefined && truths[index] === 'may_hold';
    return isOpen && diagram !== undefined ? [diagram] : [];
  });
  const forLevel = support(compiled.level, answers);
  const forAlerts = undecidedAlerts.flatMap((diagram) => support(diagram, answers));
  const matter = [...new Set([...forLevel, ...forAlerts])];
  if (matter.length < 2) return matter;
  const shares = evenShares(questions);
  const levelGain = informationGain(compiled.level, answers, shares);
  const gainOf = (question: number) => levelGain[question] ?? 0;
  const isTie = new Set(matter.map(gainOf)).size < matter.length;
  const alertGains = isTie ? undecidedAlerts.map((diagram) => informationGain(diagram, answers, shares)) : [];
  const alertGain = (question: number) => alertGains.reduce((sum, gains) => sum + (gains[question] ?? 0), 0);
  return matter.sort((a, b) => gainOf(b) - gainOf(a) || alertGain(b) - alertGain(a) || a - b);
}
