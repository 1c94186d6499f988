import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Random } from '../statistics/random.ts';
import { type Card, type Deck, fits } from './deck.ts';
import { nextWish, type PracticeFilter, pickCard } from './pick.ts';

/** As often as a case is drawn anew because it has been drawn before or leaves several levels possible. */
const ATTEMPTS = 20;

/**
 * The cases of an exam, none twice, each with one level. They follow from the deck, the filter and the chance alone, so
 * that every rater with the same seed gets the same ones in the same order. Fewer than `count` where the deck has no more.
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
  for (let attempt = 0; cards.length < count && attempt < count * ATTEMPTS; attempt++) {
    const wish = nextWish(compiled.ruleSet, filter, nothingDue, beginning, random);
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
