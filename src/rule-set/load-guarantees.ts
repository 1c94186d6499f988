import type { Guarantee } from '../core/guarantee.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { type Diagnostic, diagnostic, type Place, type Report, sortDiagnostics } from './diagnostic.ts';
import { readFile } from './load.ts';
import { namesOf } from './names-of.ts';
import { titlePlace } from './node.ts';
import { readClaim } from './read-claim.ts';
import { type Item, readItems, readShape } from './shape.ts';
import type { SourceFile } from './text-guard.ts';

/** The guarantees of one file, with everything that is wrong with it. */
export interface LoadedGuarantees {
  /** Present unless a diagnostic is an error. */
  readonly guarantees: readonly Guarantee[] | undefined;
  /** Where each guarantee stands. */
  readonly places: ReadonlyMap<object, Place>;
  /** All problems of the file, sorted by line and column. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file of guarantees about a sound rule set. Whatever the text holds, it never throws. */
export function loadGuarantees(file: SourceFile, ruleSet: RuleSet): LoadedGuarantees {
  const { root, diagnostics: found } = readFile(file);
  const problems = [...found];
  const report: Report = (problem) => void problems.push(problem);
  const places = new Map<object, Place>();
  const guarantees: Guarantee[] = [];
  if (root !== undefined) {
    readShape('guarantees', root, report);
    const reading = { names: namesOf(ruleSet), report, places, cited: new Set<string>() };
    const { list } = readItems('guarantee', root, 'guarantees', report);
    reportDuplicates(list, report);
    for (const { node, shape } of list) {
      const claim = readClaim(node, shape?.id ?? '', reading);
      if (shape === undefined || claim === undefined) continue;
      const guarantee = { id: shape.id, says: shape.says, claim };
      guarantees.push(guarantee);
      places.set(guarantee, titlePlace(node));
    }
  }
  const diagnostics = sortDiagnostics(problems);
  const sound = diagnostics.every(({ severity }) => severity === 'warning');
  return { guarantees: sound ? guarantees : undefined, places, diagnostics };
}

function reportDuplicates(list: readonly Item<'guarantee'>[], report: Report): void {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (id === undefined) continue;
    if (seen.has(id.text)) {
      const message = `another guarantee has the id \`${id.text}\``;
      report(diagnostic('duplicate-id', id.place, message, 'give each its own id'));
    }
    seen.add(id.text);
  }
}
