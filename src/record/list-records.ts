import type { ScreeningRecord } from '../core/record.ts';
import type { ListedRecord } from '../core/record-listing.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { SourceFile } from '../rule-set/text-guard.ts';
import { parseRecord } from './parse-record.ts';
import { partsOfName } from './record-name.ts';
import { reviewDue } from './review-due.ts';

/** A record and the file it stands in. */
export interface RecordFile {
  readonly path: string;
  readonly record: ScreeningRecord;
}

/** The records of some files, case by case and earliest first; files that hold none come last. */
export function listRecords(ruleSet: RuleSet, files: readonly SourceFile[]): ListedRecord[] {
  const found: RecordFile[] = [];
  const unreadable: ListedRecord[] = [];
  for (const { path, text } of files) {
    const parsed = parseRecord(text);
    if (parsed.kind === 'record') found.push({ path, record: parsed.record });
    else unreadable.push({ kind: 'unreadable', path });
  }
  found.sort((a, b) => compareTexts(a.record.case, b.record.case) || earlierFirst(a, b));
  const listed = found.map(({ path, record }, index): ListedRecord => {
    const isLast = found[index + 1]?.record.case !== record.case;
    const ofCase = found.filter((other) => other.record.case === record.case).map((other) => other.record);
    const isOurs = record.rule_set.id === ruleSet.id;
    return {
      kind: 'record',
      path,
      record,
      reviewDue: isLast && isOurs ? reviewDue(ruleSet, ofCase) : undefined,
    };
  });
  return [...listed, ...unreadable];
}

/** Orders the records of one case: by day, and on one day by the number in the file name. */
export function earlierFirst(a: RecordFile, b: RecordFile): number {
  const numberOf = ({ path }: RecordFile) => partsOfName(path)?.number ?? 0;
  return compareTexts(a.record.day, b.record.day) || numberOf(a) - numberOf(b);
}

function compareTexts(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
