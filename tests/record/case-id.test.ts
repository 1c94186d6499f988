import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseIdProblem, caseIdProblem, drawCaseId } from '../../src/record/case-id.ts';
import { runs } from '../arbitrary-rule-set.ts';
import { sha256 } from './drawn-records.ts';

describe('a drawn id', () => {
  test('is made of signs that nobody mistakes for others, and passes the check for given ones', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(hex, (randomness) => {
        const id = drawCaseId(randomness);
        expect(id).toMatch(/^[b-df-hj-km-np-tv-xz2-9]{4}-[b-df-hj-km-np-tv-xz2-9]{4}$/);
        expect(caseIdProblem(id)).toBeUndefined();
      }),
      runs(2000),
    );
  });

  test('is another one each time, and uses every sign', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => drawCaseId(sha256(`${index}`)));
    expect(new Set(ids).size).toBe(2000);
    expect(new Set(ids.join('')).size).toBe(19 + 8 + 1);
  });
});

describe('a given id', () => {
  test.for<[CaseIdProblem, string]>([
    ['name', 'Smith'],
    ['name', 'JD'],
    ['name', 'Jane Doe'],
    ['name', 'jane.doe.2'],
    ['name', 'DoeJane7'],
    ['name', 'Müller'],
    ['name', 'smith1980'],
    ['email', 'jd@example.org'],
    ['birth-date', '1980-05-12'],
    ['birth-date', '5/12/80'],
    ['birth-date', '12.05.1980'],
    ['birth-date', '12may1980'],
    ['birth-date', '19800512'],
    ['phone', '555-0100'],
    ['phone', '(301) 555-0100'],
    ['phone', '3015550100'],
    ['social-security', '123-45-6789'],
    ['record-number', 'MRN00123456'],
    ['record-number', '20814'],
    ['form', '../7'],
    ['form', ''],
    ['form', 'a b 1'],
    ['form', 'a7.'],
    ['form', `a${'1b'.repeat(30)}`],
  ])('that looks like a %s is refused: %s', ([problem, id]) => {
    expect(caseIdProblem(id)).toBe(problem);
  });

  test.each(['k7f3-9xq2', 'a', '7', 'case-0001', 'pt07', 'fp-iop-1', 'site2.b_14'])('%s will do', (id) => {
    expect(caseIdProblem(id)).toBeUndefined();
  });
});
