import type { Diagnostic } from '../rule-set/diagnostic.ts';
import type { MapNode, Node } from '../rule-set/node.ts';
import { parseFile } from '../rule-set/parse.ts';
import { caseFromTree, type TreeFile } from './case-from-tree.ts';
import type { CaseText, InputRow, Place, Problem, RowBatches } from './case-row.ts';
import type { CaseTree } from './case-tree.ts';
import { emptyFile } from './empty-file.ts';
import type { Reading } from './reading.ts';
import { upToUnusable } from './rejected-row.ts';
import { wholeText } from './whole-text.ts';

const LIMIT = { units: 1_000_000, words: '1 MB' };

/**
 * Reads a YAML document: one case, or a list of them. The traps of YAML are problems here as they are in rule
 * files, but in keys that are not read they do no harm, and a blank answer is an open one.
 */
export async function* readYamlCases(
  source: CaseText,
  reading: Reading,
  idOfLine: (line: number) => string,
): RowBatches {
  const { path } = source;
  const text = await wholeText(source, LIMIT);
  if (typeof text !== 'string') {
    yield [text];
    return;
  }
  const diagnostics: Diagnostic[] = [];
  const root = parseFile({ path, text }, (diagnostic) => diagnostics.push(diagnostic));
  const isBlank = diagnostics.some(({ code }) => code === 'empty-file');
  if (root === undefined) {
    yield [isBlank ? emptyFile(path) : { kind: 'unusable', path, problems: diagnostics.map(problemOf) }];
    return;
  }
  const file: TreeFile = { path, flat: false, idOfLine };
  const cases = root.kind === 'list' ? root.items : [root];
  const rows = cases.map((node, index) => {
    const inCase = diagnostics.filter(
      (found) => (index === 0 || isAtOrAfter(found, node.place)) && !isAfterStart(cases[index + 1], found),
    );
    return readCase(node, inCase, file, reading);
  });
  yield upToUnusable(rows);
}

function readCase(node: Node, found: readonly Diagnostic[], file: TreeFile, reading: Reading): InputRow {
  const problems = found.filter((diagnostic) => matters(diagnostic, node, reading)).map(problemOf);
  const row = caseFromTree(treeOf(node), (place: Place) => place, file, reading);
  if (problems.length === 0 || row.kind === 'unusable') return row;
  const others = row.kind === 'rejected' ? row.problems : [];
  const all = [
    ...problems,
    ...others.filter((other) => !problems.some((problem) => isSamePlace(problem, other))),
  ];
  return {
    kind: 'rejected',
    path: file.path,
    problems: all.sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** A trap counts where its text is read: in the id, the answers and what is kept. */
function matters({ code, line, column }: Diagnostic, node: Node, reading: Reading): boolean {
  if (code === 'null-value') return false;
  if (code === 'duplicate-key' || node.kind !== 'map') return true;
  const entry = entryAround({ line, column }, node);
  return entry === undefined || entry === 'id' || entry === 'answers' || reading.keep.includes(entry);
}

function entryAround(place: Place, node: MapNode): string | undefined {
  return node.entries.findLast(({ keyPlace }) => isAtOrAfter(place, keyPlace))?.key;
}

function isAtOrAfter(place: Place, start: Place): boolean {
  return place.line > start.line || (place.line === start.line && place.column >= start.column);
}

function isAfterStart(next: Node | undefined, place: Place): boolean {
  return next !== undefined && isAtOrAfter(place, next.place);
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.column === b.column;
}

function problemOf({ line, column, message, help }: Diagnostic): Problem {
  return { line, column, code: 'invalid-yaml', reason: message, ...(help === undefined ? {} : { help }) };
}

function treeOf(node: Node): CaseTree<Place> {
  const at = node.place;
  switch (node.kind) {
    case 'map':
      return {
        kind: 'map',
        at,
        entries: node.entries.map(({ key, keyPlace, value }) => ({
          key,
          at: keyPlace,
          value: treeOf(value),
        })),
      };
    case 'list':
      return { kind: 'list', at, items: node.items.map(treeOf) };
    case 'scalar': {
      const type = typeof node.value;
      return { kind: type === 'number' || type === 'boolean' ? type : 'text', text: node.text, at };
    }
    case 'broken':
      return { kind: 'nothing', at };
    default:
      return node satisfies never;
  }
}
