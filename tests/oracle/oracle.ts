import { applies, type Case } from './case.ts';
import { LEVELS, type LevelId } from './criteria-questions.ts';
import { ADVICE, type AdvicePredicate, type Suggestion } from './criteria-rules-advice.ts';
import { ALERTS, AT_LEAST_INPATIENT } from './criteria-rules-inpatient.ts';
import { AT_LEAST_IOP } from './criteria-rules-iop.ts';
import { AT_LEAST_PHP } from './criteria-rules-php.ts';
import { RECHECKS } from './criteria-rules-recheck.ts';
import { RULES_OUT, type RuleOut } from './criteria-rules-rule-out.ts';

/** What the written criteria say of one complete case. */
export interface OracleOutcome {
  readonly level: LevelId;
  readonly alerts: readonly string[];
  readonly advice: readonly string[];
  readonly rechecks: readonly string[];
}

const AT_LEAST = [
  { level: 'iop', rules: Object.entries(AT_LEAST_IOP) },
  { level: 'php', rules: Object.entries(AT_LEAST_PHP) },
  { level: 'inpatient', rules: Object.entries(AT_LEAST_INPATIENT) },
] as const;
const RULE_OUTS = Object.entries<RuleOut>(RULES_OUT);
const ADVISES = Object.entries<AdvicePredicate>(ADVICE);
const RECHECK_RULES = Object.entries(RECHECKS);

/** The lowest level that no rule objects to; the rules in `without` are treated as absent. */
export function oracleLevel(c: Case, without: readonly string[] = []): LevelId {
  const objects = (level: LevelId): boolean =>
    AT_LEAST.some(
      (table) =>
        LEVELS.indexOf(level) < LEVELS.indexOf(table.level) &&
        table.rules.some(([id, when]) => !without.includes(id) && when(c)),
    ) || RULE_OUTS.some(([id, rule]) => rule.levels.includes(level) && !without.includes(id) && rule.when(c));
  return LEVELS.find((level) => !objects(level)) ?? 'inpatient';
}

function suggestionFor(c: Case, level: LevelId): Suggestion {
  return {
    level,
    restsOn: (...rules) => LEVELS.indexOf(oracleLevel(c, rules)) < LEVELS.indexOf(level),
  };
}

/** The ids of all rules that bear on the level. */
export const LEVEL_RULE_IDS: readonly string[] = [
  ...AT_LEAST.flatMap(({ rules }) => rules),
  ...RULE_OUTS,
].map(([id]) => id);

/** The ids of the rules that bear on the level and hold in a complete case. */
export function levelRulesThatHold(c: Case): readonly string[] {
  return [
    ...AT_LEAST.flatMap(({ rules }) => rules.filter(([, when]) => when(c))),
    ...RULE_OUTS.filter(([, rule]) => rule.when(c)),
  ].map(([id]) => id);
}

/** The ids of all rules of the criteria, of every kind, that hold in a complete case. */
export function rulesThatHold(c: Case): readonly string[] {
  const suggestion = suggestionFor(c, oracleLevel(c));
  const planRules = [
    ...ADVISES.filter(([, when]) => when(c, suggestion)),
    ...RECHECK_RULES.filter(([, when]) => when(c)),
  ].map(([id]) => id);
  return [...levelRulesThatHold(c), ...planRules];
}

/** The level and every alert, advice and recheck of a complete case, by rule id. */
export function oracleOutcome(c: Case): OracleOutcome {
  const level = oracleLevel(c);
  const suggestion = suggestionFor(c, level);
  const sometimesAsked = ['program_progress', 'weekly_therapy'] as const;
  return {
    level,
    alerts: ALERTS.filter((id) => AT_LEAST_INPATIENT[id](c)),
    advice: ADVISES.filter(([, when]) => when(c, suggestion)).map(([id]) => id),
    rechecks: [
      ...RECHECK_RULES.filter(([, when]) => when(c)).map(([id]) => id),
      ...sometimesAsked
        .filter((question) => c[question] !== undefined && !applies(c, question))
        .map((question) => `not-applicable.${question}`),
    ],
  };
}
