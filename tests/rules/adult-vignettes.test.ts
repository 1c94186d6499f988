import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import { applicability } from '../../src/core/truth.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { adultVignettes } from '../adult-vignettes.ts';
import { AGREEMENT } from '../properties/published-agreement.ts';
import { adultExamples } from './adult-examples.ts';

const { vignettes, diagnostics } = adultVignettes;
const written = vignettes.filter(({ source }) => source === 'written');
const published = vignettes.filter(({ source }) => source === 'published');

function wordsOf(text: readonly string[]): number {
  return text.join(' ').split(/\s+/).length;
}

test('the files of vignettes have no finding', () => {
  expect(diagnostics).toEqual([]);
});

test('every level has at least six written vignettes, each about another rule', () => {
  for (const [level, { id }] of adult.levels.entries()) {
    const rules = written.filter(({ point }) => point?.level === level).map(({ point }) => point?.rule);
    expect(new Set(rules).size, id).toBeGreaterThanOrEqual(6);
    expect(rules, id).toHaveLength(new Set(rules).size);
  }
});

describe.each(written.map((vignette) => [vignette.id, vignette] as const))('%s', (_, vignette) => {
  const { answers, point, teaches, text } = vignette;
  const outcome = evaluate(compiledAdult, answers);

  test('is placed at its level by the criteria, and no answers disagree', () => {
    expect(outcome.possible).toEqual([point?.level]);
    expect(outcome.rechecks).toEqual([]);
  });

  test('answers every question that applies and no other', () => {
    const wrong = adult.questions.filter((question, index) => {
      const applies = applicability(adult, question, answers) === 'holds';
      return applies !== (answers[index] !== OPEN);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('is decided by the rule it is about, or at the first level one answer from it', () => {
    const given = Int8Array.from(answers);
    const others = adult.questions.flatMap((question, index) =>
      question.answers.map((__, answer) => given.map((code, place) => (place === index ? answer : code))),
    );
    const near = point?.level === 0 ? others.map((other) => evaluate(compiledAdult, other)) : [outcome];
    const reasons = near.flatMap((each) => each.reasons.flatMap(({ rules }) => rules));
    expect(reasons).toContain(point?.rule);
    expect(teaches).toContain(point?.rule);
  });

  test('is as long as a story for a tired reader may be', () => {
    expect(wordsOf(text)).toBeGreaterThanOrEqual(60);
    expect(wordsOf(text)).toBeLessThanOrEqual(130);
  });
});

describe('the published cases', () => {
  test('are all told, in the order of their file, with the answers of their examples', () => {
    const examples = adultExamples.examples.filter(({ path }) => path === 'published.yaml');
    expect(published.map(({ id }) => id)).toEqual(examples.map(({ id }) => id));
    expect(published.map(({ answers }) => answers)).toEqual(examples.map(({ answers }) => answers));
  });

  test('say why the criteria differ wherever the lowest level that they prove is another one', () => {
    const noted = published.filter(({ assigned }) => assigned?.note !== undefined).map(({ id }) => id);
    const differing = AGREEMENT.filter(({ why }) => why !== undefined).map(({ id }) => id);
    expect(noted).toEqual(expect.arrayContaining(differing));
    expect(differing).toHaveLength(14);
  });

  test('tell in a note of a level that this rule set has not', () => {
    const names = /^(outpatient care|intensive outpatient program|partial hospitalization|inpatient care)/;
    const others = published.filter(({ assigned }) => !names.test(assigned?.level ?? ''));
    expect(others).toHaveLength(12);
    expect(others.filter(({ assigned }) => assigned?.note === undefined)).toEqual([]);
  });

  test('repeat no sentence of the example', () => {
    const stories = new Map(adultExamples.examples.map(({ id, story }) => [id, story ?? '']));
    const repeated = published.filter(({ id, text }) =>
      text
        .join(' ')
        .split(/(?<=\.) /)
        .some((sentence) => stories.get(id)?.includes(sentence)),
    );
    expect(repeated.map(({ id }) => id)).toEqual([]);
  });
});
