import type { Agreement, ScreeningRecord } from '../core/record.ts';
import type { CareStep, MovedAnswer, RecordComparison } from '../core/record-comparison.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { DECISION_SUPPORT_NOTE } from './identity.ts';
import { labelled } from './labelled.ts';
import {
  recordedAnswer,
  recordedNeed,
  recordedPlacement,
  recordedQuestion,
  recordedReason,
} from './recorded-words.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

const STEP_WORDS = {
  up: 'step up',
  down: 'step down',
  same: 'the same',
  unclear: 'neither up nor down: the ranges overlap',
} as const satisfies Record<CareStep, string>;

const DIRECTIONS = [
  ['more-serious', 'More serious'],
  ['less-serious', 'Less serious'],
  ['other', 'Otherwise'],
] as const satisfies readonly (readonly [MovedAnswer['direction'], string])[];

const RULE_CHANGES = {
  same: undefined,
  reworded: 'The wording of the rules changed in between, but no decision.',
  changed: 'The rules changed in between: the level may have moved because of that.',
} as const satisfies Record<RecordComparison['rules'], string | undefined>;

/** Two records of a case: which way need and placement went, which answers moved, when to look again. */
export function renderRecordComparison(
  ruleSet: RuleSet,
  comparison: RecordComparison,
  { width, theme }: { readonly width: number; readonly theme: Theme },
): string {
  const { earlier, later, moved, reviewDue } = comparison;
  const at = labelled(width, theme);
  const rules = RULE_CHANGES[comparison.rules];
  const needs = [earlier, later].map(({ outcome }) => recordedNeed(ruleSet, outcome));
  const step = comparison.placement === undefined ? '' : `: ${STEP_WORDS[comparison.placement]}`;
  const placements = [earlier, later].map(({ agreement }) => recordedPlacement(ruleSet, agreement));
  const whys = [earlier, later].flatMap((record) => overrideText(ruleSet, record));
  const answers = DIRECTIONS.flatMap(([direction, label]) => {
    const texts = moved
      .filter((answer) => answer.direction === direction)
      .map((answer) => movedText(ruleSet, answer));
    return texts.length === 0
      ? []
      : at.beside(
          label,
          texts.flatMap((text) => wrapped(text, at.room, '· ')),
        );
  });
  const lines = [
    ...wrapped(`Case ${earlier.case}, from ${earlier.day} to ${later.day}`, width).map(theme.strong),
    ...(rules === undefined ? [] : wrapped(rules, width).map(theme.caution)),
    '',
    ...at.parts('Need', [`${needs.join(' → ')}: ${STEP_WORDS[comparison.need]}`]),
    ...at.parts('Placement', [`${placements.join(' → ')}${step}`, ...whys]),
    ...(reviewDue === undefined ? [] : at.parts('Review by', [reviewDue])),
    '',
    ...(moved.length === 0 ? wrapped('No answer moved.', width) : answers),
    '',
    ...wrapped(DECISION_SUPPORT_NOTE, width).map(theme.quiet),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for other programs, by ids; `null` means that there is none. */
export function recordComparisonJson({ earlier, later, ...comparison }: RecordComparison) {
  return {
    case: earlier.case,
    earlier: sideJson(earlier),
    later: sideJson(later),
    rules: comparison.rules,
    need: comparison.need,
    placement: comparison.placement ?? null,
    moved: comparison.moved,
    review_due: comparison.reviewDue ?? null,
  };
}

function sideJson({ day, rule_set, outcome, agreement }: ScreeningRecord): {
  readonly day: string;
  readonly rule_set: ScreeningRecord['rule_set'];
  readonly lowest: string;
  readonly highest: string;
  readonly agreement: Agreement;
} {
  return { day, rule_set, lowest: outcome.lowest, highest: outcome.highest, agreement };
}

function overrideText(ruleSet: RuleSet, { day, agreement }: ScreeningRecord): string[] {
  if (agreement.decision !== 'overridden') return [];
  return [`${day}: ${recordedReason(ruleSet, agreement.reason)}: ${agreement.note}`];
}

function movedText(ruleSet: RuleSet, { question, from, to }: MovedAnswer): string {
  const [before, after] = [from, to].map((answer) => recordedAnswer(ruleSet, question, answer));
  return `${recordedQuestion(ruleSet, question)}: ${before} → ${after}`;
}
