import { OPEN, UNKNOWN } from '../../core/answers.ts';
import { diagnostic, type Report } from '../../rule-set/diagnostic.ts';
import type { KnownQuestion } from '../../rule-set/names.ts';
import { describe, type Entry, entryOf, type MapNode, type Node } from '../../rule-set/node.ts';
import { reportUnknownKeys } from '../../rule-set/unknown-keys.ts';
import { lookUp } from '../../rule-set/vocabulary.ts';
import type { AnswerSource, Choice, ColumnName, ColumnTest } from './mapping.ts';

const KINDS = ['column', 'constant', 'first_of'] as const;
const KEYS = {
  column: ['column', 'answers', 'blank', 'other'],
  constant: ['constant'],
  first_of: ['first_of', 'blank', 'other'],
} as const satisfies Record<(typeof KINDS)[number], readonly string[]>;

interface Asked {
  readonly id: string;
  readonly known: KnownQuestion;
  readonly report: Report;
}

/**
 * Reads where the answers to a question come from: the name of a column that holds them as they are, or a mapping
 * with `column`, `constant` or `first_of`. `undefined` if anything in it was reported.
 */
export function readSource(
  node: Node,
  id: string,
  known: KnownQuestion,
  report: Report,
): AnswerSource | undefined {
  const asked = { id, known, report };
  if (node.kind === 'broken') return undefined;
  if (node.kind === 'scalar') return { kind: 'column', column: { text: node.text, place: node.place } };
  const kinds = node.kind === 'map' ? KINDS.filter((key) => entryOf(node, key) !== undefined) : [];
  const [kind, second] = kinds;
  if (node.kind !== 'map' || kind === undefined || second !== undefined) {
    const message = `\`${id}\` needs one of \`column\`, \`constant\` and \`first_of\``;
    const help = 'write `question: column`, or `question: { column: name, answers: { value: answer } }`';
    report(diagnostic('missing-key', node.place, message, help));
    return undefined;
  }
  reportUnknownKeys(node.entries, KEYS[kind], 'exact', report);
  switch (kind) {
    case 'column':
      return readColumn(node, asked);
    case 'constant': {
      const answer = readAnswer(entryOf(node, 'constant'), asked);
      return answer === undefined ? undefined : { kind, answer };
    }
    case 'first_of':
      return readFirstOf(node, asked);
    default:
      return kind satisfies never;
  }
}

function readColumn(node: MapNode, asked: Asked): AnswerSource | undefined {
  const column = readName(entryOf(node, 'column'), asked);
  const listed = entryOf(node, 'answers');
  const remainder = readRemainder(node, asked);
  if (column === undefined || remainder === undefined) return undefined;
  if (listed === undefined) {
    const stray = entryOf(node, 'blank') ?? entryOf(node, 'other');
    if (stray === undefined) return { kind: 'column', column };
    const message = `\`${stray.key}\` cannot stand without \`answers\``;
    asked.report(
      diagnostic('missing-key', stray.keyPlace, message, 'add `answers:` with `value: answer` lines'),
    );
    return undefined;
  }
  const { value } = listed;
  if (value.kind !== 'map') {
    wrongType(listed, 'a mapping of values to answers', 'write `{ value: answer }`', asked);
    return undefined;
  }
  const answers = new Map<string, number>();
  for (const entry of value.entries) {
    const answer = readAnswer(entry, asked);
    if (answer !== undefined) answers.set(entry.key, answer);
  }
  return answers.size < value.entries.length ? undefined : { kind: 'recoded', column, answers, ...remainder };
}

function readFirstOf(node: MapNode, asked: Asked): AnswerSource | undefined {
  const listed = entryOf(node, 'first_of');
  const remainder = readRemainder(node, asked);
  if (listed?.value.kind !== 'list' || listed.value.items.length === 0) {
    if (listed !== undefined) {
      wrongType(
        listed,
        'a list of answers with conditions',
        'write `- { when: { column: value }, answer: id }`',
        asked,
      );
    }
    return undefined;
  }
  const { items } = listed.value;
  const choices = items.flatMap((item) => readChoice(item, asked) ?? []);
  if (remainder === undefined || choices.length < items.length) return undefined;
  return { kind: 'first-of', choices, ...remainder };
}

function readChoice(item: Node, asked: Asked): Choice | undefined {
  const { report } = asked;
  if (item.kind === 'broken') return undefined;
  const when = item.kind === 'map' ? entryOf(item, 'when') : undefined;
  const answer = item.kind === 'map' ? entryOf(item, 'answer') : undefined;
  if (item.kind !== 'map' || when === undefined || answer === undefined) {
    const message = 'each entry of `first_of` needs `when` and `answer`';
    report(diagnostic('missing-key', item.place, message, 'write `{ when: { column: value }, answer: id }`'));
    return undefined;
  }
  reportUnknownKeys(item.entries, ['when', 'answer'], 'exact', report);
  const code = readAnswer(answer, asked);
  if (when.value.kind !== 'map' || when.value.entries.length === 0) {
    wrongType(when, 'a mapping of columns to values', 'write `{ column: value }`', asked);
    return undefined;
  }
  const tests = when.value.entries.flatMap((entry) => readTest(entry, asked) ?? []);
  return code === undefined || tests.length < when.value.entries.length
    ? undefined
    : { when: tests, answer: code };
}

function readTest(entry: Entry, asked: Asked): ColumnTest | undefined {
  const { key, keyPlace, value } = entry;
  const items = value.kind === 'list' ? value.items : [value];
  const values = items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
  if (values.length < items.length || values.length === 0) {
    wrongType(entry, 'a value, or a list of values', "for a blank cell write ''", asked);
    return undefined;
  }
  return { column: { text: key, place: keyPlace }, values: new Set(values) };
}

/** `blank` and `other`; `undefined` if one of them is wrong. */
function readRemainder(
  node: MapNode,
  asked: Asked,
): { readonly blank: number; readonly other?: number } | undefined {
  const blank = entryOf(node, 'blank');
  const other = entryOf(node, 'other');
  const blankCode = blank === undefined ? OPEN : readAnswer(blank, asked);
  const otherCode = other && readAnswer(other, asked);
  if (blankCode === undefined || (other !== undefined && otherCode === undefined)) return undefined;
  return { blank: blankCode, ...(otherCode !== undefined && { other: otherCode }) };
}

function readAnswer(entry: Entry | undefined, asked: Asked): number | undefined {
  if (entry === undefined || entry.value.kind === 'broken') return undefined;
  if (entry.value.kind !== 'scalar') {
    wrongType(entry, 'one answer', `leave the question open with \`${UNKNOWN}\``, asked);
    return undefined;
  }
  if (entry.value.text === UNKNOWN) return OPEN;
  return lookUp(asked.known.answers, entry.value, asked.report, ` for \`${asked.id}\``);
}

function readName(entry: Entry | undefined, asked: Asked): ColumnName | undefined {
  if (entry?.value.kind === 'scalar') return { text: entry.value.text, place: entry.value.place };
  if (entry !== undefined) wrongType(entry, 'the name of one column', 'for several use `first_of`', asked);
  return undefined;
}

function wrongType({ key, value }: Entry, expected: string, help: string, { report }: Asked): void {
  if (value.kind === 'broken') return;
  report(
    diagnostic('wrong-type', value.place, `\`${key}\` must be ${expected}, not ${describe(value)}`, help),
  );
}
