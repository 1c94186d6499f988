import { answersFromIds } from '../core/answers.ts';
import type { ScreeningRecord } from '../core/record.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { explain } from '../explain/explain.ts';
import type { RuleSetIdentity } from '../render/identity.ts';
import type { ReportSubject } from '../render/report.ts';

/** The case of a record with all that can be said of it; none where these rules are not those it was screened with. */
export function recordedCase(
  compiled: CompiledRuleSet,
  identity: RuleSetIdentity,
  record: ScreeningRecord,
): ReportSubject | undefined {
  const { ruleSet } = compiled;
  const { answers, problems } = answersFromIds(ruleSet, record.answers);
  const isSame = record.rule_set.id === identity.id && record.rule_set.fingerprint === identity.fingerprint;
  if (!isSame || problems.length > 0) return undefined;
  const unknown = ruleSet.questions.flatMap(({ id }, index) => (record.unknown.includes(id) ? [index] : []));
  return {
    id: record.case,
    day: record.day,
    ruleSet,
    // The record may carry another version number of the same decisions.
    identity: { ...identity, version: record.rule_set.version },
    answers,
    unknown: new Set(unknown),
    notes: record.notes,
    explanation: explain(compiled, answers),
    agreement: record.agreement,
  };
}
