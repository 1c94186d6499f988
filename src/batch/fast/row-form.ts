import type { Writing } from '../case-writer.ts';

/** The pieces of one output line for a settled case, in the order in which they are written. */
export interface RowForm {
  readonly beforeId: string;
  /** After the id, by level: the level, and what comes before the alerts. */
  readonly afterId: readonly string[];
  readonly beforeReasons: string;
  readonly beforeAdvice: string;
  readonly beforeRechecks: string;
  /** After the rechecks: no open questions, and the rule set. */
  readonly end: string;
  /** Before each kept text. */
  readonly beforeKept: readonly string[];
  /** After the last kept text. */
  readonly close: string;
  /** Between two items of a list: one character. */
  readonly separator: string;
  readonly item: (id: string) => string;
  readonly reason: (rule: string) => string;
}

/** The pieces of a line of CSV, as `CsvWriter` writes it. */
export function csvForm({ ruleSet, identity, keep }: Writing): RowForm {
  return {
    beforeId: '',
    afterId: ruleSet.levels.map(({ id }) => `,${id},${id},${id},`),
    beforeReasons: ',',
    beforeAdvice: ',',
    beforeRechecks: ',',
    end: `,,${identity}`,
    beforeKept: keep.map(() => ','),
    close: '\n',
    separator: ';',
    item: (id) => id,
    reason: (rule) => rule,
  };
}

/** The pieces of a line of NDJSON, as `ndjsonWriter` writes it. */
export function ndjsonForm({ ruleSet, identity, keep }: Writing): RowForm {
  return {
    beforeId: '{"id":"',
    afterId: ruleSet.levels.map(
      ({ id }) => `","level":"${id}","lowest":"${id}","highest":"${id}","alerts":[`,
    ),
    beforeReasons: '],"reasons":[',
    beforeAdvice: '],"advice":[',
    beforeRechecks: '],"rechecks":[',
    end: `],"open":[],"rule_set":"${identity}"`,
    beforeKept: keep.map((name, index) => `${index === 0 ? ',"kept":{' : '",'}${JSON.stringify(name)}:"`),
    close: keep.length === 0 ? '}\n' : '"}}\n',
    separator: ',',
    item: (id) => `"${id}"`,
    reason: (rule) => `["${rule}"]`,
  };
}
