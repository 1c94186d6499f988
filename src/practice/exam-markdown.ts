import { markdownText as text } from '../render/markdown-text.ts';
import type { ExamReport, ExamReportCase } from './exam-report.ts';

/** The result of an exam as Markdown, for a supervisor. */
export function renderExamMarkdown({
  title,
  about,
  facts,
  levels,
  agreement,
  cases,
  footer,
}: ExamReport): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const matrix = [
    row(['criteria \\ placed', ...levels.map(text)]),
    row(['---', ...levels.map(() => '---:')]),
    ...agreement.matrix.map((counts, level) => row([text(levels[level] ?? ''), ...counts])),
  ];
  const blocks = [
    `# ${text(title)}`,
    about.map(text).join(' · '),
    facts.map(([label, says]) => `- **${text(label)}**: ${text(says)}`).join('\n'),
    matrix.join('\n'),
    '## Cases',
    ...cases.flatMap(caseBlocks),
    `---\n\n${text(footer)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function caseBlocks({ title, story, verdict, points, assigned }: ExamReportCase): string[] {
  return [
    `### ${text(title).replace(/^(\d+)\./, '$1\\.')}`,
    story.map((paragraph) => `> ${text(paragraph)}`).join('\n>\n'),
    text(verdict),
    ...(assigned === undefined ? [] : [text(assigned)]),
    points
      .map(({ text: says, basis }) =>
        basis === '' ? `- ${text(says)}` : `- ${text(says)}  \n  ${text(basis)}`,
      )
      .join('\n'),
  ];
}
