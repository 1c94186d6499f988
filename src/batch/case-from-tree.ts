import { OPEN } from '../core/answers.ts';
import { suggestion } from '../rule-set/suggestion.ts';
import type { InputRow, Place, Problem, ProblemCode } from './case-row.ts';
import type { CaseEntry, CaseTree } from './case-tree.ts';
import { identifierProblem, looksLikeIdentifier } from './identifier-columns.ts';
import { quoted } from './quoted.ts';
import { codeOf, idProblem, keptProblem, missingId, type Reading, unknownAnswer } from './reading.ts';
import { rejectedRow } from './rejected-row.ts';

/** A file of cases in JSON, NDJSON or YAML, while it is read. */
export interface TreeFile {
  readonly path: string;
  /** Whether questions may stand beside `id`, without `answers`. */
  readonly flat: boolean;
  readonly idOfLine: (line: number) => string;
  /** Whether the cases have ids: the first case decides for all of them. */
  hasIds?: boolean;
}

/**
 * Reads one case: `{ id, answers }`, or flat. Inside `answers` each key must be a question; beside it keys that
 * are neither the id nor kept are passed over. Nothing is guessed: a key that occurs twice is a problem.
 */
export function caseFromTree<At>(
  tree: CaseTree<At>,
  placeOf: (at: At) => Place,
  file: TreeFile,
  reading: Reading,
): InputRow {
  const { path } = file;
  const problems: Problem[] = [];
  const report: Report<At> = (at, code, reason, help) =>
    problems.push({ ...placeOf(at), code, reason, ...(help === undefined ? {} : { help }) });
  if (tree.kind !== 'map') {
    report(tree.at, 'not-a-case', 'a case must be a mapping', 'write `id` and `answers`');
    return { kind: 'rejected', path, problems };
  }
  const given = answerEntries(tree, file, reading, report);
  const answers = new Int8Array(reading.questionCount).fill(OPEN);
  for (const entry of unrepeated(given, report)) {
    const code = answerCode(entry, placeOf, reading, problems);
    if (code !== undefined) answers[code.index] = code.answer;
  }
  const id = readId(tree, placeOf, file, reading, problems);
  const kept = reading.keep.map((_, position) => keptText(position, tree, placeOf, reading, problems));
  if (problems.length > 0) return rejectedRow(path, problems);
  return { kind: 'case', path, line: id.place.line, id: id.text, idColumn: id.place.column, answers, kept };
}

type Report<At> = (at: At, code: ProblemCode, reason: string, help?: string) => void;

/** The entries that answer questions, wherever they stand. */
function answerEntries<At>(
  tree: CaseTree<At> & { kind: 'map' },
  file: TreeFile,
  reading: Reading,
  report: Report<At>,
): readonly CaseEntry<At>[] {
  const [holder, second] = tree.entries.filter((entry) => entry.key === 'answers');
  if (second !== undefined) {
    report(second.at, 'duplicate-key', 'the key `answers` occurs twice', 'keep one of them');
  }
  const beside = tree.entries.filter((entry) => entry.key !== 'answers' && entry.key !== 'id');
  if (holder === undefined) {
    if (file.flat)
      return beside.filter((entry) => reading.questions.has(entry.key) || isStray(entry, reading));
    report(
      tree.at,
      'not-a-case',
      'the case has no `answers`',
      'write `answers` with a question and answer a line',
    );
    return [];
  }
  for (const entry of beside.filter(({ key }) => reading.questions.has(key) && !reading.keep.includes(key))) {
    report(
      entry.at,
      'answer-outside',
      `${quoted(entry.key)} stands outside \`answers\``,
      'move it into `answers`',
    );
  }
  if (holder.value.kind === 'map') return holder.value.entries;
  if (holder.value.kind !== 'nothing') {
    report(
      holder.value.at,
      'not-a-case',
      '`answers` must be a mapping',
      'write a question and its answer a line',
    );
  }
  return [];
}

/** In a flat case each key is a column, so one that nobody asked for is a mistake as it is in CSV. */
function isStray<At>(entry: CaseEntry<At>, reading: Reading): boolean {
  return !reading.keep.includes(entry.key);
}

function unrepeated<At>(entries: readonly CaseEntry<At>[], report: Report<At>): CaseEntry<At>[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const isFirst = !seen.has(entry.key);
    seen.add(entry.key);
    if (!isFirst)
      report(entry.at, 'duplicate-key', `the key ${quoted(entry.key)} occurs twice`, 'keep one of them');
    return isFirst;
  });
}

