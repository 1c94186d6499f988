import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Random } from '../statistics/random.ts';
import { type Card, type Deck, fits } from './deck.ts';
import { nextWish, type PracticeFilter, pickCard } from './pick.ts';

/** As often as a case is drawn anew because it has been drawn before or leaves several levels possible. */
const ATTEMPTS = 20;

/**
 * The cases of an exam, none twice, each with one level, and every level equally often as far as there are cases. They
 * follow from the deck, the filter and the chance alone, so that every rater with the same seed gets the same ones in the
 * same order. Fewer than `count` where the deck has no more.
 */
export function drawExam(
  compiled: CompiledRuleSet,
  deck: Deck,
  filter: PracticeFilter,
  count: number,
  random: Random,
): Card[] {
  const settled = { ...deck, told: deck.told.filter(({ possible }) => possible.length === 1) };
  const cards: Card[] = [];
  const recent = new Set<string>();
  const nothingDue = new Map<string, never>();
  const beginning = new Date(0);
  // Mixed over the whole exam: in smaller lots the last one could be guessed.
  const each = Array.from({ length: count }, (_, index) => index % compiled.ruleSet.levels.length);
  const levels = shuffled(each, random);
  for (let attempt = 0; cards.length < count && attempt < count * ATTEMPTS; attempt++) {
    const level = filter.level ?? levels[cards.length] ?? 0;
    const wish = nextWish(compiled.ruleSet, { ...filter, level }, nothingDue, beginning, random);
    const card = pickCard(compiled, settled, wish, { recent, filter }, random);
    if (card === undefined) break;
    const isNew = !recent.has(card.vignette.id);
    if (isNew && card.possible.length === 1 && fits(compiled, card, filter)) {
      recent.add(card.vignette.id);
      cards.push(card);
    }
  }
  return cards;
}

function shuffled(items: readonly number[], random: Random): number[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
