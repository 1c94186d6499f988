import type { RuleSet } from '../../core/rule-set.ts';
import type { Writing } from '../case-writer.ts';
import { CsvRecords } from '../csv-records.ts';
import { isFormula } from '../csv-text.ts';
import { OUTPUT_COLUMNS, type OutcomeFields } from '../outcome-fields.ts';
import type { CountedOutcome } from '../summary.ts';

/** A case as it stands in an output. */
export interface WrittenCase {
  /** In CSV with the apostrophe in front that it may have got. */
  readonly id: string;
  readonly isOpen: boolean;
  readonly hasAlert: boolean;
  /** Which rule set decided. */
  readonly identity: string;
  /** What the answers led to, as far as it is counted; undefined where it names what the rule set does not have. */
  readonly outcome: () => CountedOutcome | undefined;
}

/** How the cases of an output are read again. */
export interface WrittenForm {
  readonly isCsv: boolean;
  /** The cases of whole rows, in their order; undefined for one that the writer of this form would not have written. */
  readonly cases: (rows: string) => readonly (WrittenCase | undefined)[];
  /** The copied text as it stands in the output. */
  readonly copied: (text: string) => string;
}

/** Reads what `CsvWriter` wrote. */
export function writtenCsv({ ruleSet, keep }: Writing): WrittenForm {
  const width = OUTPUT_COLUMNS.length + keep.length;
  const outcomeOf = outcomes(ruleSet);
  const caseOf = (cells: readonly string[]): WrittenCase | undefined => {
    const [id = '', level = '', lowest = '', highest = '', alerts = '', reasons = '', ...others] = cells;
    const [advice = '', rechecks = '', open = '', identity = ''] = others;
    if (cells.length !== width || lowest === '' || (level === '') === (lowest === highest)) return undefined;
    return {
      id,
      isOpen: level === '',
      hasAlert: alerts !== '',
      identity,
      outcome: () =>
        outcomeOf({
          lowest,
          highest,
          alerts: listed(alerts),
          reasons: listed(reasons).map((rules) => rules.split('|')),
          advice: listed(advice),
          rechecks: listed(rechecks),
          open: listed(open),
        }),
    };
  };
  return {
    isCsv: true,
    cases: (rows) => {
      const records = new CsvRecords();
      return [...records.take(rows), ...records.end()].map(({ fields }) => caseOf(fields));
    },
    copied: (text) => (isFormula(text) ? `'${text}` : text),
  };
}

/** Reads what `ndjsonWriter` wrote. */
export function writtenNdjson({ ruleSet, keep }: Writing): WrittenForm {
  const outcomeOf = outcomes(ruleSet);
  const keptKeys = Object.keys(Object.fromEntries(keep.map((name) => [name, ''])));
  const caseOf = (line: string): WrittenCase | undefined => {
    const row = parsedFields(line);
    if (row === undefined || Object.keys(row.kept).join('\n') !== keptKeys.join('\n')) return undefined;
    return {
      id: row.id,
      isOpen: row.level === null,
      hasAlert: row.alerts.length > 0,
      identity: row.rule_set,
      outcome: () => outcomeOf(row),
    };
  };
  return {
    isCsv: false,
    cases: (rows) => rows.split('\n').slice(0, -1).map(caseOf),
    copied: (text) => text,
  };
}

function listed(cell: string): string[] {
  return cell === '' ? [] : cell.split(';');
}

interface ParsedFields extends OutcomeFields {
  readonly id: string;
  readonly rule_set: string;
  readonly kept: object;
}

function parsedFields(line: string): ParsedFields | undefined {
  const row = parsed(line);
  return isFields(row) ? { ...row, kept: 'kept' in row && isObject(row.kept) ? row.kept : {} } : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isFields(row: unknown): row is Omit<ParsedFields, 'kept'> {
  if (!isObject(row)) return false;
  const fields = new Map<string, unknown>(Object.entries(row));
  const isText = (name: string) => typeof fields.get(name) === 'string';
  return (
    ['id', 'lowest', 'highest', 'rule_set'].every(isText) &&
    (isText('level') || fields.get('level') === null) &&
    ['alerts', 'advice', 'rechecks', 'open'].every((name) => isTexts(fields.get(name))) &&
    isListOf(isTexts)(fields.get('reasons'))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isListOf(isItem: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(isItem);
}

const isTexts = isListOf((value) => typeof value === 'string');

/** From ids, as they are written, back to the indexes of the rule set. */
function outcomes(ruleSet: RuleSet): (fields: Omit<OutcomeFields, 'level'>) => CountedOutcome | undefined {
  const levels = new Map(ruleSet.levels.map(({ id }, index) => [id, index]));
  const questions = new Map(ruleSet.questions.map(({ id }, index) => [id, index]));
  return ({ lowest: from, highest: to, alerts, reasons, advice, rechecks, open: asked }) => {
    const lowest = levels.get(from);
    const highest = levels.get(to);
    const open = asked.flatMap((id) => questions.get(id) ?? []);
    if (lowest === undefined || highest === undefined || open.length < asked.length) return undefined;
    return { lowest, highest, alerts, reasons: reasons.map((rules) => ({ rules })), advice, rechecks, open };
  };
}
