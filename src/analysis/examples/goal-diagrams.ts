import type { Goal } from '../../core/example-report.ts';
import { alertOf, isLevelRule, type Question } from '../../core/rule-set.ts';
import { mapTerminals } from '../../diagram/algebra.ts';
import { FALSE, type Node, TRUE } from '../../diagram/node-store.ts';
import { decided, type LeafTest, leafTestsOf, type PartPath, replacePart } from './condition-parts.ts';
import type { RuleDiagrams } from './rule-diagrams.ts';

/** What an example must speak of to reach a goal: the level, or whether a rule (index) holds. */
export type Subject = 'level' | number;

/** A goal that one example reaches: one of the cases where `where` holds. */
export interface SingleGoal {
  readonly goal: Goal;
  readonly subject: Subject;
  readonly where: Node;
}

/**
 * A goal that two examples one answer apart reach: they differ in one of these questions, `first` holds of one and
 * `second` of the other, and `outcome` gives them different terminals.
 */
export interface PairGoal {
  readonly goal: Goal;
  readonly subject: Subject;
  readonly questions: readonly number[];
  readonly first: Node;
  readonly second: Node;
  readonly outcome: Node;
}

export type GoalDiagram = SingleGoal | PairGoal;

/** Everything that examples of the rule set should show, whether or not some case can. */
export function goalDiagrams(diagrams: RuleDiagrams): GoalDiagram[] {
  return [
    ...levelGoals(diagrams),
    ...diagrams.ruleSet.rules.flatMap((_, index) => ruleGoals(diagrams, index)),
    ...boundaryGoals(diagrams),
  ];
}

function levelGoals({ ruleSet, store, level }: RuleDiagrams): SingleGoal[] {
  return ruleSet.levels.map((_, index) => ({
    goal: { kind: 'level', level: index },
    subject: 'level',
    where: mapTerminals(store, level, (terminal) => (terminal === index ? TRUE : FALSE)),
  }));
}

function ruleGoals(diagrams: RuleDiagrams, index: number): GoalDiagram[] {
  const rule = diagrams.ruleSet.rules[index];
  if (rule === undefined) return [];
  const goals: GoalDiagram[] = [];
  if (isLevelRule(rule)) {
    const without = diagrams.levelWith(index, rule, FALSE);
    const where = diagrams.differ(diagrams.level, without);
    goals.push({ goal: { kind: 'decides', rule: index }, subject: 'level', where });
  }
  if (!isLevelRule(rule) || alertOf(rule) !== undefined) {
    goals.push({ goal: { kind: 'holds', rule: index }, subject: index, where: diagrams.rule(index) });
  }
  const tests = leafTestsOf(rule.when).map(({ path, test }) => testGoal(diagrams, index, path, test));
  return [...goals, ...tests];
}

function testGoal(diagrams: RuleDiagrams, index: number, path: PartPath, test: LeafTest): PairGoal {
  const { store, ruleSet, level } = diagrams;
  const rule = ruleSet.rules[index];
  const goal: Goal = { kind: 'test', rule: index, path, test };
  const when = rule?.when ?? test;
  const passed = diagrams.where(replacePart(when, path, decided(test, true)));
  const failed = diagrams.where(replacePart(when, path, decided(test, false)));
  const isLevel = rule !== undefined && isLevelRule(rule);
  const decides = isLevel
    ? diagrams.differ(diagrams.levelWith(index, rule, passed), diagrams.levelWith(index, rule, failed))
    : diagrams.differ(passed, failed);
  const holds = diagrams.where(test);
  return {
    goal,
    subject: isLevel ? 'level' : index,
    questions: test.kind === 'answer' ? [test.question] : ruleSet.questions.map((_, question) => question),
    first: store.and(decides, holds),
    second: store.and(decides, store.not(holds)),
    outcome: isLevel ? level : diagrams.rule(index),
  };
}

/** Pairs of neighboring answers between which no case changes its level have no boundary and are no goals. */
function boundaryGoals(diagrams: RuleDiagrams): PairGoal[] {
  const { ruleSet, store, variables, level } = diagrams;
  return ruleSet.questions.flatMap((question, index) => {
    const at = (answer: number) => store.test(variables[index] ?? 0, 1 << answer);
    return neighboringAnswers(question)
      .filter(([from, to]) => diagrams.answered(level, index, from) !== diagrams.answered(level, index, to))
      .map(
        ([from, to]): PairGoal => ({
          goal: { kind: 'boundary', question: index, from, to },
          subject: 'level',
          questions: [index],
          first: at(from),
          second: at(to),
          outcome: level,
        }),
      );
  });
}

/** Ordered answers have the next one for a neighbor; of nominal answers any two are neighbors. */
function neighboringAnswers({ answers, ordered }: Question): [number, number][] {
  return answers.flatMap((_, from) => {
    const others = answers.map((__, to) => to).filter((to) => (ordered ? to === from + 1 : to > from));
    return others.map((to): [number, number] => [from, to]);
  });
}
