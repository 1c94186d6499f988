import { caseFromTree, type TreeFile } from './case-from-tree.ts';
import type { CaseText, InputRow, RowBatches, UnusableInput } from './case-row.ts';
import { readJson, skipSpace } from './json-tree.ts';
import { LinePlaces } from './line-places.ts';
import type { Reading } from './reading.ts';
import { wholeText } from './whole-text.ts';

const LIMIT = { units: 64 * 2 ** 20, words: '64 MB' };
const BATCH = 500;

/** Reads a JSON document: one case, or a list of them. The text is held whole, the cases are not. */
export async function* readJsonCases(
  source: CaseText,
  reading: Reading,
  idOfLine: (line: number) => string,
): RowBatches {
  const text = await wholeText(source, LIMIT);
  if (typeof text !== 'string') {
    yield [text];
    return;
  }
  let batch: InputRow[] = [];
  for (const row of casesOf(text, { path: source.path, flat: false, idOfLine }, reading)) {
    batch.push(row);
    if (row.kind === 'unusable') break;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function* casesOf(text: string, file: TreeFile, reading: Reading): Generator<InputRow, void> {
  const places = new LinePlaces(text);
  const placeOf = (at: number) => places.at(at);
  const invalid = (at: number, reason: string): UnusableInput => {
    const help = 'write one case, or a list of cases in brackets';
    const problem = { ...placeOf(at), code: 'invalid-json', reason, help } as const;
    return { kind: 'unusable', path: file.path, problems: [problem] };
  };
  const start = skipSpace(text, 0);
  const isList = text[start] === '[';
  let at = isList ? skipSpace(text, start + 1) : start;
  if (isList && text[at] === ']') at++;
  else {
    for (let more = true; more; ) {
      const result = readJson(text, at);
      if (!result.ok) {
        yield invalid(result.at, result.reason);
        return;
      }
      yield caseFromTree(result.tree, placeOf, file, reading);
      at = skipSpace(text, result.end);
      if (!isList) break;
      if (text[at] !== ',' && text[at] !== ']') {
        yield invalid(at, 'a comma or `]` was expected after this case');
        return;
      }
      more = text[at] === ',';
      at++;
    }
  }
  const end = skipSpace(text, at);
  if (end < text.length) yield invalid(end, `text follows the ${isList ? 'list' : 'case'}`);
}
