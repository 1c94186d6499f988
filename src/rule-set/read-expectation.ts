import { EXPECTED_LISTS, type Expectation, type ExpectedIds, type ExpectedList } from '../core/example.ts';
import { diagnostic, type Report } from './diagnostic.ts';
import type { ExampleNames } from './example-names.ts';
import { describe, type Entry, entryOf, type MapNode, type Node, type ScalarNode } from './node.ts';
import { suggestion } from './suggestion.ts';
import { lookUp, reportRepeated, type Token } from './vocabulary.ts';

const LEVEL_KEYS = ['level', 'lowest', 'highest'];
const KEYS = [...LEVEL_KEYS, ...EXPECTED_LISTS];
const PART_KEYS = ['includes', 'excludes'];

/** Reads what an example expects; `undefined` once anything in it was reported. */
export function readExpectation(node: Node, names: ExampleNames, report: Report): Expectation | undefined {
  let sound = true;
  const complain: Report = (problem) => {
    sound = false;
    report(problem);
  };
  if (node.kind === 'broken') return undefined;
  if (node.kind !== 'map' || node.entries.length === 0) {
    const what = node.kind === 'map' ? 'an empty one' : describe(node);
    const message = `\`expect\` must be a mapping of what is expected, not ${what}`;
    report(diagnostic('wrong-type', node.place, message, `the keys are ${KEYS.join(', ')}`));
    return undefined;
  }
  for (const { key, keyPlace } of node.entries) {
    if (KEYS.includes(key)) continue;
    const message = `unknown key \`${key}\` in \`expect\``;
    complain(diagnostic('unknown-key', keyPlace, message, suggestion(key, KEYS, 'keys')));
  }
  const levels = readLevels(node, names, complain);
  const lists: Partial<Record<ExpectedList, ExpectedIds>> = {};
  for (const list of EXPECTED_LISTS) {
    const entry = entryOf(node, list);
    const ids = entry && readIds(entry, list, names, complain);
    if (ids !== undefined) lists[list] = ids;
  }
  const complete = node.entries.every(({ value }) => value.kind !== 'broken');
  return sound && complete ? { ...(levels && { levels }), ...lists } : undefined;
}

function readLevels(node: MapNode, names: ExampleNames, report: Report): Expectation['levels'] {
  const [level, lowest, highest] = LEVEL_KEYS.map((key) => entryOf(node, key));
  const bound = lowest ?? highest;
  if (level !== undefined && bound !== undefined) {
    const message = `\`${bound.key}\` stands beside \`level\`, which says both bounds`;
    report(
      diagnostic('wrong-value', bound.keyPlace, message, 'keep `level`, or write `lowest` and `highest`'),
    );
    return undefined;
  }
  if (level !== undefined) {
    const only = readLevel(level, names, report);
    return only === undefined ? undefined : { lowest: only, highest: only };
  }
  if (bound === undefined) return undefined;
  if (lowest === undefined || highest === undefined) {
    const missing = lowest === undefined ? 'lowest' : 'highest';
    const message = `\`${bound.key}\` stands alone`;
    report(diagnostic('missing-key', bound.keyPlace, message, `add \`${missing}:\`, or write \`level:\``));
    return undefined;
  }
  const from = readLevel(lowest, names, report);
  const to = readLevel(highest, names, report);
  if (from === undefined || to === undefined) return undefined;
  if (from > to) {
    const message = '`lowest` is above `highest`';
    report(diagnostic('wrong-value', lowest.value.place, message, 'exchange the two'));
  }
  return { lowest: from, highest: to };
}

function readLevel({ key, value }: Entry, names: ExampleNames, report: Report): number | undefined {
  if (value.kind === 'scalar') return lookUp(names.levels, value, report);
  if (value.kind !== 'broken') {
    report(diagnostic('wrong-type', value.place, `\`${key}\` must be one level, not ${describe(value)}`));
  }
  return undefined;
}

function readIds(
  { key, value }: Entry,
  list: ExpectedList,
  names: ExampleNames,
  report: Report,
): ExpectedIds | undefined {
  if (value.kind === 'broken') return undefined;
  if (value.kind === 'list') return { kind: 'exactly', ids: readList(value.items, list, names, report) };
  const help = 'write `[]` for none, a list for exactly these, or `includes:` and `excludes:`';
  if (value.kind !== 'map' || value.entries.length === 0) {
    report(diagnostic('wrong-type', value.place, `\`${key}\` must be a list, not ${describe(value)}`, help));
    return undefined;
  }
  const [includes, excludes] = PART_KEYS.map((part) => {
    const items = entryOf(value, part)?.value;
    if (items !== undefined && items.kind !== 'list' && items.kind !== 'broken') {
      report(diagnostic('wrong-type', items.place, `\`${part}\` must be a list, not ${describe(items)}`));
    }
    return items?.kind === 'list' ? items.items : [];
  });
  for (const entry of value.entries.filter((other) => !PART_KEYS.includes(other.key))) {
    report(diagnostic('unknown-key', entry.keyPlace, `unknown key \`${entry.key}\` in \`${key}\``, help));
  }
  const included = readList(includes ?? [], list, names, report);
  const excluded = readList(excludes ?? [], list, names, report);
  for (const item of excludes ?? []) {
    if (item.kind !== 'scalar' || !included.includes(item.text)) continue;
    const message = `\`${item.text}\` is included and excluded`;
    report(diagnostic('wrong-value', item.place, message, 'keep one'));
  }
  return { kind: 'among', includes: included, excludes: excluded };
}

function readList(items: readonly Node[], list: ExpectedList, names: ExampleNames, report: Report): string[] {
  const tokens = items.flatMap((item): ScalarNode[] => {
    if (item.kind === 'scalar') return [item];
    if (item.kind !== 'broken') {
      report(
        diagnostic(
          'wrong-type',
          item.place,
          `each entry of \`${list}\` must be an id, not ${describe(item)}`,
        ),
      );
    }
    return [];
  });
  reportRepeated(tokens, report);
  return tokens.filter((token) => isKnown(token, list, names, report)).map(({ text }) => text);
}

const KINDS = {
  reasons: 'decides no level',
  alerts: 'raises no alert',
  advice: 'gives no advice',
  rechecks: 'asks for no recheck',
} as const satisfies Partial<Record<ExpectedList, string>>;

/** A reason may name several rules of which one must hold, joined by `|`. */
function isKnown(token: Token, list: ExpectedList, names: ExampleNames, report: Report): boolean {
  const ids = list === 'reasons' ? token.text.split('|') : [token.text];
  return ids.every((text) => {
    if (list === 'open' || !names.rules.entries.has(text)) {
      return lookUp(names.lists[list], { ...token, text }, report) !== undefined;
    }
    if (names.lists[list].entries.has(text)) return true;
    const message = `the rule \`${text}\` ${KINDS[list]}`;
    report(diagnostic('wrong-value', token.place, message, 'name it where its kind belongs, or delete it'));
    return false;
  });
}
