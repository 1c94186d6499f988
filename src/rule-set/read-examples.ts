import type { Example } from '../core/example.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { reportComments } from './comment-in-text.ts';
import { type Diagnostic, diagnostic, type Place, type Report, sortDiagnostics } from './diagnostic.ts';
import { type ExampleNames, exampleNames } from './example-names.ts';
import { describe, entryOf, type Node, titlePlace } from './node.ts';
import { parseFile } from './parse.ts';
import { joinAnswers, readAnswers } from './read-answers.ts';
import { readExpectation } from './read-expectation.ts';
import { readText } from './read-text.ts';
import { reportSharedIds } from './shared-ids.ts';
import type { SourceFile } from './text-guard.ts';
import { reportUnknownKeys } from './unknown-keys.ts';

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
  reportSharedIds(
    found.map(({ example, place }) => ({ id: example.id, place })),
    'example',
    report,
  );
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
  const id = readText(node, 'id', 'the example', report);
  const story =
    entryOf(node, 'story') === undefined ? undefined : readText(node, 'story', 'the example', report);
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
