import { isLevelRule, type LevelRule } from '../../core/rule-set.ts';
import { membersOf } from '../../diagram/possible.ts';
import type { Random } from '../../statistics/random.ts';
import type { CaseWish } from '../deck.ts';
import type { CaseKind, CaseSpace, Target } from './case-space.ts';
import { asksWhether, questionsOf } from './questions-of.ts';
import { drawIndex, shuffled } from './weighted-draw.ts';

/**
 * Chooses what the next cases are about, so that all comes up: first a level, every one as likely; then a rule that
 * decides there; then a question that leads away from it.
 */
export class TargetChoice {
  readonly #space: CaseSpace;

  constructor(space: CaseSpace) {
    this.#space = space;
  }

  /** Undefined if no case is as wished. */
  choose(wish: CaseWish, random: Random): Target | undefined {
    const all = [...this.#space.ruleSet.levels.keys()];
    for (const level of shuffled(all, random)) {
      if (wish.level !== undefined && wish.level !== level) continue;
      let kinds = this.#kindsAt(level, wish);
      while (kinds.length > 0) {
        const kind = kinds[drawIndex(weightsOf(kinds), random)];
        const target = kind && this.#targetOf(kind, random);
        if (target !== undefined) return target;
        kinds = kinds.filter((other) => other !== kind);
      }
    }
    return undefined;
  }

  /**
   * Nothing decides for the first level. A case of it is told as what is left of another one in which one answer is less
   * serious: one that belongs to the next level, unless a rule was wished for.
   */
  #kindsAt(level: number, wish: CaseWish): CaseKind[] {
    if (level === 0 && wish.rule !== undefined && wish.level === undefined) return [];
    const rules = this.#space.ruleSet.rules.filter(isLevelRule).filter((rule) => isWished(rule, wish));
    return rules.flatMap((rule): CaseKind[] => {
      const at = levelsOf(rule);
      if (level > 0) return at.includes(level) ? [{ rule, level, elsewhere: undefined }] : [];
      const near = at.filter((each) => each === 1 || wish.rule !== undefined);
      return near.slice(0, 1).map((each) => ({ rule, level: each, elsewhere: 0 }));
    });
  }

  /** With a question that the rule looks at, or else whichever leads away; a plausible case comes before all. */
  #targetOf(kind: CaseKind, random: Random): Target | undefined {
    const { ruleSet } = this.#space;
    const own = questionsOf(kind.rule.when);
    const others = [...ruleSet.questions.keys()].filter((question) => !own.includes(question));
    const targets = [...shuffled(own, random), ...shuffled(others, random)]
      .filter((question) => !asksWhether(ruleSet, question))
      .map((question) => ({ ...kind, question }));
    return (
      targets.find((target) => this.#space.isPlausibleTarget(target)) ??
      targets.find((target) => this.#space.isTarget(target))
    );
  }
}

/** The levels at which a rule decides: its own, or those just above what it rules out. What lifts further is another rule. */
function levelsOf(rule: LevelRule): number[] {
  if (rule.kind === 'at_least') return [rule.level];
  const ruledOut = membersOf(rule.levels);
  return ruledOut.map((level) => level + 1).filter((level) => !ruledOut.includes(level));
}

function isWished(rule: LevelRule, { rule: id, dimension }: CaseWish): boolean {
  return (id === undefined || rule.id === id) && (dimension === undefined || rule.dimension === dimension);
}

/** Halfway between rules that are equally likely and dimensions that are: a dimension counts with the root of its rules. */
function weightsOf(kinds: readonly CaseKind[]): number[] {
  return kinds.map(
    ({ rule }) => 1 / Math.sqrt(kinds.filter((other) => other.rule.dimension === rule.dimension).length),
  );
}
