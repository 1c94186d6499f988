import type { CheckSpace } from './check-space.ts';
import type { Found } from './found.ts';

/** Questions of which no answer makes a difference to anything. */
export function questionNeverMatters({ proof, answerClasses }: CheckSpace): Found[] {
  return proof.ruleSet.questions.flatMap((question, index) => {
    if (new Set(answerClasses[index]).size > 1) return [];
    return [
      {
        at: question,
        owner: question,
        message: `\`${question.id}\` never matters: its answer changes no level, alert, advice or recheck`,
        help: 'write a rule that uses it, or do not ask it',
      },
    ];
  });
}