function answerCode<At>(
  { key, at, value }: CaseEntry<At>,
  placeOf: (at: At) => Place,
  reading: Reading,
  problems: Problem[],
): { readonly index: number; readonly answer: number } | undefined {
  const question = reading.questions.get(key);
  if (question === undefined) {
    const stranger = looksLikeIdentifier(key)
      ? identifierProblem(key)
      : {
          code: 'unknown-question' as const,
          reason: `there is no question ${quoted(key)}`,
          help: suggestion(key, [...reading.questions.keys()], 'questions'),
        };
    problems.push({ ...placeOf(at), ...stranger });
    return undefined;
  }
  if (value.kind === 'nothing') return { index: question.index, answer: OPEN };
  const text = value.kind === 'text' ? value.text : undefined;
  const answer = text === undefined ? undefined : codeOf(question, text);
  if (answer !== undefined) return { index: question.index, answer };
  if (text !== undefined) problems.push(unknownAnswer(question, text, placeOf(value.at)));
  else {
    const reason = `the answer to \`${key}\` must be text and is ${KINDS[value.kind]}`;
    problems.push({ ...placeOf(value.at), code: 'not-text', reason, help: 'write the id of one answer' });
  }
  return undefined;
}

const KINDS = {
  text: 'text',
  number: 'a number',
  boolean: '`true` or `false`',
  list: 'a list',
  map: 'a mapping',
  nothing: 'nothing',
} as const satisfies Record<CaseTree<never>['kind'], string>;

function readId<At>(
  tree: CaseTree<At> & { kind: 'map' },
  placeOf: (at: At) => Place,
  file: TreeFile,
  reading: Reading,
  problems: Problem[],
): { readonly text: string; readonly place: Place } {
  const [entry, second] = tree.entries.filter(({ key }) => key === 'id');
  const place = placeOf(entry?.value.at ?? tree.at);
  const isFirst = file.hasIds === undefined;
  file.hasIds ??= entry !== undefined;
  if (!file.hasIds) {
    if (entry !== undefined) problems.push({ ...place, code: 'unexpected-id', ...UNEXPECTED_ID });
    return { text: file.idOfLine(place.line), place };
  }
  if (second !== undefined) {
    const help = 'keep one of them';
    problems.push({
      ...placeOf(second.at),
      code: 'duplicate-key',
      reason: 'the key `id` occurs twice',
      help,
    });
  }
  const value = entry?.value;
  if (value === undefined || value.kind === 'nothing') problems.push(missingId(place));
  else if (value.kind !== 'text' && value.kind !== 'number') {
    const reason = `the id must be text or a number and is ${KINDS[value.kind]}`;
    problems.push({ ...place, code: 'not-text', reason, help: 'put it in quotation marks' });
  } else {
    const problem = idProblem(reading, value.text, isFirst, place);
    if (problem === undefined) return { text: value.text, place };
    problems.push(problem);
  }
  return { text: '', place };
}

const UNEXPECTED_ID = {
  reason: 'this case has an id and the first one of the file has none',
  help: 'give each case its own id, or none of the file any',
} as const;

/** The text of a key that was asked for with `--keep`; empty where the case does not have it. */
function keptText<At>(
  position: number,
  tree: CaseTree<At> & { kind: 'map' },
  placeOf: (at: At) => Place,
  reading: Reading,
  problems: Problem[],
): string {
  const name = reading.keep[position] ?? '';
  const answers = tree.entries.find(({ key }) => key === 'answers')?.value;
  const inside = answers?.kind === 'map' ? answers.entries : [];
  const [entry, second] = [...tree.entries, ...inside].filter(({ key }) => key === name);
  const value = entry?.value;
  if (value === undefined || value.kind === 'nothing') return '';
  const place = placeOf(value.at);
  if (second !== undefined) {
    const reason = `the key ${quoted(name)} occurs twice`;
    problems.push({ ...placeOf(second.at), code: 'duplicate-key', reason, help: 'keep one of them' });
  }
  if (value.kind === 'list' || value.kind === 'map') {
    const reason = `${quoted(name)} is to be kept and is ${KINDS[value.kind]}`;
    problems.push({ ...place, code: 'not-text', reason, help: 'keep keys that hold one value' });
    return '';
  }
  const problem = keptProblem(reading, position, value.text, () => place);
  if (problem !== undefined) problems.push(problem);
  return value.text;
}
