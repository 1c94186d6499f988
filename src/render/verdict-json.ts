import { idsFromAnswers } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { AnswerPair, Blame, IdleRule, Refutation, Witness } from '../core/verdict.ts';
import { answerAt, ruleAt } from './at-index.ts';
import { counterexampleFile } from './counterexample.ts';
import { identityText } from './identity.ts';
import { levelAt } from './level-word.ts';
import type { VerdictPage } from './verdict-page.ts';

/** The verdicts as one record. Counts of cases are texts, since they are exact beyond what JSON numbers hold. */
export function verdictsRecord({ ruleSet, identity, verdicts, milliseconds, files }: VerdictPage): object {
  return {
    rule_set: identityText(identity),
    fingerprint: identity.fingerprint,
    milliseconds,
    guarantees: verdicts.map((verdict) => ({
      id: verdict.guarantee.id,
      says: verdict.guarantee.says,
      claim: verdict.guarantee.claim.kind,
      result: verdict.result,
      cases: verdict.cases.toString(),
      ...(verdict.result === 'refuted' && {
        refutation: refutationRecord(ruleSet, verdict.refutation),
        case_file: counterexampleFile(ruleSet, verdict) ?? null,
        written_to: files.get(verdict.guarantee.id) ?? null,
      }),
    })),
  };
}

function refutationRecord(ruleSet: RuleSet, refutation: Refutation): object {
  switch (refutation.kind) {
    case 'case':
      return {
        kind: refutation.kind,
        case: witnessRecord(ruleSet, refutation.witness),
        rules: refutation.blame.map((blame) => blameRecord(ruleSet, blame)),
      };
    case 'pair':
    case 'not_alike':
      return {
        kind: refutation.kind,
        ...(refutation.kind === 'not_alike' && { answers: pairRecord(ruleSet, refutation.pair) }),
        before: witnessRecord(ruleSet, refutation.before),
        after: witnessRecord(ruleSet, refutation.after),
        rules: refutation.blame.map((blame) => blameRecord(ruleSet, blame)),
      };
    case 'idle_rules':
      return { kind: refutation.kind, rules: refutation.rules.map((rule) => idleRecord(ruleSet, rule)) };
    case 'alike_answers':
      return { kind: refutation.kind, answers: refutation.pairs.map((pair) => pairRecord(ruleSet, pair)) };
    default:
      return refutation satisfies never;
  }
}

function witnessRecord(ruleSet: RuleSet, { answers, level, alerts }: Witness): object {
  return { level: levelAt(ruleSet, level).id, alerts, answers: idsFromAnswers(ruleSet, answers) };
}

function blameRecord(ruleSet: RuleSet, { rule, part, changes }: Blame): object {
  return {
    rule: ruleAt(ruleSet, rule).id,
    part,
    ...(part === 'lacks' && {
      changes: changes.map(({ question, from, to }) => ({
        question: ruleSet.questions[question]?.id,
        from: answerAt(ruleSet, question, from).id,
        to: answerAt(ruleSet, question, to).id,
      })),
    }),
  };
}

function idleRecord(ruleSet: RuleSet, { rule, example, others }: IdleRule): object {
  return {
    rule: ruleAt(ruleSet, rule).id,
    example: example === undefined ? null : witnessRecord(ruleSet, example),
    others: others.map((other) => ruleAt(ruleSet, other).id),
  };
}

function pairRecord(ruleSet: RuleSet, { question, answers }: AnswerPair): object {
  return {
    question: ruleSet.questions[question]?.id,
    answers: answers.map((answer) => answerAt(ruleSet, question, answer).id),
  };
}
