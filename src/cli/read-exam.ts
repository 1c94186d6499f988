import { jsonIn } from '../core/json-in.ts';
import type { ExamCase, ExamResult } from '../practice/exam-result.ts';
import { EXAM_VERSION } from '../practice/exam-result.ts';
import {
  anyText,
  countOf,
  either,
  exactly,
  type JsonProblem,
  listOf,
  mapOf,
  objectOf,
} from '../record/json-check.ts';
import type { RuleSetIdentity } from '../render/identity.ts';
import { printable } from '../render/printable.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/**
 * Reads the result of an exam.
 *
 * @throws UsageError where the file is none.
 */
export async function readExam(path: string, world: World): Promise<ExamResult> {
  const text = await world.readFile(path);
  const problems: JsonProblem[] = [];
  const value = jsonIn(text);
  if (isResult(value, '', (problem) => problems.push(problem))) return value;
  const [first] = problems;
  const where =
    first === undefined || first.at === '' ? '' : ` (\`${printable(first.at)}\`: ${first.message})`;
  throw new UsageError(
    `\`${printable(path)}\` is not the result of an exam${where}`,
    'name files that `carestep practice --exam N --out FILE.json` has written',
  );
}

const textOrNull = either(anyText, exactly(null), 'a text or null');

const isResult = objectOf<ExamResult>({
  carestep_exam: exactly(EXAM_VERSION),
  rater: textOrNull,
  day: anyText,
  software: anyText,
  rule_set: objectOf<RuleSetIdentity>({ id: anyText, version: anyText, fingerprint: anyText }),
  seed: countOf('a seed'),
  cases: listOf(
    objectOf<ExamCase>({
      id: anyText,
      source: either(exactly('published'), either(exactly('written'), exactly('generated'), ''), 'a source'),
      answers: mapOf(anyText),
      level: anyText,
      placed: textOrNull,
      decided_by: listOf(anyText),
    }),
  ),
});
