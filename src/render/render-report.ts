import type { ReportSubject } from './report.ts';
import { renderReportHtml } from './report-html.ts';
import { renderReportJson } from './report-json.ts';
import { renderReportMarkdown } from './report-markdown.ts';
import { reportOf } from './report-of.ts';
import { renderReportText } from './report-text.ts';

export type ReportFormat = 'text' | 'markdown' | 'html' | 'json';

export interface ReportOptions {
  readonly format: ReportFormat;
  /** Columns of the text form. */
  readonly width: number;
}

/** A screening on one page, for a chart or another program. */
export function renderReport(subject: ReportSubject, { format, width }: ReportOptions): string {
  switch (format) {
    case 'text':
      return renderReportText(reportOf(subject), width);
    case 'markdown':
      return renderReportMarkdown(reportOf(subject));
    case 'html':
      return renderReportHtml(reportOf(subject));
    case 'json':
      return renderReportJson(subject);
    default:
      return format satisfies never;
  }
}

/** The form of a file by how its name ends; text if that says nothing. */
export function reportFormatOf(path: string): ReportFormat {
  if (/\.json$/i.test(path)) return 'json';
  if (/\.html?$/i.test(path)) return 'html';
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'text';
}
