import type { AdviseCondition, AnswerCondition, OutcomeTest } from '../core/rule-set.ts';
import { type Diagnostic, diagnostic, type Place, type Report } from './diagnostic.ts';
import { CONDITION_WORDS, type Names } from './names.ts';
import { describe, type Entry, entryOf, type MapNode, type Node, titlePlace } from './node.ts';
import { readTest } from './read-test.ts';
import { nearest, suggestion } from './suggestion.ts';
import { lookUp, reportRepeated } from './vocabulary.ts';

/** What reading needs and fills. */
export interface Reading {
  readonly names: Names;
  readonly report: Report;
  /** Receives the place of each condition that is read. */
  readonly places: Map<object, Place>;
  /** Receives the id of each source that is cited. */
  readonly cited: Set<string>;
}

/** A condition in which `Extra` may stand beside tests on answers. */
type Condition<Extra extends object> =
  | Extra
  | Extract<AnswerCondition, { readonly kind: 'answer' }>
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition<Extra>[] }
  | { readonly kind: 'count'; readonly atLeast: number; readonly of: readonly Condition<Extra>[] };

interface Reader<Extra extends object> extends Reading {
  /** Reads `level` and `rests_on`, or reports that they cannot stand here. */
  readonly readOutcomeTest: (entry: Entry) => Extra | undefined;
}

/** Reads a condition on answers alone; `undefined` if anything in it was reported. */
export function readAnswerCondition(node: Node, reading: Reading): AnswerCondition | undefined {
  const readOutcomeTest = ({ key, keyPlace }: Entry): undefined => {
    const message = `\`${key}\` can be tested in an \`advise\` rule only`;
    const help = 'the level follows from the rules; test the answers that lead to it';
    reading.report(diagnostic('outcome-test-outside-advise', keyPlace, message, help));
  };
  return readCondition<never>(node, { ...reading, readOutcomeTest });
}

/** Reads the condition of an `advise` rule, which may test the outcome as well. */
export function readAdviseCondition(node: Node, reading: Reading): AdviseCondition | undefined {
  const readOutcomeTest = (entry: Entry) =>
    entry.key === 'level' ? readLevelTest(entry, reading) : readRestsOn(entry, reading);
  return readCondition<OutcomeTest>(node, { ...reading, readOutcomeTest });
}

function readCondition<Extra extends object>(
  node: Node,
  reader: Reader<Extra>,
): Condition<Extra> | undefined {
  if (node.kind === 'broken') return undefined;
  if (node.kind !== 'map') {
    const message = `a condition must be a mapping of questions to answers, not ${describe(node)}`;
    reader.report(
      diagnostic('wrong-type', node.place, message, 'write `question: answer`, or `any:` with a list'),
    );
    return undefined;
  }
  if (node.entries.length === 0) {
    reader.report(
      diagnostic('empty-condition', node.place, 'the condition is empty', 'test at least one answer'),
    );
    return undefined;
  }
  const parts = node.entries.map((entry) => readEntry(entry, reader));
  const of = allRead(parts);
  if (of === undefined) return undefined;
  const [only] = of;
  if (only !== undefined && of.length === 1) return only;
  return placed<Condition<Extra>>({ kind: 'all', of }, node.place, reader);
}

function readEntry<Extra extends object>(entry: Entry, reader: Reader<Extra>): Condition<Extra> | undefined {
  const word = CONDITION_WORDS.find((known) => known === entry.key);
  switch (word) {
    case 'all':
    case 'any':
    case 'none': {
      const of = readList(entry, reader);
      return of && placed<Condition<Extra>>({ kind: word, of }, entry.keyPlace, reader);
    }
    case 'count':
      return readCount(entry, reader);
    case 'level':
    case 'rests_on': {
      const test = reader.readOutcomeTest(entry);
      return test && placed(test, entry.keyPlace, reader);
    }
    case undefined:
      return readAnswerTest(entry, reader);
    default:
      return word satisfies never;
  }
}

function readList<Extra extends object>(
  entry: Entry,
  reader: Reader<Extra>,
): readonly Condition<Extra>[] | undefined {
  const { key, value } = entry;
  if (value.kind === 'broken') return undefined;
  if (value.kind !== 'list') {
    const message = `\`${key}\` must be a list of conditions, not ${describe(value)}`;
    reader.report(diagnostic('wrong-type', value.place, message, 'begin each condition with a dash'));
    return undefined;
  }
  if (value.items.length === 0) {
    reader.report(
      diagnostic('empty-list', value.place, `\`${key}\` is an empty list`, 'fill it, or delete the key'),
    );
    return undefined;
  }
  return allRead(value.items.map((item) => readCondition(item, reader)));
}

