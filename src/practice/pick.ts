import { isLevelRule, type LevelRule, type RuleSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { membersOf } from '../diagram/possible.ts';
import type { Random } from '../statistics/random.ts';
import { type Card, type CaseWish, cardOf, type Deck, fits } from './deck.ts';
import { type CriterionMemory, dueCriteria } from './schedule.ts';

/** What a trainee wants to practice; what is absent is left to the schedule. Indexes. */
export type PracticeFilter = Omit<CaseWish, 'rule'>;

/** Of four cases, three are for criteria that are due, as long as there are any; the fourth is balanced by level. */
const DUE_SHARE = 0.75;

/** Of two cases, one is told and one is new, where there are both. */
const TOLD_SHARE = 0.5;

/**
 * What the next case should be about: a criterion that is due, by the trainee's own errors; else a level drawn evenly,
 * and in it a criterion that has not come up yet, or any one.
 */
export function nextWish(
  ruleSet: RuleSet,
  filter: PracticeFilter,
  memory: ReadonlyMap<string, CriterionMemory>,
  now: Date,
  random: Random,
): CaseWish {
  const wanted = ruleSet.rules.filter(isLevelRule).filter((rule) => isWanted(rule, filter));
  const due = dueCriteria(memory, now).filter(({ rule }) => wanted.some(({ id }) => id === rule));
  const [first] = due;
  if (first !== undefined && random() < DUE_SHARE) return { ...filter, rule: first.rule };
  const level = filter.level ?? Math.floor(random() * ruleSet.levels.length);
  const atLevel = wanted.filter((rule) => levelOf(rule) === level);
  const fresh = atLevel.filter(({ id }) => !memory.has(id));
  const rule = drawn(fresh.length > 0 ? fresh : atLevel, random);
  return { ...filter, level, ...(rule && { rule: rule.id }) };
}

/** A rule-out is wanted at the level to which it lifts. */
function isWanted(rule: LevelRule, { level, dimension }: PracticeFilter): boolean {
  return (
    (level === undefined || levelOf(rule) === level) &&
    (dimension === undefined || rule.dimension === dimension)
  );
}

function levelOf(rule: LevelRule): number {
  return rule.kind === 'at_least' ? rule.level : (membersOf(rule.levels).at(-1) ?? 0) + 1;
}

/**
 * A case as near to the wish as the deck has one, and none of the recent ones (the least recent first) if that can be avoided. A wish that cannot
 * be met is met in part: the criterion gives way first. Undefined only if the deck has nothing that fits the filter.
 */
export function pickCard(
  compiled: CompiledRuleSet,
  deck: Deck,
  wish: CaseWish,
  { recent, filter }: { readonly recent: ReadonlySet<string>; readonly filter: PracticeFilter },
  random: Random,
): Card | undefined {
  const { rule: _, ...withoutRule } = wish;
  for (const wished of [wish, withoutRule, filter]) {
    const told = deck.told.filter((card) => fits(compiled, card, wished));
    const unseen = told.filter(({ vignette }) => !recent.has(vignette.id));
    if (unseen.length > 0 && (deck.generate === undefined || random() < TOLD_SHARE)) {
      return drawn(unseen, random);
    }
    const vignette = deck.generate?.(wished, random);
    if (vignette !== undefined) return cardOf(compiled, vignette);
    if (unseen.length > 0) return drawn(unseen, random);
  }
  // Everything has been seen: the least recent comes again.
  const told = deck.told.filter((card) => fits(compiled, card, filter));
  const order = [...recent];
  const lastSeen = ({ vignette }: Card) => order.indexOf(vignette.id);
  return told.toSorted((a, b) => lastSeen(a) - lastSeen(b))[0];
}

function drawn<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.floor(random() * from.length)];
}
