import { diagnostic, type Report } from './diagnostic.ts';
import { describe, type MapNode, type Node, type ScalarNode } from './node.ts';
import { suggestion } from './suggestion.ts';
import { lookUp, reportRepeated, type Token, type Vocabulary } from './vocabulary.ts';

/** What is tested: the names in their order, and how a message calls it. */
export interface Scale {
  readonly vocabulary: Vocabulary<number>;
  /** The question, or `level`. */
  readonly key: string;
  /** Ranges are allowed. */
  readonly ordered: boolean;
  /** A test that names everything still says something: the question applies. */
  readonly conditional: boolean;
}

/** Reads `name`, `[name, ...]` or `{ from, up_to }` into a bit mask over the scale; `undefined` once reported. */
export function readTest(node: Node, scale: Scale, report: Report): number | undefined {
  const mask = readMask(node, scale, report);
  if (mask === undefined) return undefined;
  if (mask === 2 ** scale.vocabulary.entries.size - 1 && !scale.conditional) {
    const message = `this test of \`${scale.key}\` names every ${scale.vocabulary.noun}, so it always holds`;
    report(diagnostic('test-never-fails', node.place, message, 'leave one out, or delete the test'));
  }
  return mask;
}

function readMask(node: Node, scale: Scale, report: Report): number | undefined {
  switch (node.kind) {
    case 'scalar':
      return find(node, scale, report, (index) => 2 ** index);
    case 'list':
      return readList(node.items, node, scale, report);
    case 'map':
      return readRange(node, scale, report);
    case 'broken':
      return undefined;
    default:
      return node satisfies never;
  }
}

function find(
  token: Token,
  scale: Scale,
  report: Report,
  mask: (index: number) => number,
): number | undefined {
  const where = scale.key === 'level' ? '' : ` for \`${scale.key}\``;
  const index = lookUp(scale.vocabulary, token, report, where);
  return index === undefined ? undefined : mask(index);
}

function readList(items: readonly Node[], node: Node, scale: Scale, report: Report): number | undefined {
  const { key, vocabulary } = scale;
  if (items.length === 0) {
    report(
      diagnostic('empty-list', node.place, `the test of \`${key}\` names no ${vocabulary.noun}`, 'name one'),
    );
    return undefined;
  }
  const tokens: ScalarNode[] = [];
  for (const item of items) {
    if (item.kind === 'scalar') tokens.push(item);
    else if (item.kind !== 'broken') {
      const message = `each entry of this list must be one ${vocabulary.noun}, not ${describe(item)}`;
      report(diagnostic('wrong-type', item.place, message, 'a range stands alone: `{ from: A, up_to: B }`'));
    }
  }
  reportRepeated(tokens, report);
  const masks = tokens.map((token) => find(token, scale, report, (index) => 2 ** index));
  let all = 0;
  for (const mask of masks) {
    if (mask === undefined) return undefined;
    all |= mask;
  }
  return tokens.length === items.length ? all : undefined;
}

const BOUNDS = ['from', 'up_to'];

function readRange(node: MapNode, scale: Scale, report: Report): number | undefined {
  const { key, vocabulary, ordered } = scale;
  const bounds = new Map<string, ScalarNode>();
  let sound = true;
  for (const entry of node.entries) {
    if (!BOUNDS.includes(entry.key)) {
      const help = suggestion(entry.key, BOUNDS, 'keys of a range');
      report(diagnostic('unknown-key', entry.keyPlace, `unknown key \`${entry.key}\` in a range`, help));
      sound = false;
    } else if (entry.value.kind === 'scalar') {
      bounds.set(entry.key, entry.value);
    } else {
      sound = false;
      if (entry.value.kind === 'broken') continue;
      const message = `\`${entry.key}\` must be one ${vocabulary.noun}, not ${describe(entry.value)}`;
      report(diagnostic('wrong-type', entry.value.place, message));
    }
  }
  if (!sound) return undefined;
  if (bounds.size === 0) {
    report(
      diagnostic('empty-condition', node.place, 'the range has no bound', 'write `from:`, `up_to:` or both'),
    );
    return undefined;
  }
  if (!ordered) {
    const message = `\`${key}\` is nominal: its answers have no order, so no range can be tested`;
    report(diagnostic('range-on-nominal', node.place, message, 'list the answers: `[a, b]`'));
    return undefined;
  }
  const from = bounds.get('from');
  const upTo = bounds.get('up_to');
  const first = from === undefined ? 0 : find(from, scale, report, (index) => index);
  const last = upTo === undefined ? vocabulary.entries.size - 1 : find(upTo, scale, report, (index) => index);
  if (first === undefined || last === undefined) return undefined;
  if (first > last) {
    const message = `\`${from?.text}\` comes after \`${upTo?.text}\`, so the range is empty`;
    report(diagnostic('empty-range', from?.place ?? node.place, message, 'exchange the two'));
    return undefined;
  }
  return 2 ** (last + 1) - 2 ** first;
}
