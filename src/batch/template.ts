import { UNKNOWN } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { csvLine } from './csv-text.ts';

/** The header of a CSV file that can be scored: `id` and every question, in the order in which they are asked. */
export function csvTemplate(ruleSet: RuleSet): string {
  return csvLine(['id', ...ruleSet.questions.map((question) => question.id)]);
}

/** Every question and every answer it takes, with the anchors, as Markdown that reads well as it is. */
export function codebook(ruleSet: RuleSet, identity: string): string {
  const lines = [
    `# Codebook of ${identity}`,
    '',
    `${ruleSet.title}. Write the words before the colons; leave a cell blank, or write \`${UNKNOWN}\`, for what is`,
    `not known. Time frame, unless a question names another: ${ruleSet.timeFrame}.`,
  ];
  ruleSet.dimensions.forEach((dimension, index) => {
    lines.push('', `## ${dimension.title}`);
    for (const question of ruleSet.questions.filter((one) => one.dimension === index)) {
      lines.push('', `### ${question.id}`, '', question.prompt, `(${question.window}) ${question.help}`, '');
      if (!question.ordered) lines.push('In no order of seriousness:', '');
      for (const answer of question.answers) lines.push(`- ${answer.id}: ${answer.means}`);
    }
  });
  return `${lines.join('\n')}\n`;
}
