import type { CheckSpace } from './check-space.ts';
import type { Found } from './found.ts';

/** Answers of one question that lead to the same outcome in every case; a question without effect is found whole. */
export function answersNotToldApart({ proof, answerClasses }: CheckSpace): Found[] {
  return proof.ruleSet.questions.flatMap((question, index) => {
    const classes = answerClasses[index] ?? [];
    const names = [...new Set(classes)];
    if (names.length === 1) return [];
    return names.flatMap((name) => {
      const alike = question.answers.filter((_, answer) => classes[answer] === name);
      const second = alike[1];
      if (second === undefined) return [];
      return [
        {
          at: second,
          owner: question,
          message: `no rule tells these answers of \`${question.id}\` apart: ${alike.map(({ id }) => `\`${id}\``).join(', ')}`,
          help: 'write a rule that treats them differently, or make them one answer',
        },
      ];
    });
  });
}
