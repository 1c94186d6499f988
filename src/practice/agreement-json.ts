import type { RuleSet } from '../core/rule-set.ts';
import { levelAt } from '../render/level-word.ts';
import type { Figure, RatedCase, TeamAgreement } from './rater-agreement.ts';

/** How far a team of raters agrees, for another program; what cannot be said is null. */
export function teamAgreementRecord(
  ruleSet: RuleSet,
  raters: readonly string[],
  { cases, counted, fleiss, icc, pairs, withCriteria, disputed }: TeamAgreement,
): object {
  const id = (level: number | undefined) => (level === undefined ? null : levelAt(ruleSet, level).id);
  const caseRecord = ({ id: caseId, level, placed }: RatedCase) => ({
    id: caseId,
    level: id(level),
    placed: Object.fromEntries(raters.map((rater, index) => [rater, id(placed[index])])),
  });
  return {
    rule_set: ruleSet.id,
    raters,
    cases: cases.length,
    counted,
    fleiss_kappa: figureRecord(fleiss),
    icc_2_1: figureRecord(icc),
    weighted_kappa: pairs.map(({ first, second, ...figure }) => ({
      raters: [raters[first], raters[second ?? first]],
      ...figureRecord(figure),
    })),
    weighted_kappa_with_criteria: withCriteria.map(({ first, ...figure }) => ({
      rater: raters[first],
      ...figureRecord(figure),
    })),
    disputed: disputed.map(caseRecord),
  };
}

function figureRecord({ value, interval }: Figure): object {
  return { value: value ?? null, low: interval?.low ?? null, high: interval?.high ?? null };
}
