import { alertOf, type RuleSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from './compile.ts';
import { type Diagram, extractDiagram } from './diagram.ts';
import type { Node } from './node-store.ts';
import { buildSharedDiagrams } from './shared-diagrams.ts';

/**
 * What a rule set decides, whatever its wording and however its rules are written: the same fingerprint means
 * the same level, alerts, advice and rechecks for every case. 64 hex digits.
 *
 * Reduced ordered diagrams are canonical for an order of questions, so the diagrams are built once more with the
 * questions in order of id and written out as text, node by node.
 *
 * @param sha256 gives the hex digest of a text.
 */
export function fingerprint(compiled: CompiledRuleSet, sha256: (text: string) => string): string {
  const { ruleSet } = compiled;
  const order = ruleSet.questions
    .map((_, index) => index)
    .sort((a, b) => (idOf(ruleSet, a) < idOf(ruleSet, b) ? -1 : 1));
  const canonical = buildSharedDiagrams(ruleSet, { order });
  // Nodes are written with the rank of their question, which does not depend on the order of the files.
  const ranks = order.map((_, rank) => rank);
  const textOf = (root: Node) => canonicalText(extractDiagram(canonical.store, root, ranks));
  const conditions = ruleSet.rules
    .flatMap((rule, index) => {
      if (rule.kind === 'rule_out' || (rule.kind === 'at_least' && alertOf(rule) === undefined)) return [];
      return [`${rule.id} ${textOf(canonical.ruleRoots[index] ?? 0)}`];
    })
    .sort();
  const questions = order.map((index) => {
    const question = ruleSet.questions[index];
    return `${question?.id}: ${question?.answers.map((answer) => answer.id).join(' ')}`;
  });
  const levels = ruleSet.levels.map((level) => level.id).join(' ');
  return sha256([levels, ...questions, textOf(canonical.levelRoot), ...conditions].join('\n'));
}

function idOf(ruleSet: RuleSet, question: number): string {
  return ruleSet.questions[question]?.id ?? '';
}

/** The diagram as text, nodes numbered as a depth-first walk from the root first leaves them. */
function canonicalText(diagram: Diagram): string {
  const numbers = new Map<number, number>();
  const lines: string[] = [];
  const write = (reference: number): string => {
    if (reference < 0) return `=${~reference}`;
    const known = numbers.get(reference);
    if (known !== undefined) return String(known);
    const first = diagram.firstChild[reference] ?? 0;
    const children = Array.from(diagram.children.subarray(first, diagram.firstChild[reference + 1]), write);
    const number = numbers.size;
    numbers.set(reference, number);
    lines.push(`${diagram.questions[reference]}(${children.join()})`);
    return String(number);
  };
  const root = write(diagram.root);
  return `${root}: ${lines.join(' ')}`;
}
