import { type Answers, OPEN } from '../core/answers.ts';
import { judge } from '../core/grounds.ts';
import type { Outcome } from '../core/outcome.ts';
import { applicability } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { support } from '../diagram/support.ts';
import { mostTelling } from './most-telling.ts';

/**
 * Which questions an interview asks: those that can still change the level or raise an alert (`deciding`), those
 * that feed a point of advice or a recheck as well (`advisory`), or each one that applies (`all`).
 */
export type Scope = 'deciding' | 'advisory' | 'all';

/** What the choice of a question rests on. */
export interface Asked {
  readonly compiled: CompiledRuleSet;
  readonly answers: Answers;
  /** Questions asked and left open on purpose; they are not asked again. */
  readonly unknown: ReadonlySet<number>;
  /** Questions asked so far, the last one last. */
  readonly path: readonly number[];
  readonly outcome: Outcome;
}

/**
 * The questions still to ask, in rule set order; those that do not apply are left out, those that may apply are in.
 */
export function questionsLeft(asked: Asked, scope: Scope): number[] {
  const wanted = new Set(asked.outcome.open);
  if (scope === 'advisory') for (const question of awaitedByAdvice(asked)) wanted.add(question);
  const { ruleSet } = asked.compiled;
  return ruleSet.questions.flatMap((question, index) => {
    const isLeft =
      isUnasked(asked, index) &&
      (scope === 'all' || wanted.has(index)) &&
      applicability(ruleSet, question, asked.answers) !== 'cannot_hold';
    return isLeft ? [index] : [];
  });
}

/**
 * The question to ask now; none if nothing in this scope is left. What decides comes first, in the order that asks
 * least; advice, and the whole form, are asked in the order of the rule set.
 */
export function nextQuestion(asked: Asked, scope: Scope): number | undefined {
  const deciding = scope === 'all' ? [] : questionsLeft(asked, 'deciding');
  const next =
    deciding.length > 0
      ? mostTelling(asked.compiled, asked.answers, deciding, asked.path.at(-1))
      : questionsLeft(asked, scope)[0];
  return next === undefined ? undefined : askedBefore(asked, next);
}

/** The question itself, or the first one that must be asked before it can be known whether it applies. */
function askedBefore(asked: Asked, question: number): number {
  const { ruleSet } = asked.compiled;
  const condition = ruleSet.questions[question]?.appliesWhen;
  if (condition === undefined) return question;
  const { truth, by } = judge(condition, ruleSet, asked.answers);
  const awaited = truth === 'may_hold' ? by.find((index) => isUnasked(asked, index)) : undefined;
  return awaited === undefined ? question : askedBefore(asked, awaited);
}

function isUnasked(asked: Asked, question: number): boolean {
  return (asked.answers[question] ?? OPEN) === OPEN && !asked.unknown.has(question);
}

/** Open questions that can still change some advice or recheck. */
function awaitedByAdvice({ compiled, answers }: Asked): Set<number> {
  const awaited = compiled.ruleSet.rules.flatMap((rule, index) => {
    const diagram = compiled.rules[index];
    const isAdvice = rule.kind === 'advise' || rule.kind === 'recheck';
    return isAdvice && diagram !== undefined ? support(diagram, answers) : [];
  });
  return new Set(awaited);
}
