import type { Random } from '../../statistics/random.ts';
import type { Fact } from './facts.ts';
import { withoutVerb } from './verb-phrase.ts';
import { drawOne, shuffled } from './weighted-draw.ts';

/** Facts that are told in one sentence, in this order. */
export interface Sentence {
  readonly facts: readonly Fact[];
  readonly word: 'and' | 'but';
}

const SIZES = [1, 2, 2, 3, 3] as const;

/** The most words that the phrases of one sentence may have. */
const MOST_WORDS = 24;

/** Deals facts out to sentences, in drawn order: what can share a verb comes together, what cannot be joined stands alone. */
export function composeSentences(facts: readonly Fact[], random: Random): Sentence[] {
  const waiting = shuffled(facts, random);
  const sentences: Sentence[] = [];
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    const joined = [first];
    const size = first.phrase.joins === 'alone' ? 1 : drawOne(SIZES, random);
    while (joined.length < size) {
      const place = waiting.findIndex((fact) => canJoin(joined, fact));
      if (place === -1) break;
      joined.push(...waiting.splice(place, 1));
    }
    sentences.push({ facts: lastLast(joined), word: isContrast(joined) && random() < 0.6 ? 'but' : 'and' });
  }
  return sentences;
}

/** A phrase with an "and" of its own at the end. */
export function lastLast(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => Number(a.phrase.joins === 'last') - Number(b.phrase.joins === 'last'));
}

/** Something that weighs on the client, and something that does not. */
function isContrast([first, second, ...more]: readonly Fact[]): boolean {
  return more.length === 0 && first?.concern !== undefined && second?.concern === !first.concern;
}

/** All facts of a sentence share one verb, or each has a verb of its own. */
function canJoin(joined: readonly Fact[], fact: Fact): boolean {
  const all = [...joined, fact];
  if (fact.phrase.joins === 'alone') return false;
  if (all.filter(({ phrase }) => phrase.joins === 'last').length > 1) return false;
  if (all.flatMap(({ phrase }) => phrase.singular.split(' ')).length > MOST_WORDS) return false;
  const verbs = new Set(all.map(({ phrase }) => phrase.singular.split(' ')[0]));
  return sharedVerb(all) !== undefined || verbs.size === all.length;
}

function sharedVerb(facts: readonly Fact[]): string | undefined {
  const verb = facts[0]?.phrase.shares;
  return facts.every(({ phrase }) => phrase.shares === verb) ? verb : undefined;
}

/** The predicate of a sentence, for "the client" or for "they"; undefined if it does not fit "they". */
export function predicate({ facts, word }: Sentence, person: 'client' | 'they'): string | undefined {
  const phrases = facts.map(({ phrase }) => (person === 'they' ? phrase.plural : phrase.singular));
  if (phrases.includes(undefined)) return undefined;
  const isShared = sharedVerb(facts) !== undefined;
  const parts = phrases
    .filter((phrase) => phrase !== undefined)
    .map((phrase, place) => (isShared && place > 0 ? withoutVerb(phrase) : phrase));
  return listed(parts, word, / and /.test(parts.at(-1) ?? ''));
}

/** "a, b and c"; with a comma before the word if the last part could be misread without. */
export function listed(parts: readonly string[], word: 'and' | 'or' | 'but', isLastLong = false): string {
  const last = parts.at(-1) ?? '';
  const comma = isLastLong ? ',' : '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')}${comma} ${word} ${last}`;
}
