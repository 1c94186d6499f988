import type { Answers } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { applicability } from '../core/truth.ts';

/** A case to write down: complete answers, of which those to questions that do not apply are left out. */
export interface WrittenCase {
  readonly id: string;
  readonly answers: Answers;
  /** Said in a comment above the case. */
  readonly note: string;
}

/** One case as a YAML file that `carestep explain` reads, or several as a list. */
export function caseFileText(ruleSet: RuleSet, cases: readonly WrittenCase[]): string {
  const isList = cases.length > 1;
  return cases
    .map((written) => {
      const lines = caseLines(ruleSet, written);
      const shown = isList ? lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`) : lines;
      return `# ${written.note.replaceAll(/\s+/g, ' ')}\n${shown.join('\n')}\n`;
    })
    .join('');
}

function caseLines(ruleSet: RuleSet, { id, answers }: WrittenCase): string[] {
  const answered = ruleSet.questions.flatMap((question, index) => {
    const answer = question.answers[answers[index] ?? -1];
    const isUsed = applicability(ruleSet, question, answers) !== 'cannot_hold';
    return answer === undefined || !isUsed ? [] : [`  ${question.id}: ${quoted(answer.id)}`];
  });
  return [`id: ${quoted(id)}`, 'answers:', ...answered];
}

/** Ids are plain words, but YAML takes some words, and digits, for something else. */
function quoted(id: string): string {
  return /^(?:yes|no|on|off|y|n|true|false|null|\d.*)$/i.test(id) ? `'${id}'` : id;
}
