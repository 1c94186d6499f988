import type { Placement, PlacementDifference } from '../core/placement-difference.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { csvText, isFormula } from './csv-text.ts';

/** The header of the file of cases that are placed otherwise. */
export const DIFFERENCES_HEADER =
  'id,against,other_lowest,other_highest,lowest,highest,difference,other_reasons,reasons\n';

/**
 * Cases that are placed otherwise, a line each. `against` names whom they are compared with, `difference` says how the
 * own placement stands to the other.
 */
export function differencesCsv(
  ruleSet: RuleSet,
  against: string,
  differences: readonly PlacementDifference[],
): string {
  const level = (index: number) => ruleSet.levels[index]?.id ?? '';
  const reasons = (placement: Placement) => placement.reasons.map((rules) => rules.join('|')).join(';');
  return csvText(
    differences.map(({ id, own, other, direction }) => [
      isFormula(id) ? `'${id}` : id,
      against,
      level(other.lowest),
      level(other.highest),
      level(own.lowest),
      level(own.highest),
      direction,
      reasons(other),
      reasons(own),
    ]),
  );
}
