import { OPEN } from '../../core/answers.ts';
import { NOT_APPLICABLE } from '../../core/outcome.ts';
import { alertOf, isLevelRule, type Question } from '../../core/rule-set.ts';
import { questionsBehind } from '../../core/tested-questions.ts';
import { CertainDiagrams } from '../../diagram/certain.ts';
import { levelRuleNodes } from '../../diagram/climb-diagram.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { ConditionCompiler } from '../../diagram/condition-compiler.ts';
import { FALSE, type Node, NodeStore, TRUE } from '../../diagram/node-store.ts';
import type { CodeSpace, Cube } from './cubes.ts';
import { type Truths, truthOfDiagram, truthsOfDiagrams } from './rule-bits.ts';
import type { ListedRules } from './rule-lists.ts';

/** Where the rules of a rule set hold, of rows of answer codes that may be open. */
export interface RowTruths {
  /** What level and alerts rest on. */
  readonly decisive: DecisiveTruths;
  /** By level the advice there. */
  readonly advice: readonly ListedRules[];
  readonly rechecks: ListedRules;
}

/** The rules that decide a level or raise an alert. */
export interface DecisiveTruths {
  /** The index of each. */
  readonly rules: readonly number[];
  /** Where each holds whatever the open answers are, and where it may hold, in forms of equally many bits. */
  readonly surely: Truths;
  readonly maybe: Truths;
  /** By question on which one of them rests: where it has no answer, and applies or may. */
  readonly open: readonly { readonly question: number; readonly truth: Truths[number] }[];
  /** Where an answer is given to a question of which it is open whether it applies. */
  readonly unclear: readonly (readonly Cube[])[];
}

/** @throws TooLargeError if the diagrams, with open answers counted in, are too large. */
export function rowTruths(compiled: CompiledRuleSet): RowTruths {
  const { ruleSet, order, variables, arities } = compiled;
  const { rules, levels, questions } = ruleSet;
  const store = new NodeStore(arities);
  const conditions = new ConditionCompiler(ruleSet, store, variables);
  const certain = new CertainDiagrams(store);
  const space: CodeSpace = { store: certain.store, order };
  const truth = (root: Node) => truthOfDiagram(space, root);
  const surely = (root: Node) => certain.of(root);
  const maybe = (root: Node) => certain.store.not(certain.of(store.not(root)));

  const roots = rules.map((rule) => (rule.kind === 'advise' ? FALSE : conditions.compile(rule.when)));
  const decisive = rules.flatMap((rule, index) =>
    isLevelRule(rule) || alertOf(rule) !== undefined ? [{ index, root: roots[index] ?? FALSE }] : [],
  );
  const levelRules = levelRuleNodes(rules, roots);
  const adviceAt = (level: number): ListedRules => {
    // Where one level is left, tests on the level are settled too.
    conditions.useLevel(level, levelRules);
    return listed(
      rules.flatMap((rule) =>
        rule.kind === 'advise' ? [{ id: rule.id, truth: truth(surely(conditions.compile(rule.when))) }] : [],
      ),
    );
  };
  const isGiven = (question: number) => {
    const variable = variables[question] ?? 0;
    const answers = Array.from({ length: arities[variable] ?? 0 }, () => TRUE);
    return certain.store.node(variable, [...answers, FALSE]);
  };
  const whereOpen = (question: number) => {
    const appliesWhen = questions[question]?.appliesWhen;
    const applies = appliesWhen === undefined ? TRUE : maybe(conditions.compile(appliesWhen));
    return truth(certain.store.and(certain.store.not(isGiven(question)), applies));
  };
  const notApplicable = questions.flatMap(({ id, appliesWhen }, question) => {
    if (appliesWhen === undefined) return [];
    const not = surely(store.not(conditions.compile(appliesWhen)));
    return [{ id: `${NOT_APPLICABLE}${id}`, truth: truth(certain.store.and(isGiven(question), not)) }];
  });
  const pairs = decisive.map(({ root }) => truthsOfDiagrams(space, surely(root), maybe(root)));
  return {
    decisive: {
      rules: decisive.map(({ index }) => index),
      surely: pairs.map(([sure]) => sure),
      maybe: pairs.map(([, possible]) => possible),
      open: [...new Set(decisive.flatMap(({ index }) => [...(compiled.rules[index]?.questions ?? [])]))].map(
        (question) => ({ question, truth: whereOpen(question) }),
      ),
      unclear: questions.flatMap((_, question) => whereUnclear(questions, question)),
    },
    advice: levels.map((_, level) => adviceAt(level)),
    rechecks: listed([
      ...rules.flatMap(({ kind, id }, index) =>
        kind === 'recheck' ? [{ id, truth: truth(surely(roots[index] ?? FALSE)) }] : [],
      ),
      ...notApplicable,
    ]),
  };
}

/**
 * Where the question is answered, and one is not on which it rests whether it applies. Then `evaluate` reads the
 * condition by its form, so that it may be left open though no answer could change it.
 */
function whereUnclear(questions: readonly Question[], question: number): DecisiveTruths['unclear'] {
  const appliesWhen = questions[question]?.appliesWhen;
  if (appliesWhen === undefined) return [];
  const given = new Set(questions[question]?.answers.keys());
  const open = new Set([OPEN]);
  const behind = [...questionsBehind(appliesWhen, questions)];
  return behind.map((other): readonly Cube[] => [
    new Map([
      [question, given],
      [other, open],
    ]),
  ]);
}

function listed(rules: readonly { readonly id: string; readonly truth: Truths[number] }[]): ListedRules {
  return { ids: rules.map(({ id }) => id), truths: rules.map(({ truth }) => truth) };
}
