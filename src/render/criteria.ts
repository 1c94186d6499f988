import type { Citation, LevelSet, Rule, RuleSet, Source } from '../core/rule-set.ts';
import { testedQuestions } from '../core/tested-questions.ts';
import { membersOf } from '../diagram/possible.ts';
import type { RuleSetIdentity } from './identity.ts';
import { levelSetText, levelWords } from './level-word.ts';

/** What the rules are grouped by. */
export type Arrangement = 'level' | 'dimension' | 'question';

/** Which part of the criteria to show; what is absent leaves nothing out. All are indexes. */
export interface CriteriaChoice {
  readonly by: Arrangement;
  readonly level?: number;
  readonly dimension?: number;
  readonly question?: number;
}

/** Rules of one effect. Each rule is written out once; where it belongs a second time it is only named. */
export interface CriteriaBlock {
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly alsoNamed: readonly Rule[];
}

/**
 * A chapter: a level, a dimension or a question (indexes) and its rules; or what is left over: `beside` the levels,
 * the rules that concern none; beside the questions, those that test the `outcome` alone.
 */
export type CriteriaGroup = (
  | { readonly kind: 'level' | 'dimension' | 'question'; readonly index: number }
  | { readonly kind: 'beside' | 'outcome' }
) & { readonly blocks: readonly CriteriaBlock[] };

/** The criteria of a rule set, or a part of them, arranged for reading. */
export interface Criteria {
  readonly ruleSet: RuleSet;
  readonly identity: RuleSetIdentity;
  /** Nothing is left out. */
  readonly isWhole: boolean;
  readonly groups: readonly CriteriaGroup[];
  /** Questions (indexes) for a chapter of their own; none where the groups show them already. */
  readonly questions: readonly number[];
  /** What the shown rules rest on, in the order of the rule set; all sources if nothing is left out. */
  readonly sources: readonly Source[];
}

/** Arranges the criteria: levels from the most intensive down, everything else in the order of the rule set. */
export function criteriaOf(ruleSet: RuleSet, identity: RuleSetIdentity, choice: CriteriaChoice): Criteria {
  const { level, dimension, question } = choice;
  const isWhole = level === undefined && dimension === undefined && question === undefined;
  const rules = ruleSet.rules.filter(
    (rule) =>
      (level === undefined || levelsOf(rule).includes(level)) &&
      (dimension === undefined || rule.dimension === dimension) &&
      (question === undefined || questionsOf(rule).has(question)),
  );
  const questions = ruleSet.questions.flatMap((candidate, index) =>
    (dimension === undefined || candidate.dimension === dimension) &&
    (question === undefined || index === question)
      ? [index]
      : [],
  );
  const hasOwnChapter = choice.by === 'level' && (isWhole || level === undefined);
  return {
    ruleSet,
    identity,
    isWhole,
    groups: groupsOf(ruleSet, rules, questions, choice),
    questions: hasOwnChapter ? questions : [],
    sources: isWhole ? ruleSet.sources : sourcesOf(ruleSet, rules, level),
  };
}

function groupsOf(
  ruleSet: RuleSet,
  rules: readonly Rule[],
  questions: readonly number[],
  { by, level, dimension }: CriteriaChoice,
): CriteriaGroup[] {
  const written = new Set<Rule>();
  const blocks = (members: readonly Rule[]) => blocksOf(ruleSet, members, written);
  switch (by) {
    case 'level': {
      const levels = level === undefined ? ruleSet.levels.map((_, index) => index).reverse() : [level];
      const groups = levels.map(
        (index): CriteriaGroup => ({
          kind: 'level',
          index,
          blocks: blocks(rules.filter((rule) => levelsOf(rule).includes(index))),
        }),
      );
      const beside = rules.filter((rule) => levelsOf(rule).length === 0);
      const shown = groups.filter((group) => group.blocks.length > 0 || dimension === undefined);
      return beside.length === 0 ? shown : [...shown, { kind: 'beside', blocks: blocks(beside) }];
    }
    case 'dimension':
      return ruleSet.dimensions.flatMap((_, index): CriteriaGroup[] => {
        const members = rules.filter((rule) => rule.dimension === index);
        const isAsked = questions.some((question) => ruleSet.questions[question]?.dimension === index);
        if (members.length === 0 && !isAsked) return [];
        return dimension === undefined || dimension === index
          ? [{ kind: 'dimension', index, blocks: blocks(members) }]
          : [];
      });
    case 'question': {
      const groups = questions.map(
        (index): CriteriaGroup => ({
          kind: 'question',
          index,
          blocks: blocks(rules.filter((rule) => questionsOf(rule).has(index))),
        }),
      );
      const outcome = rules.filter((rule) => questionsOf(rule).size === 0);
      return outcome.length === 0 ? groups : [...groups, { kind: 'outcome', blocks: blocks(outcome) }];
    }
    default:
      return by satisfies never;
  }
}

/** Rules by what they do, the most serious effect first. */
function blocksOf(ruleSet: RuleSet, rules: readonly Rule[], written: Set<Rule>): CriteriaBlock[] {
  const sorted = rules.toSorted((a, b) => weight(b) - weight(a));
  const titles = [...new Set(sorted.map((rule) => effectTitle(ruleSet, rule)))];
  return titles.map((title) => {
    const members = sorted.filter((rule) => effectTitle(ruleSet, rule) === title);
    const own = members.filter((rule) => !written.has(rule));
    for (const rule of own) written.add(rule);
    return { title, rules: own, alsoNamed: members.filter((rule) => !own.includes(rule)) };
  });
}

const WEIGHTS = {
  at_least: 4,
  rule_out: 3,
  alert: 2,
  advise: 1,
  recheck: 0,
} as const satisfies Record<Rule['kind'], number>;

function weight(rule: Rule): number {
  return WEIGHTS[rule.kind] * 100 + (rule.kind === 'at_least' ? rule.level : 0);
}

/** The heading over rules that do the same. */
function effectTitle(ruleSet: RuleSet, rule: Rule): string {
  switch (rule.kind) {
    case 'at_least':
      return `At least ${levelWords(ruleSet, [rule.level])}`;
    case 'rule_out':
      return `Not ${levelSetText(ruleSet, rule.levels)}, but the next level up`;
    case 'alert':
      return 'Alerts';
    case 'advise':
      return 'Plan and barriers';
    case 'recheck':
      return 'Answers to check again';
    default:
      return rule satisfies never;
  }
}

/** The levels (indexes) under which a rule is looked for: those it asks for or rules out. */
function levelsOf(rule: Rule): readonly number[] {
  if (rule.kind === 'at_least') return [rule.level];
  const ruledOut: LevelSet = rule.kind === 'rule_out' ? rule.levels : 0;
  return membersOf(ruledOut);
}

/** The questions that a rule tests or asks to check again. */
function questionsOf(rule: Rule): ReadonlySet<number> {
  return new Set([...testedQuestions(rule.when), ...(rule.kind === 'recheck' ? rule.questions : [])]);
}

function sourcesOf(ruleSet: RuleSet, rules: readonly Rule[], level: number | undefined): Source[] {
  const ofLevel: readonly Citation[] = ruleSet.levels[level ?? -1]?.sources ?? [];
  const cited = new Set(
    [...ofLevel, ...rules.flatMap((rule) => rule.sources)].map(({ document }) => document),
  );
  return ruleSet.sources.filter((source) => cited.has(source.id));
}
