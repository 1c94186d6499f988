import { describe, expect, test } from 'vitest';
import { isLevelRule } from '../../src/core/rule-set.ts';
import { cardOf, type Deck, fits } from '../../src/practice/deck.ts';
import { drawExam } from '../../src/practice/exam.ts';
import { VignetteGenerator } from '../../src/practice/generate/vignette-generator.ts';
import { nextWish, pickCard } from '../../src/practice/pick.ts';
import { memoryAfter } from '../../src/practice/schedule.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { bestCase } from '../record/best-case.ts';
import { answersOf, levelIndex } from './feedback-on.ts';

const now = new Date('2026-01-05T09:00:00Z');
const nothing = memoryAfter([]);

function wishes(count: number, memory: typeof nothing, filter = {}) {
  const random = seededRandom(1);
  return Array.from({ length: count }, () => nextWish(adult, filter, memory, now, random));
}

describe('the wish for the next case', () => {
  test('is balanced by level while nothing is due', () => {
    const levels = wishes(2000, nothing).map(({ level }) => level ?? -1);
    for (const level of adult.levels.keys()) {
      expect(levels.filter((one) => one === level).length).toBeGreaterThan(400);
    }
  });

  test('is three times of four for what is due, by the own errors of the trainee', () => {
    const missed = {
      rule: 'safety.daily-monitoring',
      at: new Date(now.getTime() - 3_600_000),
      shown: 'missed',
    } as const;
    const due = wishes(2000, memoryAfter([missed])).filter(({ rule }) => rule === missed.rule);
    expect(due.length).toBeGreaterThan(1400);
    expect(due.length).toBeLessThan(1600);
  });

  test('keeps to the filter, also where something else is due', () => {
    const missed = { rule: 'safety.daily-monitoring', at: new Date(0), shown: 'missed' } as const;
    const filter = { level: levelIndex('iop'), dimension: 1 };
    for (const { level, dimension, rule } of wishes(200, memoryAfter([missed]), filter)) {
      expect({ level, dimension }).toEqual(filter);
      const wished = adult.rules.find(({ id }) => id === rule);
      expect(wished?.dimension).toBe(1);
      expect(wished?.kind === 'at_least' && wished.level).toBe(levelIndex('iop'));
    }
  });

  test('comes in time to every criterion', () => {
    const random = seededRandom(2);
    const reviews: Parameters<typeof memoryAfter>[0][number][] = [];
    for (let turn = 0; turn < 400; turn++) {
      const { rule } = nextWish(adult, {}, memoryAfter(reviews), now, random);
      if (rule !== undefined) reviews.push({ rule, at: now, shown: 'known' });
    }
    const all = adult.rules.filter(isLevelRule).map(({ id }) => id);
    expect(new Set(reviews.map(({ rule }) => rule))).toEqual(new Set(all));
  });
});

const told = ['daily', 'weekly', 'continuous'].map((need) =>
  cardOf(compiledAdult, {
    id: need,
    source: 'written',
    text: [need],
    answers: answersOf(bestCase({ monitoring_need: need })),
  }),
);
const toldOnly: Deck = { told, pair: () => undefined };

describe('a case', () => {
  const pick = (wish: Parameters<typeof pickCard>[2], recent: readonly string[] = [], filter = {}) =>
    pickCard(compiledAdult, toldOnly, wish, { recent: new Set(recent), filter }, seededRandom(1))?.vignette
      .id;

  test('is as wished where the deck has one', () => {
    expect(pick({ rule: 'safety.daily-monitoring' })).toBe('daily');
    expect(pick({ level: levelIndex('inpatient') })).toBe('continuous');
  });

  test('is another one where that has just been told', () => {
    expect(pick({ rule: 'safety.daily-monitoring' }, ['daily'])).not.toBe('daily');
  });

  test('comes again, the least recent first, once all have been told', () => {
    expect(pick({}, ['weekly', 'continuous', 'daily'])).toBe('weekly');
  });

  test('is none where the filter leaves none', () => {
    const filter = { level: levelIndex('iop') };
    expect(pick(filter, [], filter)).toBeUndefined();
  });

  test('that no criterion decides belongs to every dimension', () => {
    const weekly = told[1];
    expect(weekly && fits(compiledAdult, weekly, { dimension: 2 })).toBe(true);
  });
});

describe('an exam', () => {
  const exam = (seed: number, filter = {}) => {
    const generator = new VignetteGenerator(compiledAdult, []);
    const deck: Deck = {
      told,
      generate: (wish, random) => generator.vignette(wish, random),
      pair: () => undefined,
    };
    return drawExam(compiledAdult, deck, filter, 20, seededRandom(seed));
  };

  test('is the same for the same seed, and another for another', () => {
    const texts = (seed: number) =>
      exam(seed).map(({ vignette }) => [vignette.id, ...vignette.text].join('\n'));
    expect(texts(7)).toEqual(texts(7));
    expect(texts(7)).not.toEqual(texts(8));
  });

  test('has so many cases, none twice, each with one level, and every level equally often', () => {
    const cards = exam(7);
    expect(cards).toHaveLength(20);
    expect(new Set(cards.map(({ vignette }) => vignette.id)).size).toBe(20);
    expect(cards.filter(({ possible }) => possible.length !== 1)).toEqual([]);
    for (const level of adult.levels.keys()) {
      expect(cards.filter(({ possible }) => possible[0] === level)).toHaveLength(5);
    }
  });

  test('keeps to the filter', () => {
    const level = levelIndex('php');
    expect(exam(7, { level }).filter(({ possible }) => possible[0] !== level)).toEqual([]);
  });

  test('has fewer cases where the deck has no more', () => {
    expect(drawExam(compiledAdult, toldOnly, {}, 20, seededRandom(1))).toHaveLength(3);
  });
});
