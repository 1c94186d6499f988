import { questionAt } from './answer-text.ts';
import { outcomeRecord } from './outcome-json.ts';
import type { ReportSubject } from './report.ts';

/** The outcome as JSON with what is known of the screening, under the keys of a saved record; docs/reports.md lists them. */
export function renderReportJson(subject: ReportSubject): string {
  const { ruleSet, day, unknown, notes, agreement } = subject;
  const record = {
    ...outcomeRecord(subject),
    ...(day !== undefined && { day }),
    ...(unknown !== undefined && { unknown: [...unknown].map((index) => questionAt(ruleSet, index).id) }),
    ...(notes !== undefined && { notes }),
    ...(agreement !== undefined && { agreement }),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
