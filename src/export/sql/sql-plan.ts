import { isLevelRule, type Rule, type RuleSet } from '../../core/rule-set.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { FALSE, type Node, TooLargeError } from '../../diagram/node-store.ts';
import { type End, PartialSpace } from '../../diagram/partial-space.ts';
import { exactFormula } from './exact-formula.ts';
import { type Formula, NEVER } from './formula.ts';
import type { LevelColumns } from './formula-diagram.ts';
import {
  boundDiagram,
  type CountedRule,
  findBound,
  type LevelBound,
  ladderUnderFill,
  TooManyAnswersError,
} from './level-bound.ts';
import { boundOf } from './three-valued.ts';

/** A rule and the formulas that are proven to say where it holds whatever is open, and where it may hold. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly holds: Formula;
  /** Worked out for rules that decide the level; `NEVER` for the others, of which nobody asks. */
  readonly mayHold: Formula;
}

/** Everything that the SQL says, before it is written. */
export interface SqlPlan {
  readonly ruleSet: RuleSet;
  readonly space: PartialSpace;
  readonly rules: readonly PlannedRule[];
  readonly lowest: LevelBound;
  readonly highest: LevelBound;
  /** Questions (indexes) that do not always apply, and where each may apply. */
  readonly mayApply: readonly { readonly question: number; readonly formula: Formula }[];
}

/** Why there is no SELECT for a rule set, and what to do: sentences without a final period. */
export interface Refusal {
  readonly reason: string;
  readonly help: string;
}

/** Finds formulas for all columns and proves each on the diagram, or says which one there is none for. */
export function planSql(
  compiled: CompiledRuleSet,
  maxNodes?: number,
): SqlPlan | { readonly refused: Refusal } {
  try {
    return plan(new PartialSpace(compiled, maxNodes));
  } catch (error) {
    if (error instanceof NoFormulaError) return { refused: noFormula(error.rule) };
    if (error instanceof TooManyAnswersError) return { refused: tooManyAnswers(compiled.ruleSet, error) };
    if (error instanceof TooLargeError) return { refused: tooLarge(compiled.ruleSet) };
    throw error;
  }
}

/** There is no proven formula for this rule that is short enough to read. */
class NoFormulaError extends Error {
  override readonly name = 'NoFormulaError';
  readonly rule: string;

  constructor(rule: string) {
    super(`no formula for ${rule}`);
    this.rule = rule;
  }
}

function plan(space: PartialSpace): SqlPlan {
  const { ruleSet } = space.compiled;
  const exact = ruleSet.rules.map((rule, index): PlannedRule | undefined => {
    if (rule.kind === 'advise') return undefined;
    const holds = ruleFormula(space, index, 'least', NO_LEVELS);
    return { rule, holds, mayHold: isLevelRule(rule) ? ruleFormula(space, index, 'most', NO_LEVELS) : NEVER };
  });
  const counted = (end: End) =>
    exact.flatMap((planned): CountedRule[] => {
      if (planned === undefined || !isLevelRule(planned.rule)) return [];
      return [{ rule: planned.rule, formula: end === 'least' ? planned.holds : planned.mayHold }];
    });
  const roots = { least: levelRoot(space, 'least'), most: levelRoot(space, 'most') };
  const bounds = {
    least: findBound(space, 'least', roots.least, ladderUnderFill(space, counted('least'))),
    most: findBound(space, 'most', roots.most, ladderUnderFill(space, counted('most'))),
  };
  const columns: LevelColumns = {
    level: (end) => roots[end],
    levelWithout: (rules, end) =>
      boundDiagram(
        space,
        bounds[end],
        ladderUnderFill(
          space,
          counted(end).filter(({ rule }) => !rules.includes(rule.id)),
        ),
      ),
  };
  const rules = ruleSet.rules.map(
    (rule, index): PlannedRule =>
      exact[index] ?? { rule, holds: ruleFormula(space, index, 'least', columns), mayHold: NEVER },
  );
  const mayApply = ruleSet.questions.flatMap(({ appliesWhen }, question) =>
    appliesWhen === undefined
      ? []
      : [{ question, formula: boundOf({ ruleSet, withApplicability: true }, appliesWhen, 'most') }],
  );
  return { ruleSet, space, rules, lowest: bounds.least, highest: bounds.most, mayApply };
}

/** Only advice looks at the level. */
const NO_LEVELS: LevelColumns = { level: () => FALSE, levelWithout: () => FALSE };

function levelRoot(space: PartialSpace, end: End): Node {
  return space.bound(space.compiled.level, end);
}

function ruleFormula(space: PartialSpace, index: number, end: End, columns: LevelColumns): Formula {
  const { ruleSet, rules } = space.compiled;
  const rule = ruleSet.rules[index];
  const diagram = rules[index];
  if (rule === undefined || diagram === undefined) throw new RangeError(`no rule has the index ${index}`);
  const candidates = [false, true].map(
    (withApplicability) => () => boundOf({ ruleSet, withApplicability }, rule.when, end),
  );
  const formula = exactFormula(space, end, space.bound(diagram, end), candidates, columns);
  if (formula === undefined) throw new NoFormulaError(rule.id);
  return formula;
}

function noFormula(rule: string): Refusal {
  return {
    reason: `for incomplete answers the rule \`${rule}\` cannot be written as one readable condition`,
    help: 'test each question in it once, and join `level` and `rests_on` to the rest by `all` alone',
  };
}

function tooManyAnswers(ruleSet: RuleSet, { questions, ladders }: TooManyAnswersError): Refusal {
  const names = questions.map((question) => `\`${ruleSet.questions[question]?.id}\``).join(', ');
  return {
    reason: `where they are open, ${ladders} combinations of answers to ${names} would have to be tried`,
    help: 'let a more serious answer to them never lower the level; `carestep rules verify` shows where one does',
  };
}

function tooLarge(ruleSet: RuleSet): Refusal {
  return {
    reason: `the rule set \`${ruleSet.id}\` is too large for a proof that the SQL is exact`,
    help: 'split questions that many rules combine, or use fewer of them in one rule',
  };
}
