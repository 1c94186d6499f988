import type { Example } from '../core/example.ts';
import type { AnswerCondition, RuleSet } from '../core/rule-set.ts';
import type { FiledVignette } from '../core/vignette.ts';
import { reportComments } from './comment-in-text.ts';
import { type Diagnostic, diagnostic, type Report, sortDiagnostics } from './diagnostic.ts';
import { exampleNames } from './example-names.ts';
import { describe, entryOf, type MapNode, type Node, titlePlace } from './node.ts';
import { parseFile } from './parse.ts';
import { readAnswers } from './read-answers.ts';
import { readUnlikely } from './read-unlikely.ts';
import { readVignette, type VignetteReading } from './read-vignette.ts';
import { reportSharedIds } from './shared-ids.ts';
import type { SourceFile } from './text-guard.ts';
import { reportUnknownKeys } from './unknown-keys.ts';

/** What the folder `vignettes` of a rule set holds, and everything that is wrong with its files. */
export interface ReadVignettes {
  /** Those that could be read, in the order of the files. */
  readonly vignettes: readonly FiledVignette[];
  /** Answers that seldom come together in one person: no made-up case should have them. */
  readonly unlikely: readonly AnswerCondition[];
  readonly diagnostics: readonly Diagnostic[];
}

const FILE_KEYS = ['given', 'vignettes', 'unlikely'];

/**
 * Reads files of vignettes: each a list of them, or a mapping of `given` answers and the `vignettes` that share these,
 * or of what is `unlikely`. `examples` are those that a published vignette may take its answers from.
 */
export function readVignettes(
  files: readonly SourceFile[],
  ruleSet: RuleSet,
  examples: readonly Example[],
): ReadVignettes {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (problem) => void diagnostics.push(problem);
  const names = exampleNames(ruleSet);
  const roots = files.flatMap((file) => {
    const root = parseFile(file, report);
    if (root === undefined || root.kind === 'broken') return [];
    reportComments(root, report);
    return [root];
  });
  const vignettes = roots.flatMap((root) => readFile(root, { ruleSet, names, examples, report }));
  const unlikely = roots.flatMap((root) => readUnlikely(root, ruleSet, report));
  reportSharedIds(vignettes, 'vignette', report);
  return {
    vignettes: vignettes.map(({ vignette }) => vignette),
    unlikely,
    diagnostics: sortDiagnostics(diagnostics),
  };
}

function readFile(root: Node, reading: Omit<VignetteReading, 'given'>) {
  const { report, names } = reading;
  const listed = root.kind === 'map' ? entryOf(root, 'vignettes')?.value : root;
  if (root.kind === 'map') reportUnknownKeys(root.entries, FILE_KEYS, 'exact', report);
  if (listed?.kind !== 'list') {
    if (listed?.kind === 'broken' || (listed === undefined && entryOf(root, 'unlikely') !== undefined))
      return [];
    const message = 'a file of vignettes is a list, or a mapping with a list of `vignettes`';
    const place = listed?.place ?? titlePlace(root);
    report(diagnostic('wrong-type', place, message, 'begin each vignette with `- id:`'));
    return [];
  }
  const shared = entryOf(root, 'given')?.value;
  const given = shared === undefined ? new Map<number, number>() : readAnswers(shared, names, report);
  return listed.items
    .filter((node) => isMapping(node, report))
    .flatMap((node) => {
      const vignette = readVignette(node, { ...reading, given });
      return vignette === undefined ? [] : [{ id: vignette.id, place: titlePlace(node), vignette }];
    });
}

function isMapping(node: Node, report: Report): node is MapNode {
  if (node.kind === 'map') return true;
  if (node.kind !== 'broken') {
    const message = `a vignette must be a mapping of keys to values, not ${describe(node)}`;
    report(diagnostic('wrong-type', node.place, message, 'write `id:`, `text:` and `answers:`'));
  }
  return false;
}
