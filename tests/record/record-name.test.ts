import { expect, test } from 'vitest';
import { nextRecordName, partsOfName } from '../../src/record/record-name.ts';

test.for<[string, string[]]>([
  ['k7f3-9xq2-1.json', []],
  ['k7f3-9xq2-1.json', ['b-4.json', 'k7f3-9xq2.json', 'k7f3-9xq2-x.json']],
  ['k7f3-9xq2-11.json', ['k7f3-9xq2-2.json', 'k7f3-9xq2-10.json']],
  ['k7f3-9xq2-3.json', ['K7F3-9XQ2-2.json']],
  // Another screening of the case is being written.
  ['k7f3-9xq2-4.json', ['k7f3-9xq2-3.json.partial']],
])('the next record is %s beside %j', ([next, names]) => {
  expect(nextRecordName('k7f3-9xq2', names)).toBe(next);
});

test('a path tells the case and the number', () => {
  expect(partsOfName('some/where/study-17-2.json')).toEqual({ caseId: 'study-17', number: 2 });
  expect(partsOfName('some\\where\\a-1.json')).toEqual({ caseId: 'a', number: 1 });
  expect(partsOfName('records.json')).toBeUndefined();
});
