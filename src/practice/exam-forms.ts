import type { ReportFormat } from '../render/render-report.ts';
import { createTheme } from '../render/theme.ts';
import { renderExamHtml } from './exam-html.ts';
import { renderExamMarkdown } from './exam-markdown.ts';
import { type ExamSubject, examReport } from './exam-report.ts';
import { examResult } from './exam-result.ts';
import { renderExamText } from './exam-text.ts';

/** The result of an exam in one of its forms: a page for a supervisor, or JSON for comparison with other raters. */
export function renderExam(
  subject: ExamSubject,
  {
    format,
    width,
    software,
  }: { readonly format: ReportFormat; readonly width: number; readonly software: string },
): string {
  switch (format) {
    case 'text':
      return renderExamText(examReport(subject), { width, theme: createTheme({ color: false }) });
    case 'markdown':
      return renderExamMarkdown(examReport(subject));
    case 'html':
      return renderExamHtml(examReport(subject));
    case 'json':
      return `${JSON.stringify(examResult(subject, software), null, 2)}\n`;
    default:
      return format satisfies never;
  }
}
