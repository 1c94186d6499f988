import { atOrAbove, is, type Predicate } from './case.ts';
import type { LevelId } from './criteria-questions.ts';

/** A rule of the table "Rules out": the levels passed over where it holds. */
export interface RuleOut {
  readonly levels: readonly LevelId[];
  readonly when: Predicate;
}

/** The table "Rules out". */
export const RULES_OUT = {
  'schedule.symptoms-prevent-attendance': {
    levels: ['iop'],
    when: (c) => is(c, 'attendance', 'symptoms_prevent'),
  },

  'schedule.substance-use-blocks-participation': {
    levels: ['iop'],
    when: (c) => is(c, 'substance_use', 'prevents_participation'),
  },

  'schedule.no-safe-place': {
    levels: ['iop'],
    when: (c) => is(c, 'living_situation', 'no_safe_place'),
  },

  'schedule.no-safe-place-in-danger': {
    levels: ['iop', 'php'],
    when: (c) =>
      is(c, 'living_situation', 'no_safe_place') &&
      (atOrAbove(c, 'monitoring_need', 'daily') ||
        atOrAbove(c, 'safe_between_visits', 'with_support') ||
        atOrAbove(c, 'suicidal_thoughts', 'active') ||
        atOrAbove(c, 'self_care', 'struggling') ||
        atOrAbove(c, 'substance_use', 'risky')),
  },
} as const satisfies Readonly<Record<string, RuleOut>>;
