import type { RuleSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from './compile.ts';
import type { Diagram } from './diagram.ts';

/** A diagram as plain JSON: see `Diagram`. */
interface StoredDiagram {
  readonly root: number;
  readonly terminals: number;
  readonly questions: readonly number[];
  readonly firstChild: readonly number[];
  readonly children: readonly number[];
}

/** The diagrams of a compiled rule set as plain JSON. */
export interface StoredDiagrams {
  readonly order: readonly number[];
  readonly level: StoredDiagram;
  readonly rules: readonly StoredDiagram[];
  readonly restsOn: readonly (readonly [rules: string, StoredDiagram])[];
}

/** Writes what `restoreDiagrams` reads. */
export function storeDiagrams({ order, level, rules, restsOn }: CompiledRuleSet): StoredDiagrams {
  return {
    order,
    level: store(level),
    rules: rules.map(store),
    restsOn: [...restsOn].map(([key, diagram]) => [key, store(diagram)]),
  };
}

/** The compiled form of the rule set that the diagrams were stored for. */
export function restoreDiagrams(
  ruleSet: RuleSet,
  { order, level, rules, restsOn }: StoredDiagrams,
): CompiledRuleSet {
  return {
    ruleSet,
    level: restore(level),
    rules: rules.map(restore),
    restsOn: new Map(restsOn.map(([key, diagram]) => [key, restore(diagram)])),
    order,
    variables: ruleSet.questions.map((_, question) => order.indexOf(question)),
    arities: order.map((question) => ruleSet.questions[question]?.answers.length ?? 0),
  };
}

function store({ root, terminals, questions, firstChild, children }: Diagram): StoredDiagram {
  return {
    root,
    terminals,
    questions: [...questions],
    firstChild: [...firstChild],
    children: [...children],
  };
}

function restore({ root, terminals, questions, firstChild, children }: StoredDiagram): Diagram {
  return {
    size: questions.length,
    root,
    terminals,
    questions: Int32Array.from(questions),
    firstChild: Int32Array.from(firstChild),
    children: Int32Array.from(children),
  };
}
