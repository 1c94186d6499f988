import { UNKNOWN } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { wrapped } from '../render/text-lines.ts';
import { csvText } from './csv-text.ts';

const WIDTH = 100;

/** The header of a CSV file that can be scored: `id` and every question, in the order in which they are asked. */
export function csvTemplate(ruleSet: RuleSet): string {
  return csvText([['id', ...ruleSet.questions.map((question) => question.id)]]);
}

/** Every question and every answer it takes, with the anchors, as Markdown that reads well as it is. */
export function codebook(ruleSet: RuleSet, identity: string): string {
  const use = `Write the words before the colons. For what is not known leave the cell blank or write \`${UNKNOWN}\`.`;
  const lines = [
    `# Codebook of ${identity}`,
    '',
    ruleSet.title,
    '',
    use,
    '',
    ...wrapped(`Time frame: ${ruleSet.timeFrame}`, WIDTH),
  ];
  ruleSet.dimensions.forEach((dimension, index) => {
    lines.push('', `## ${dimension.title}`);
    for (const question of ruleSet.questions.filter((one) => one.dimension === index)) {
      lines.push('', `### ${question.id}`, '', ...wrapped(`${question.prompt} (${question.window})`, WIDTH));
      lines.push(...wrapped(question.help, WIDTH), '');
      if (!question.ordered) lines.push('In no order of seriousness:', '');
      for (const { id, means } of question.answers) lines.push(...wrapped(`${id}: ${means}`, WIDTH, '- '));
    }
  });
  return `${lines.join('\n')}\n`;
}
