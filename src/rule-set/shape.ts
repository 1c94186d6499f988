import { type Diagnostic, type DiagnosticCode, diagnostic, type Place, type Report } from './diagnostic.ts';
import {
  describe,
  entryOf,
  type MapNode,
  type Node,
  nodeAt,
  type Path,
  placeAt,
  titlePlace,
} from './node.ts';
import { CONDITION_KEYS, checkAgainstSchema, type Part, type Shape, type ShapeIssue } from './schema.ts';
import { nearest, suggestion } from './suggestion.ts';

/** One entry of a list: what it is called, and its content if that is sound. */
export interface Item<P extends Part> {
  readonly node: MapNode;
  readonly id: { readonly text: string; readonly place: Place } | undefined;
  readonly shape: Shape<P> | undefined;
}

/** The readable entries of a list; `complete` unless one was lost, so that a missing id may be a consequence. */
export interface Items<P extends Part> {
  readonly list: readonly Item<P>[];
  readonly complete: boolean;
}

/** Checks the keys and types of one part and reports what is wrong, each mistake once. */
export function readShape<P extends Part>(part: P, node: Node, report: Report): Shape<P> | undefined {
  if (node.kind === 'broken') return undefined;
  if (node.kind !== 'map') {
    const message = `${partName(part)} must be a mapping of keys to values, not ${describe(node)}`;
    report(diagnostic('wrong-type', node.place, message, 'write `key: value` lines'));
    return undefined;
  }
  const { shape, issues } = checkAgainstSchema(part, plain(node));
  for (const issue of issues) {
    const problem = shapeDiagnostic(issue, node, issues, part);
    if (problem !== undefined) report(problem);
  }
  return shape;
}

/** Reads a list of parts under `key`. What the list itself lacks is reported with the part that holds it. */
export function readItems<P extends Part>(part: P, holder: Node, key: string, report: Report): Items<P> {
  const listed = entryOf(holder, key)?.value;
  if (listed?.kind !== 'list') return { list: [], complete: false };
  let complete = true;
  const list: Item<P>[] = [];
  for (const node of listed.items) {
    const shape = readShape(part, node, report);
    const id = entryOf(node, 'id')?.value;
    if (id?.kind !== 'scalar' && part !== 'decision') complete = false;
    if (node.kind !== 'map') continue;
    list.push({ node, shape, id: id?.kind === 'scalar' ? { text: id.text, place: id.place } : undefined });
  }
  return { list, complete };
}

function plain(node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [key, CONDITION_KEYS.has(key) ? value : plain(value)]),
      );
    case 'broken':
      return undefined;
    default:
      return node satisfies never;
  }
}

function shapeDiagnostic(
  issue: ShapeIssue,
  root: Node,
  issues: readonly ShapeIssue[],
  part: Part,
): Diagnostic | undefined {
  const node = nodeAt(root, issue.path);
  if (node?.kind === 'broken') return undefined;
  const place = placeAt(root, issue.path);
  const name = labelOf(issue.path);
  const because = (code: DiagnosticCode, message: string, help?: string) =>
    diagnostic(code, place, message, help);
  switch (issue.kind) {
    case 'unknown-key': {
      const holder = nodeAt(root, issue.path) ?? root;
      const at = entryOf(holder, issue.key)?.keyPlace ?? place;
      const help = suggestion(issue.key, issue.known, 'keys');
      return diagnostic('unknown-key', at, `unknown key \`${issue.key}\``, help);
    }
    case 'type':
      if (node === undefined) return missingKey(issue.path, root, issues, part);
      return because(
        'wrong-type',
        `${name} must be ${typeName(issue.expected)}, not ${describe(node)}`,
        typeHelp(issue.expected, node),
      );
    case 'value':
      return because(
        'wrong-value',
        `${name} can only be \`${issue.expected}\``,
        'write that, or delete the key',
      );
    case 'number':
      return because('wrong-value', `${name} must be a whole number, at least 1`, 'write such a number');
    case 'too-few':
      if (node?.kind === 'list' && node.items.length === 0) {
        return because(
          'empty-list',
          `${name} is an empty list`,
          'fill it, or delete the key if it is optional',
        );
      }
      return because('too-few-items', `${name} needs at least ${issue.limit} entries`, 'add the others');
    case 'too-many':
      return because('too-many-items', `${name} has more than ${issue.limit} entries`, 'join some of them');
    case 'blank':
      return because('blank-text', `${name} is blank`, 'write the text');
    case 'bad-id': {
      const id = node?.kind === 'scalar' ? node.text : '';
      return because('bad-id', `\`${id}\` cannot be used as an id`, `an id is made of ${issue.expected}`);
    }
    default:
      return issue satisfies never;
  }
}

/** A missing key whose misspelling stands beside it is one mistake, not two. */
function missingKey(
  path: Path,
  root: Node,
  issues: readonly ShapeIssue[],
  part: Part,
): Diagnostic | undefined {
  const key = String(path.at(-1));
  const holder = path.slice(0, -1);
  const misspelt = issues.some(
    (issue) =>
      issue.kind === 'unknown-key' &&
      issue.path.join('.') === holder.join('.') &&
      nearest(issue.key, issue.known) === key,
  );
  if (misspelt) return undefined;
  const owner = nodeAt(root, holder) ?? root;
  const what = holder.length === 0 ? partName(part) : `the entry of ${labelOf(holder)}`;
  const message = `${what} has no \`${key}\``;
  return diagnostic('missing-key', titlePlace(owner), message, MISSING_HELP[key] ?? `add \`${key}:\``);
}

const MISSING_HELP: Readonly<Record<string, string>> = {
  because: 'add `because:` with the reason that a reader of the result will see',
  sources: 'add `sources:` with at least one `{ document: SOURCE }`',
  when: 'add `when:` with the condition under which the rule holds',
};

const PART_NAMES = {
  header: 'the header',
  level: 'the level',
  source: 'the source',
  decision: 'the decision',
  override: 'the override',
  dimension: 'the dimension',
  question: 'the question',
  rule: 'the rule',
  guarantees: 'the file of guarantees',
  guarantee: 'the guarantee',
} as const satisfies Record<Part, string>;

function partName(part: Part): string {
  return PART_NAMES[part];
}

function labelOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  const entry = typeof path.at(-1) === 'number' ? 'each entry of ' : '';
  return key === undefined ? 'this' : `${entry}\`${String(key)}\``;
}

function typeName(expected: string): string {
  if (expected === 'string') return 'text';
  if (expected === 'number') return 'a whole number';
  return expected === 'array' ? 'a list' : 'a mapping of keys to values';
}

function typeHelp(expected: string, node: Node): string {
  if (expected === 'number') return 'write a whole number, at least 1, without quotes';
  if (expected === 'array') return 'write `[first, second]`, or one entry a line, each after a dash';
  if (expected === 'string' && node.kind === 'scalar') return `put it in quotes: '${node.text}'`;
  return expected === 'string' ? 'write one text' : 'write `key: value` lines, or `{ key: value }`';
}
