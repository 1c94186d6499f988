import type { Answers } from '../core/answers.ts';
import { objectsTo } from '../core/ladder.ts';
import { isLevelRule, type LevelRule } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { Commitment } from './commitment.ts';
import { markReasons, type ReasonsMark } from './mark-reasons.ts';
import { type NearMiss, nearMisses } from './near-misses.ts';

/** A criterion that is met, and the questions (indexes) whose answers meet it. */
export interface MetCriterion {
  readonly rule: LevelRule;
  readonly by: readonly number[];
}

/** How a placement compares with what the criteria give, criterion by criterion. */
export interface Mark {
  readonly commitment: Commitment;
  /** `same`: the level that the criteria give or, where they leave several possible, one of these. */
  readonly verdict: 'same' | 'lower' | 'higher' | 'unsure';
  /** Levels between the placement and the nearest one that the criteria leave possible. */
  readonly steps: number;
  /** Criteria that are met and ask for more than the placement. */
  readonly overlooked: readonly MetCriterion[];
  /** Criteria that are met and are content with the placement; all that are met where the trainee was unsure. */
  readonly heeded: readonly MetCriterion[];
  /** The nearest criteria that would ask for as much as a placement above the criteria; they are not met. */
  readonly overWeighted: readonly NearMiss[];
  /** After a right placement: the nearest criteria for more, by which the trainee was not led astray. */
  readonly resisted: readonly NearMiss[];
  /** Only where the trainee was asked which answers decide. */
  readonly reasons?: ReasonsMark;
}

/** Marks what a trainee committed to. The explanation is that of the answers. */
export function mark(
  compiled: CompiledRuleSet,
  answers: Answers,
  explanation: Explanation,
  commitment: Commitment,
): Mark {
  const { outcome } = explanation;
  const { placed, marked } = commitment;
  const met = metCriteria(compiled, explanation);
  const objects = ({ rule }: MetCriterion) => placed !== undefined && objectsTo(rule, placed);
  const verdict = verdictOf(outcome.possible, placed);
  return {
    commitment,
    verdict,
    steps: placed === undefined ? 0 : Math.min(...outcome.possible.map((level) => Math.abs(level - placed))),
    overlooked: verdict === 'lower' ? met.filter(objects) : [],
    heeded: verdict === 'lower' ? met.filter((criterion) => !objects(criterion)) : met,
    overWeighted: verdict === 'higher' && placed !== undefined ? nearMisses(compiled, answers, placed) : [],
    resisted: verdict === 'same' ? nearMisses(compiled, answers, outcome.highest + 1) : [],
    ...(marked && { reasons: markReasons(compiled, answers, explanation, marked) }),
  };
}

/** The criteria for a level that are met, in rule set order. */
function metCriteria({ ruleSet }: CompiledRuleSet, { trace }: Explanation): MetCriterion[] {
  return trace.flatMap(({ rule: index, truth, by }) => {
    const rule = ruleSet.rules[index];
    return rule !== undefined && truth === 'holds' && isLevelRule(rule) ? [{ rule, by }] : [];
  });
}

/** A level that the criteria pass over between two possible ones is on the low side: something rules it out. */
function verdictOf(possible: readonly number[], placed: number | undefined): Mark['verdict'] {
  if (placed === undefined) return 'unsure';
  if (possible.includes(placed)) return 'same';
  return placed > (possible.at(-1) ?? 0) ? 'higher' : 'lower';
}

/** What a case showed about the criteria that a trainee knows, by rule id. */
export interface CriteriaShown {
  readonly known: readonly string[];
  readonly missed: readonly string[];
  /** Not met and not taken for met. */
  readonly resisted: readonly string[];
}

/**
 * A criterion that gives the level was known if the case was placed right, and for the right reasons where these were
 * asked for; it was missed if it was overlooked or the trainee was unsure. One that was taken for met was missed too.
 */
export function criteriaShown(
  { verdict, overlooked, overWeighted, resisted, reasons }: Mark,
  { outcome }: Explanation,
): CriteriaShown {
  const deciding = outcome.reasons.flatMap(({ rules }) => rules);
  const ids = (criteria: readonly { readonly rule: LevelRule }[]) => criteria.map(({ rule }) => rule.id);
  switch (verdict) {
    case 'same': {
      const isReasoned = reasons === undefined || reasons.proven >= outcome.lowest;
      return isReasoned
        ? { known: deciding, missed: [], resisted: ids(resisted) }
        : { known: [], missed: deciding, resisted: [] };
    }
    case 'lower': {
      const missed = ids(overlooked).filter((id) => deciding.includes(id));
      return { known: [], missed: missed.length > 0 ? missed : deciding, resisted: [] };
    }
    case 'higher':
      return { known: [], missed: ids(overWeighted), resisted: [] };
    case 'unsure':
      return { known: [], missed: deciding, resisted: [] };
    default:
      return verdict satisfies never;
  }
}
