import { type Card, createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';

/** One look at a criterion: what a case showed about it, and when. */
export interface CriterionReview {
  /** Rule id. */
  readonly rule: string;
  readonly at: Date;
  /** `resisted`: not met and not taken for met; it only counts for a criterion that was missed before. */
  readonly shown: 'known' | 'missed' | 'resisted';
}

/** How well a criterion is remembered. */
export interface CriterionMemory {
  readonly rule: string;
  /** When it should come up again. */
  readonly due: Date;
  /** How often it came up, and how often it was missed after it had been known. */
  readonly reviews: number;
  readonly lapses: number;
  /** It has left the first steps, which are minutes apart. */
  readonly isLearned: boolean;
}

/** Without chance, so that the same reviews always give the same days. */
const scheduler = fsrs({ enable_fuzz: false });

/**
 * What is remembered after these reviews, by rule id. Spaced repetition by FSRS (Ye and others 2022), with criteria in
 * place of cards: a missed one comes up again within minutes, a known one after days that grow.
 */
export function memoryAfter(reviews: readonly CriterionReview[]): ReadonlyMap<string, CriterionMemory> {
  const cards = new Map<string, Card>();
  const inOrder = reviews.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const { rule, at, shown } of inOrder) {
    const card = cards.get(rule);
    if (card === undefined && shown === 'resisted') continue;
    const rating = shown === 'missed' ? Rating.Again : Rating.Good;
    cards.set(rule, scheduler.next(card ?? createEmptyCard(at), at, rating).card);
  }
  return new Map([...cards].map(([rule, card]) => [rule, memoryOf(rule, card)]));
}

function memoryOf(rule: string, { due, reps, lapses, state }: Card): CriterionMemory {
  return { rule, due, reviews: reps, lapses, isLearned: state === State.Review };
}

/** The criteria that should come up now, the longest overdue first. */
export function dueCriteria(memory: ReadonlyMap<string, CriterionMemory>, now: Date): CriterionMemory[] {
  return [...memory.values()]
    .filter(({ due }) => due.getTime() <= now.getTime())
    .sort((a, b) => a.due.getTime() - b.due.getTime() || (a.rule < b.rule ? -1 : 1));
}
