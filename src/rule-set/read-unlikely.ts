import type { AnswerCondition, RuleSet } from '../core/rule-set.ts';
import { diagnostic, type Report } from './diagnostic.ts';
import { namesOf } from './names-of.ts';
import { describe, entryOf, type Node, titlePlace } from './node.ts';
import { readAnswerCondition } from './read-condition.ts';
import { readText } from './read-text.ts';
import { reportUnknownKeys } from './unknown-keys.ts';

const KEYS = ['when', 'because'];

/** Reads the list `unlikely` of a file of vignettes, if it has one: each entry a condition, and why it is there. */
export function readUnlikely(root: Node, ruleSet: RuleSet, report: Report): AnswerCondition[] {
  const list = entryOf(root, 'unlikely')?.value;
  if (list === undefined || list.kind === 'broken') return [];
  if (list.kind !== 'list') {
    const message = `\`unlikely\` must be a list, not ${describe(list)}`;
    report(diagnostic('wrong-type', list.place, message, 'begin each entry with `- when:`'));
    return [];
  }
  const reading = { names: namesOf(ruleSet), report, places: new Map(), cited: new Set<string>() };
  return list.items.flatMap((node) => {
    if (node.kind !== 'map') {
      const message = `what is unlikely must be a mapping, not ${describe(node)}`;
      if (node.kind !== 'broken')
        report(diagnostic('wrong-type', node.place, message, 'write `when:` and `because:`'));
      return [];
    }
    reportUnknownKeys(node.entries, KEYS, 'exact', report);
    readText(node, 'because', 'the entry', report);
    const when = entryOf(node, 'when')?.value;
    if (when === undefined) {
      report(diagnostic('missing-key', titlePlace(node), 'the entry has no `when`', 'add `when:`'));
      return [];
    }
    return readAnswerCondition(when, reading) ?? [];
  });
}
