import { type Answers, OPEN } from '../core/answers.ts';
import { objectsTo } from '../core/ladder.ts';
import { isLevelRule, type LevelRule } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { type Change, nearestWays, reachable } from '../diagram/nearest.ts';

/** A criterion that is not met, and the fewest answers that would have to be others for it to be. */
export interface NearMiss {
  readonly rule: LevelRule;
  readonly lacks: readonly Change[];
}

/** The terminal of a rule's diagram where the rule holds. */
const HOLDS = 1;

/** How many are worth reading about. */
const MOST = 2;

/**
 * The criteria that ask for `level` and come nearest to being met. First those that rest on something remarkable in the
 * case, by which a reader may have been led to the level; then those for exactly this level; then those that lack the
 * fewest answers and steps. All that are equally near, at most two. Past facts stay as they are, as in every explanation.
 */
export function nearMisses(compiled: CompiledRuleSet, answers: Answers, level: number): NearMiss[] {
  const candidates = compiled.ruleSet.rules.flatMap((rule, index) => {
    if (!isLevelRule(rule) || !objectsTo(rule, level - 1)) return [];
    const lacks = lacking(compiled, answers, index);
    if (lacks === undefined) return [];
    const isLed = restsOnRemarkable(compiled, answers, index);
    const isExact = !objectsTo(rule, level);
    return [
      {
        rule,
        lacks: lacks.changes,
        rank: [isLed ? 0 : 1, isExact ? 0 : 1, lacks.changes.length, lacks.steps],
      },
    ];
  });
  const byRank = candidates.toSorted((a, b) => compare(a.rank, b.rank));
  const [nearest] = byRank;
  return byRank
    .filter(({ rank }) => nearest !== undefined && compare(rank, nearest.rank) === 0)
    .slice(0, MOST)
    .map(({ rule, lacks }) => ({ rule, lacks }));
}

/** What a criterion lacks; undefined where it is met, or where no change of present answers meets it. */
function lacking(compiled: CompiledRuleSet, answers: Answers, index: number) {
  const diagram = compiled.rules[index];
  if (diagram === undefined) return undefined;
  const { questions } = compiled.ruleSet;
  const wanted = reachable(compiled, diagram, answers, (end) => end === HOLDS);
  const way = nearestWays(wanted, questions, (question) => questions[question]?.history === false)?.ways[0];
  return way === undefined || way.changes.length === 0 ? undefined : way;
}

/** Some question of the criterion has an answer that is more than the least serious one. */
function restsOnRemarkable({ ruleSet, rules }: CompiledRuleSet, answers: Answers, index: number): boolean {
  return [...(rules[index]?.questions ?? [])].some(
    (question) => ruleSet.questions[question]?.ordered === true && (answers[question] ?? OPEN) > 0,
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [place, one] of a.entries()) {
    const other = b[place] ?? 0;
    if (one !== other) return one - other;
  }
  return 0;
}
