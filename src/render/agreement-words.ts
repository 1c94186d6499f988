import type { Direction, Placement, PlacementDifference } from '../core/placement-difference.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { AgreementFigure, Estimate, RaterAgreement } from '../statistics/agreement.ts';
import { RESAMPLES } from '../statistics/bootstrap.ts';
import { grouped } from './case-share.ts';
import { rangeWords } from './level-word.ts';
import { counted } from './reason-text.ts';
import type { ComparedRuleSet, ExpectedLevels } from './summary-page.ts';

/** What stands where a figure has no value. */
const NOT_DEFINED = 'not defined';

const FIGURES = {
  exact: { name: 'exact agreement', isShare: true },
  over: { name: 'over-placement', isShare: true },
  under: { name: 'under-placement', isShare: true },
  kappa: { name: "Cohen's kappa", isShare: false },
  linear: { name: 'kappa, linear weights', isShare: false },
  quadratic: { name: 'kappa, quadratic weights', isShare: false },
  icc: { name: 'ICC(2,1)', isShare: false },
} as const satisfies Record<AgreementFigure, { readonly name: string; readonly isShare: boolean }>;

/** A figure of agreement as it is shown. */
export interface FigureText {
  readonly name: string;
  readonly value: string;
  readonly interval: string;
}

export function figureText({ figure, value, interval }: Estimate): FigureText {
  const { name, isShare } = FIGURES[figure];
  const written = (number: number) => (isShare ? `${(100 * number).toFixed(1)}%` : number.toFixed(2));
  return {
    name,
    value: value === undefined ? NOT_DEFINED : written(value),
    interval: interval === undefined ? '' : `${written(interval.low)} to ${written(interval.high)}`,
  };
}

/** How the intervals of a set of figures came about. */
export function intervalNote({ seed }: RaterAgreement): string {
  return `95% intervals: percentile bootstrap, ${grouped(RESAMPLES)} resamples, seed ${seed}.`;
}

/** What became of the cases that are not in the matrix of reviewed levels. */
export function openNote({ open, unassigned }: ExpectedLevels): string {
  const all = open.within + open.outside;
  return [
    `Open cases are apart: ${grouped(all)}. The reviewer's level is within their range in ${grouped(open.within)}.`,
    ...(unassigned > 0 ? [`Cases without a reviewer's level: ${grouped(unassigned)}.`] : []),
  ].join(' ');
}

/** How many cases another rule set places otherwise. */
export function comparedNotes({ same, higher, lower, range, apart, unasked }: ComparedRuleSet): string[] {
  const parts = [
    `${grouped(same)} alike`,
    `${grouped(higher)} higher here`,
    `${grouped(lower)} lower here`,
    ...(range > 0 ? [`${grouped(range)} over another range`] : []),
  ];
  return [
    `${parts.join(', ')}.`,
    ...(apart > 0 ? [`${counted(apart, 'case')} with an answer that it does not know: not compared.`] : []),
    ...(unasked.length > 0 ? [`Only it asks ${unasked.join(', ')}: open in every case.`] : []),
  ];
}

/** What the rows of a matrix are, then what its columns are. */
export function matrixCaption(other: string): string {
  return `${other} (row) and suggested level (column)`;
}

/** The two placements of a case that is placed otherwise: `IOP → PHP`. */
export function moveText(ruleSet: RuleSet, { own, other }: PlacementDifference): string {
  return `${rangeWords(ruleSet, other.lowest, other.highest)} → ${rangeWords(ruleSet, own.lowest, own.highest)}`;
}

/** Whether the own placement is the higher one. */
export function directionText(direction: Direction): string {
  switch (direction) {
    case 'higher':
    case 'lower':
      return direction;
    case 'range':
      return 'another range';
    default:
      return direction satisfies never;
  }
}

/**
 * The rules that decided, by id: the own ones beside a reviewer; beside another rule set those that hold the case up
 * where it is placed higher.
 */
export function decidedBy({ own, other }: PlacementDifference, isBesideRuleSet: boolean): string {
  if (!isBesideRuleSet) {
    if (own.reasons.length > 0) return listed(own);
    return own.lowest === own.highest ? 'no rule asks for more' : 'no rule in force yet';
  }
  if (own.lowest === other.lowest) return 'rules that may still hold';
  return own.lowest > other.lowest ? `here ${listed(own)}` : `there ${listed(other)}`;
}

function listed({ reasons }: Placement): string {
  return reasons.map((rules) => rules.join(' or ')).join(', ');
}
