import type { Acceptance } from '../core/rule-set.ts';
import { type AcceptingPart, acceptableOn } from './finding.ts';
import { type MapNode, nodeAt, placeAt, type ScalarNode } from './node.ts';
import type { Reading } from './read-condition.ts';
import { lookUp, reportRepeated, type Vocabulary } from './vocabulary.ts';

const FINDINGS_ON = {
  rule: findingsOn('rule'),
  question: findingsOn('question'),
} as const satisfies Record<AcceptingPart, Vocabulary<string>>;

function findingsOn(part: AcceptingPart): Vocabulary<string> {
  const entries = new Map(acceptableOn(part).map((code) => [code, code]));
  return { noun: 'finding', entries, complete: true };
}

/** Checks that each finding named under `accept` exists and concerns this part of the file, and is named once. */
export function checkAcceptances(node: MapNode, part: AcceptingPart, { report }: Reading): void {
  const listed = nodeAt(node, ['accept']);
  if (listed?.kind !== 'list') return;
  const named = listed.items
    .map((item) => nodeAt(item, ['finding']))
    .filter((finding): finding is ScalarNode => finding?.kind === 'scalar');
  for (const finding of named) lookUp(FINDINGS_ON[part], finding, report, ` of a ${part}`);
  reportRepeated(named, report);
}

/** The acceptances of a rule or question, each with its place remembered. */
export function linkAcceptances(
  node: MapNode,
  accept: readonly Acceptance[] | undefined,
  { places }: Reading,
): readonly Acceptance[] {
  accept?.forEach((acceptance, index) => {
    places.set(acceptance, placeAt(node, ['accept', index, 'finding']));
  });
  return accept ?? [];
}
