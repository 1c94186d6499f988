import type { Agreement } from '../core/record.ts';
import type { ExplainedCase } from './explained-case.ts';

/** What a report is about: a case, and what a clinician did with it where that is known. */
export interface ReportSubject extends ExplainedCase {
  /** `YYYY-MM-DD`, where the screening was held. */
  readonly day?: string;
  /** Questions (indexes) that were asked and answered with *unknown*. */
  readonly unknown?: ReadonlySet<number>;
  /** What the clinician noted, by question id. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly agreement?: Agreement;
}

/** One statement of a report. */
export interface ReportPoint {
  readonly text: string;
  /** What it consists of. */
  readonly details?: readonly string[];
  /** The rule behind it and the sources that rule rests on. */
  readonly basis?: string;
}

/** A heading with statements under it; a part without any is left out. */
export interface ReportPart {
  readonly title: string;
  readonly lead?: string;
  readonly points: readonly ReportPoint[];
}

/** One level on the ladder of a report. */
export interface ReportRung {
  readonly word: string;
  /** `below` and `above` are relative to what the answers lead to. */
  readonly standing: 'suggested' | 'possible' | 'below' | 'between' | 'above';
  /** The clinician chose it. */
  readonly isPlaced: boolean;
}

/** The answers to the questions of one dimension. */
export interface AnswersOfDimension {
  readonly title: string;
  readonly answers: readonly GivenAnswer[];
}

/** A question and what was answered, in the rule set's words. */
export interface GivenAnswer {
  readonly question: string;
  readonly answer: string;
  /** What the clinician noted. */
  readonly note?: string;
}

/** A report as plain words in order, for every form alike. Texts are not escaped for any form. */
export interface Report {
  readonly headline: string;
  /** Case and day, where they are known. */
  readonly about: readonly string[];
  readonly alerts: readonly string[];
  /** What to do; only with an alert. */
  readonly emergency?: string;
  /** What the rule set says of the level, or of each that is still possible. */
  readonly level: readonly (readonly [label: string, text: string])[];
  /** Least intensive first. */
  readonly rungs: readonly ReportRung[];
  readonly placement: ReportPart;
  readonly reasoning: readonly ReportPart[];
  readonly plan: readonly ReportPart[];
  readonly answers: readonly AnswersOfDimension[];
  /** Which rules decided, and that they only support a judgment. */
  readonly footer: string;
}
