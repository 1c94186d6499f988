import { OPEN, UNKNOWN } from '../core/answers.ts';
import type { Example } from '../core/example.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { applicability } from '../core/truth.ts';
import { reportComments } from './comment-in-text.ts';
import { type Diagnostic, diagnostic, type Place, type Report, sortDiagnostics } from './diagnostic.ts';
import { type ExampleNames, exampleNames } from './example-names.ts';
import { describe, type Entry, entryOf, type MapNode, type Node, titlePlace } from './node.ts';
import { parseFile } from './parse.ts';
import { readExpectation } from './read-expectation.ts';
import { nearest } from './suggestion.ts';
import type { SourceFile } from './text-guard.ts';
import { lookUp } from './vocabulary.ts';

/** The examples of a rule set, and everything that is wrong with their files. */
export interface ReadExamples {
  /** Those that could be read, in the order of the files. */
  readonly examples: readonly Example[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The keys of an example. A file may say more about a case; only what looks like one of these is called a mistake. */
const EXAMPLE_KEYS = ['id', 'story', 'answers', 'expect'];

/** Keys of a file that is no plain list. */
const FILE_KEYS = ['given', 'examples'];

/** Reads files of examples: each a list of them, or `given` answers and the `examples` that share these. */
export function readExamples(files: readonly SourceFile[], ruleSet: RuleSet): ReadExamples {
  const diagnostics: Diagnostic[] = [];
  const report = (problem: Diagnostic) => void diagnostics.push(problem);
  const names = exampleNames(ruleSet);
  const found = files.flatMap((file) => {
    const root = parseFile(file, report);
    if (root === undefined) return [];
    reportComments(root, report);
    return readFile(root, ruleSet, names, report);
  });
  reportSharedIds(found, report);
  const examples = found.map(({ example }) => example);
  return { examples, diagnostics: sortDiagnostics(diagnostics) };
}

/** An example and where its id stands. */
interface Found {
  readonly example: Example;
  readonly place: Place;
}

function readFile(root: Node, ruleSet: RuleSet, names: ExampleNames, report: Report): Found[] {
  if (root.kind === 'broken') return [];
  const listed = root.kind === 'map' ? entryOf(root, 'examples')?.value : root;
  if (root.kind === 'map') reportUnknownKeys(root.entries, FILE_KEYS, 'exact', report);
  if (listed?.kind !== 'list') {
    if (listed?.kind === 'broken') return [];
    const message = 'a file of examples is a list, or a mapping with a list of `examples`';
    report(
      diagnostic('wrong-type', listed?.place ?? titlePlace(root), message, 'begin each example with `- id:`'),
    );
    return [];
  }
  const given = entryOf(root, 'given')?.value;
  const shared = given === undefined ? new Map() : readAnswers(given, names, report);
  return listed.items.flatMap((node) => readExample(node, shared, ruleSet, names, report) ?? []);
}

function readExample(
  node: Node,
  given: ReadonlyMap<number, number>,
  ruleSet: RuleSet,
  names: ExampleNames,
  report: Report,
): Found | undefined {
  if (node.kind === 'broken') return undefined;
  if (node.kind !== 'map') {
    const message = `an example must be a mapping of keys to values, not ${describe(node)}`;
    report(diagnostic('wrong-type', node.place, message, 'write `id:`, `answers:` and `expect:`'));
    return undefined;
  }
  reportUnknownKeys(node.entries, EXAMPLE_KEYS, 'near', report);
  const id = readText(node, 'id', report);
  const story = entryOf(node, 'story') === undefined ? undefined : readText(node, 'story', report);
  const answers = entryOf(node, 'answers')?.value;
  if (id !== undefined && answers === undefined) {
    const message = `the example \`${id}\` has no \`answers\``;
    report(diagnostic('missing-key', titlePlace(node), message, 'add `answers:`'));
  }
  const own = answers === undefined ? new Map() : readAnswers(answers, names, report);
  const expect = entryOf(node, 'expect')?.value;
  const expectation = expect === undefined ? undefined : readExpectation(expect, names, report);
  if (id === undefined || (expect !== undefined && expectation === undefined)) return undefined;
  const place = titlePlace(node);
  const example: Example = {
    id,
    ...(story !== undefined && { story }),
    answers: joinAnswers(given, own, ruleSet),
    ...(expectation !== undefined && { expect: expectation }),
    path: place.path,
    line: place.line,
  };
  return { example, place };
}

/** An answer that all examples of a file share is left out where its question does not apply. */
function joinAnswers(
  given: ReadonlyMap<number, number>,
  own: ReadonlyMap<number, number>,
  ruleSet: RuleSet,
): Int8Array {
  const answers = new Int8Array(ruleSet.questions.length).fill(OPEN);
  for (const [question, answer] of [...given, ...own]) answers[question] = answer;
  let changed = true;
  while (changed) {
    changed = false;
    ruleSet.questions.forEach((question, index) => {
      if (own.has(index) || answers[index] === OPEN) return;
      if (applicability(ruleSet, question, answers) !== 'cannot_hold') return;
      answers[index] = OPEN;
      changed = true;
    });
  }
  return answers;
}

/** Answers by question; `OPEN` for one that is left open on purpose. */
function readAnswers(node: Node, names: ExampleNames, report: Report): Map<number, number> {
  const answers = new Map<number, number>();
  if (node.kind !== 'map') {
    if (node.kind === 'broken') return answers;
    const message = `answers must be a mapping of questions to answers, not ${describe(node)}`;
    report(diagnostic('wrong-type', node.place, message, 'write `{ question: answer }`'));
    return answers;
  }
  for (const { key, keyPlace, value } of node.entries) {
    const index = lookUp(names.questions, { text: key, place: keyPlace }, report);
    const vocabulary = names.answers[index ?? -1];
    if (index === undefined || vocabulary === undefined || value.kind === 'broken') continue;
    if (value.kind !== 'scalar') {
      const message = `\`${key}\` must be one answer, not ${describe(value)}`;
      report(diagnostic('wrong-type', value.place, message, `leave a question open with \`${UNKNOWN}\``));
      continue;
    }
    const answer = value.text === UNKNOWN ? OPEN : lookUp(vocabulary, value, report, ` for \`${key}\``);
    if (answer !== undefined) answers.set(index, answer);
  }
  return answers;
}

function readText(node: MapNode, key: string, report: Report): string | undefined {
  const value = entryOf(node, key)?.value;
  if (value?.kind === 'broken') return undefined;
  if (value === undefined) {
    report(diagnostic('missing-key', titlePlace(node), `the example has no \`${key}\``, `add \`${key}:\``));
    return undefined;
  }
  if (value.kind !== 'scalar') {
    report(diagnostic('wrong-type', value.place, `\`${key}\` must be text, not ${describe(value)}`));
    return undefined;
  }
  if (value.text.trim() === '') {
    report(diagnostic('blank-text', value.place, `\`${key}\` is blank`, 'write the text'));
    return undefined;
  }
  return value.text;
}

function reportUnknownKeys(
  entries: readonly Entry[],
  known: readonly string[],
  which: 'exact' | 'near',
  report: Report,
): void {
  for (const { key, keyPlace } of entries) {
    const meant = known.includes(key) ? undefined : nearest(key, known);
    if (known.includes(key) || (which === 'near' && meant === undefined)) continue;
    const help = meant === undefined ? `the keys are ${known.join(', ')}` : `did you mean \`${meant}\`?`;
    report(diagnostic('unknown-key', keyPlace, `unknown key \`${key}\``, help));
  }
}

function reportSharedIds(found: readonly Found[], report: Report): void {
  const seen = new Map<string, Place>();
  for (const { example, place } of found) {
    const earlier = seen.get(example.id);
    if (earlier === undefined) {
      seen.set(example.id, place);
      continue;
    }
    const message = `another example has the id \`${example.id}\`: ${earlier.path}, line ${earlier.line}`;
    report(diagnostic('duplicate-id', place, message, 'give each its own id'));
  }
}
