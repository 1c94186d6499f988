import type { RuleSet } from '../core/rule-set.ts';
import type { Verdict, Witness } from '../core/verdict.ts';
import { caseFileText } from './case-file.ts';
import { levelAt, levelWord } from './level-word.ts';

/** The cases that refute a guarantee, as a file that `carestep explain` reads; undefined where no case can show it. */
export function counterexampleFile(ruleSet: RuleSet, verdict: Verdict): string | undefined {
  if (verdict.result !== 'refuted') return undefined;
  const { refutation, guarantee } = verdict;
  const noteOf = (witness: Witness) => `${witnessText(ruleSet, witness)}, against: ${guarantee.says}`;
  switch (refutation.kind) {
    case 'case':
      return caseFileText(ruleSet, [
        { id: guarantee.id, answers: refutation.witness.answers, note: noteOf(refutation.witness) },
      ]);
    case 'pair':
    case 'not_alike': {
      const { before, after } = refutation;
      return caseFileText(ruleSet, [
        {
          id: `${guarantee.id}-before`,
          answers: before.answers,
          note: `Before: ${witnessText(ruleSet, before)}.`,
        },
        { id: `${guarantee.id}-after`, answers: after.answers, note: `After: ${noteOf(after)}` },
      ]);
    }
    case 'idle_rules':
    case 'alike_answers':
      return undefined;
    default:
      return refutation satisfies never;
  }
}

/** What a case leads to: `PHP with an alert`. */
export function witnessText(ruleSet: RuleSet, { level, alerts }: Witness): string {
  return `${levelWord(levelAt(ruleSet, level))} ${alerts.length > 0 ? 'with' : 'without'} an alert`;
}
