import type { RuleSet } from '../core/rule-set.ts';
import { reportComments } from './comment-in-text.ts';
import { type Diagnostic, diagnostic, type Place, sortDiagnostics } from './diagnostic.ts';
import { isGuaranteesFile } from './file-names.ts';
import { type Folder, readFolder } from './folder.ts';
import { linkHeader } from './link-header.ts';
import { linkQuestions } from './link-questions.ts';
import { linkRules } from './link-rules.ts';
import { collectNames } from './names.ts';
import { parseFile } from './parse.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { Reading } from './read-condition.ts';
import type { SourceFile } from './text-guard.ts';

/** A rule set as its files give it, with everything that is wrong with them. */
export interface LoadedRuleSet {
  /** Present unless a diagnostic is an error. */
  readonly ruleSet: RuleSet | undefined;
  /** Where each level, question, answer, rule and condition of the rule set stands. */
  readonly places: ReadonlyMap<object, Place>;
  /** All problems of all files, sorted by file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A file after the YAML reader, with what the reader complained of. */
export interface ReadFile extends ParsedFile {
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks and links the header and the dimension files of one rule set. Whatever the texts hold, it never throws. */
export function loadRuleSet(files: readonly SourceFile[]): LoadedRuleSet {
  return linkFiles(files.map(readFile));
}

/** The first half of loading, for one file: what it finds depends on no other file. */
export function readFile(file: SourceFile): ReadFile {
  const diagnostics: Diagnostic[] = [];
  const report = (problem: Diagnostic) => diagnostics.push(problem);
  const root = parseFile(file, report);
  if (root !== undefined) reportComments(root, report);
  return { path: file.path, root, diagnostics };
}

/** The second half: checks every part, then links ids to what they name. A file of guarantees is left aside. */
export function linkFiles(given: readonly ReadFile[]): LoadedRuleSet {
  const files = given.filter(({ path }) => !isGuaranteesFile(path));
  const found = files.flatMap(({ diagnostics }) => diagnostics);
  const report = (problem: Diagnostic) => void found.push(problem);
  const folder = readFolder(files, report);
  const reading: Reading = {
    names: collectNames(folder, report),
    report,
    places: new Map(),
    cited: new Set(),
  };
  const linked = folder.header && linkHeader(folder.header, folder.dimensions, reading);
  const questions = linkQuestions(folder.dimensions, reading);
  const rules = linkRules(folder.dimensions, reading);
  reportUnusedSources(folder, reading);
  const diagnostics = sortDiagnostics(found);
  const sound = diagnostics.every(({ severity }) => severity === 'warning');
  const ruleSet = sound && linked !== undefined ? { ...linked, questions, rules } : undefined;
  return { ruleSet, places: reading.places, diagnostics };
}

/** A source counts as unused only if every rule could be read and no citation may have meant it. */
function reportUnusedSources({ header, complete }: Folder, { names, report, cited }: Reading): void {
  const misspelt = [...cited].some((id) => !names.sources.entries.has(id));
  if (!complete || !names.rules.complete || misspelt) return;
  for (const { id, shape } of header?.sources.list ?? []) {
    if (id === undefined || shape === undefined || cited.has(id.text)) continue;
    const message = `nothing cites the source \`${id.text}\``;
    report(diagnostic('unused-source', id.place, message, 'cite it where it is used, or delete it'));
  }
}