const COUNT_KEYS = ['at_least', 'of'];

function readCount<Extra extends object>(
  { value, keyPlace }: Entry,
  reader: Reader<Extra>,
): Condition<Extra> | undefined {
  const { report } = reader;
  if (value.kind === 'broken') return undefined;
  if (value.kind !== 'map') {
    const message = `\`count\` must be a mapping, not ${describe(value)}`;
    report(diagnostic('wrong-type', value.place, message, 'write `{ at_least: 2, of: [...] }`'));
    return undefined;
  }
  for (const problem of countKeyProblems(value)) report(problem);
  const listed = entryOf(value, 'of');
  const of = listed && readList(listed, reader);
  const least = entryOf(value, 'at_least')?.value;
  if (least === undefined || least.kind === 'broken') return undefined;
  if (least.kind !== 'scalar' || typeof least.value !== 'number' || !Number.isInteger(least.value)) {
    report(
      diagnostic('wrong-type', least.place, '`at_least` must be a whole number', 'write it without quotes'),
    );
    return undefined;
  }
  const conditions = listed?.value.kind === 'list' ? listed.value.items.length : 0;
  if (conditions > 0 && (least.value < 1 || least.value > conditions)) {
    const message = `\`at_least\` is ${least.value}, but the list has ${conditions} conditions`;
    report(diagnostic('count-out-of-range', least.place, message, `write a number from 1 to ${conditions}`));
    return undefined;
  }
  return of && placed<Condition<Extra>>({ kind: 'count', atLeast: least.value, of }, keyPlace, reader);
}

function countKeyProblems(count: MapNode): readonly Diagnostic[] {
  const unknown = count.entries.filter(({ key }) => !COUNT_KEYS.includes(key));
  const misspelt = unknown.map(({ key }) => nearest(key, COUNT_KEYS));
  const missing = COUNT_KEYS.filter((key) => entryOf(count, key) === undefined && !misspelt.includes(key));
  return [
    ...unknown.map(({ key, keyPlace }) =>
      diagnostic(
        'unknown-key',
        keyPlace,
        `unknown key \`${key}\` in \`count\``,
        suggestion(key, COUNT_KEYS, 'keys'),
      ),
    ),
    ...missing.map((key) =>
      diagnostic('missing-key', titlePlace(count), `\`count\` has no \`${key}\``, `add \`${key}:\``),
    ),
  ];
}

function readAnswerTest({ key, keyPlace, value }: Entry, reader: Reading) {
  const { names, report } = reader;
  const question = lookUp(names.questions, { text: key, place: keyPlace }, report);
  if (question === undefined) return undefined;
  const scale = {
    vocabulary: question.answers,
    key,
    ordered: question.ordered,
    conditional: question.conditional,
  };
  const answers = readTest(value, scale, report);
  if (answers === undefined) return undefined;
  return placed({ kind: 'answer', question: question.index, answers } as const, keyPlace, reader);
}

function readLevelTest({ key, value }: Entry, { names, report }: Reading): OutcomeTest | undefined {
  const scale = { vocabulary: names.levels, key, ordered: true, conditional: false };
  const levels = readTest(value, scale, report);
  return levels === undefined ? undefined : { kind: 'level', levels };
}

function readRestsOn({ key, value }: Entry, { names, report }: Reading): OutcomeTest | undefined {
  if (value.kind === 'broken') return undefined;
  const items = value.kind === 'list' ? value.items.filter((item) => item.kind === 'scalar') : [];
  if (value.kind !== 'list' || items.length < value.items.length) {
    const message = `\`${key}\` must be a list of rule ids`;
    report(diagnostic('wrong-type', value.place, message, 'write `[prefix.first, prefix.second]`'));
    return undefined;
  }
  if (items.length === 0) {
    report(diagnostic('empty-list', value.place, `\`${key}\` is an empty list`, 'name at least one rule'));
    return undefined;
  }
  reportRepeated(items, report);
  let sound = true;
  for (const item of items) {
    const decides = lookUp(names.rules, item, report);
    if (decides === false) {
      const message = `\`${item.text}\` decides no level, so no level can rest on it`;
      report(diagnostic('not-a-level-rule', item.place, message, 'name rules with `at_least` or `rule_out`'));
    }
    if (decides !== true) sound = false;
  }
  return sound ? { kind: 'rests_on', rules: items.map(({ text }) => text) } : undefined;
}

function allRead<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  const read = parts.filter((part) => part !== undefined);
  return read.length === parts.length ? read : undefined;
}

function placed<T extends object>(condition: T, place: Place, { places }: Reading): T {
  places.set(condition, place);
  return condition;
}
