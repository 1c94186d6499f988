import type { RuleSet } from '../../core/rule-set.ts';

/** The pieces of one output line for a settled case, in the order in which they are written. */
export interface RowForm {
  readonly beforeId: string;
  /** After the id, by level: the level, and what comes before the alerts. */
  readonly afterId: readonly string[];
  readonly beforeReasons: string;
  readonly beforeAdvice: string;
  readonly beforeRechecks: string;
  /** After the rechecks: no open questions, the rule set, the end of the line. */
  readonly end: string;
  /** Between two items of a list. */
  readonly separator: string;
  readonly item: (id: string) => string;
  readonly reason: (rule: string) => string;
}

/** The pieces of a line of CSV, as `CsvWriter` writes it. */
export function csvForm(ruleSet: RuleSet, identity: string): RowForm {
  return {
    beforeId: '',
    afterId: ruleSet.levels.map(({ id }) => `,${id},${id},${id},`),
    beforeReasons: ',',
    beforeAdvice: ',',
    beforeRechecks: ',',
    end: `,,${identity}\n`,
    separator: ';',
    item: (id) => id,
    reason: (rule) => rule,
  };
}

/** The pieces of a line of NDJSON, as `ndjsonWriter` writes it. */
export function ndjsonForm(ruleSet: RuleSet, identity: string): RowForm {
  return {
    beforeId: '{"id":"',
    afterId: ruleSet.levels.map(
      ({ id }) => `","level":"${id}","lowest":"${id}","highest":"${id}","alerts":[`,
    ),
    beforeReasons: '],"reasons":[',
    beforeAdvice: '],"advice":[',
    beforeRechecks: '],"rechecks":[',
    end: `],"open":[],"rule_set":"${identity}"}\n`,
    separator: ',',
    item: (id) => `"${id}"`,
    reason: (rule) => `["${rule}"]`,
  };
}
