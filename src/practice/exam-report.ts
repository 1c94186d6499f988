import type { RuleSet } from '../core/rule-set.ts';
import { changesText } from '../render/answer-text.ts';
import { ruleWithId } from '../render/explained-case.ts';
import { DECISION_SUPPORT_NOTE, identityText, type RuleSetIdentity } from '../render/identity.ts';
import { levelAt, levelWord } from '../render/level-word.ts';
import { reasonText } from '../render/reason-text.ts';
import { basisOf } from '../render/report-parts.ts';
import { asSentence } from '../render/rule-sentence.ts';
import { type RaterAgreement, raterAgreement } from '../statistics/agreement.ts';
import { confusionMatrix } from '../statistics/confusion-matrix.ts';
import type { Feedback } from './feedback.ts';
import { figureText, percentText } from './figure-text.ts';
import { asksText, placedWord, verdictText } from './verdict-text.ts';

/** An exam that is over: who took it, and each case with its feedback. */
export interface ExamSubject {
  readonly ruleSet: RuleSet;
  readonly identity: RuleSetIdentity;
  readonly rater?: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly seed: number;
  readonly cases: readonly Feedback[];
}

/** One case of an exam for a supervisor, in plain words. */
export interface ExamReportCase {
  readonly title: string;
  readonly story: readonly string[];
  readonly isSame: boolean;
  /** Placement and criteria in a sentence. */
  readonly verdict: string;
  /** The criteria that give the level, and after a placement above them what it would have needed. */
  readonly points: readonly { readonly text: string; readonly basis: string }[];
  /** Of a published case. */
  readonly assigned?: string;
}

/** The result of an exam as plain words in order, for every form alike. Texts are not escaped for any form. */
export interface ExamReport {
  readonly title: string;
  readonly about: readonly string[];
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly levels: readonly string[];
  /** Rows are what the criteria give. */
  readonly agreement: RaterAgreement;
  readonly cases: readonly ExamReportCase[];
  readonly footer: string;
}

/** The intervals of the same exam are the same on every machine. */
const SEED = 1;

export function examReport(subject: ExamSubject): ExamReport {
  const { ruleSet, identity, rater, day, seed, cases } = subject;
  const count = (verdict: Feedback['mark']['verdict']) =>
    cases.filter(({ mark }) => mark.verdict === verdict).length;
  const unsure = count('unsure');
  const placed = cases.length - unsure;
  const share = (part: number) => `${part} of ${placed} (${percentText(part, placed)})`;
  const agreement = raterAgreement(
    confusionMatrix(
      ruleSet.levels.length,
      cases.flatMap(({ mark, explanation: { outcome } }): [number, number][] =>
        mark.commitment.placed === undefined ? [] : [[outcome.lowest, mark.commitment.placed]],
      ),
    ),
    SEED,
  );
  const kappa = agreement.estimates.find(({ figure }) => figure === 'quadratic') ?? {};
  return {
    title: 'Practice exam',
    about: [...(rater === undefined ? [] : [`Rater ${rater}`]), day, `${cases.length} cases`, `seed ${seed}`],
    facts: [
      ['Same level', share(count('same'))],
      ['Lower', share(count('lower'))],
      ['Higher', share(count('higher'))],
      ['Unsure', String(unsure)],
      ['Weighted kappa', figureText(kappa, agreement.cases, 'quadratic')],
    ],
    levels: ruleSet.levels.map(levelWord),
    agreement,
    cases: cases.map(reportCase),
    footer: `${identityText(identity)} · Stories for practice, not people. ${DECISION_SUPPORT_NOTE}`,
  };
}

function reportCase(feedback: Feedback, index: number): ExamReportCase {
  const { ruleSet, explanation, vignette, mark } = feedback;
  const { outcome } = explanation;
  const placed = placedWord(ruleSet, mark.commitment.placed);
  const given = levelWord(levelAt(ruleSet, outcome.lowest));
  const { assigned } = vignette;
  return {
    title: `${index + 1}. ${titleText(mark, placed, given)}`,
    story: vignette.text,
    isSame: mark.verdict === 'same',
    verdict:
      mark.verdict === 'unsure' ? `Unsure. The criteria give ${given}.` : verdictText(ruleSet, outcome, mark),
    points: casePoints(feedback),
    ...(assigned && {
      assigned: asSentence(
        [`As published: ${assigned.level} (${assigned.citation.replace(/\.$/, '')})`, assigned.note]
          .filter((part) => part !== undefined)
          .join('. '),
      ),
    }),
  };
}

function titleText({ verdict }: Feedback['mark'], placed: string, given: string): string {
  switch (verdict) {
    case 'same':
      return `${given}, as the criteria give`;
    case 'lower':
    case 'higher':
      return `Placed at ${placed}; the criteria give ${given}`;
    case 'unsure':
      return `Unsure; the criteria give ${given}`;
    default:
      return verdict satisfies never;
  }
}

function casePoints({ ruleSet, explanation, mark }: Feedback): ExamReportCase['points'] {
  const { reasons, lowest } = explanation.outcome;
  const why = reasons.map((reason) => ({
    text: sentence(reasonText(ruleSet, reason)),
    basis: reason.rules.map((id) => basisOf(ruleSet, ruleWithId(ruleSet, id))).join('; '),
  }));
  const none = sentence(`no criterion that is met asks for more than ${levelWord(levelAt(ruleSet, lowest))}`);
  const lacking = mark.overWeighted.map(({ rule, lacks }) => ({
    text: `Not met: ${asksText(ruleSet, rule)}. ${sentence(`it lacks ${changesText(ruleSet, lacks)}`)}`,
    basis: basisOf(ruleSet, rule),
  }));
  return [...(why.length === 0 ? [{ text: none, basis: '' }] : why), ...lacking];
}

function sentence(text: string): string {
  return asSentence(text.charAt(0).toUpperCase() + text.slice(1));
}
