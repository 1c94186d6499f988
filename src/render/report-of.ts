import { alertOf, type RuleSet } from '../core/rule-set.ts';
import { ruleWithId } from './explained-case.ts';
import { DECISION_SUPPORT_NOTE, identityText } from './identity.ts';
import { headline } from './ladder.ts';
import { levelAt, levelWord } from './level-word.ts';
import type { Report, ReportPart, ReportRung, ReportSubject } from './report.ts';
import { answersGiven } from './report-answers.ts';
import {
  changesPart,
  disagreementPart,
  notHigherPart,
  notLowerPart,
  openPart,
  placementPart,
  planPart,
  whyPart,
} from './report-parts.ts';

/** A case on one page, for a chart: what is suggested, what it rests on, what to do, what was answered. */
export function reportOf(subject: ReportSubject): Report {
  const { id, day, ruleSet, identity, explanation } = subject;
  const { outcome } = explanation;
  const alerts = outcome.alerts.map((rule) => alertOf(ruleWithId(ruleSet, rule)) ?? '');
  const withPoints = (parts: readonly ReportPart[]) => parts.filter(({ points }) => points.length > 0);
  return {
    headline: headline(ruleSet, outcome),
    about: [...(id === undefined ? [] : [`Case ${id}`]), ...(day === undefined ? [] : [day])],
    alerts,
    ...(alerts.length > 0 && { emergency: ruleSet.emergency }),
    level: outcome.settled ? levelFacts(ruleSet, outcome.lowest) : rangeFacts(ruleSet, outcome.possible),
    rungs: rungs(subject),
    placement: placementPart(subject),
    reasoning: withPoints([
      whyPart(subject),
      notLowerPart(subject),
      notHigherPart(subject),
      changesPart(subject),
    ]),
    plan: withPoints([planPart(subject), disagreementPart(subject), openPart(subject)]),
    answers: answersGiven(subject),
    footer: `${identityText(identity)} · ${DECISION_SUPPORT_NOTE}`,
  };
}

function levelFacts(ruleSet: RuleSet, index: number): Report['level'] {
  const { dose, place, review, nextStep } = levelAt(ruleSet, index);
  return [
    ['Hours', dose],
    ['Place', place],
    ['Review', review],
    ['Next step', nextStep],
  ];
}

function rangeFacts(ruleSet: RuleSet, possible: readonly number[]): Report['level'] {
  return possible.map((index) => {
    const level = levelAt(ruleSet, index);
    return [levelWord(level), level.dose];
  });
}

function rungs({ ruleSet, explanation: { outcome }, agreement }: ReportSubject): ReportRung[] {
  const standing = (index: number): ReportRung['standing'] => {
    if (index < outcome.lowest) return 'below';
    if (index > outcome.highest) return 'above';
    if (!outcome.possible.includes(index)) return 'between';
    return outcome.settled ? 'suggested' : 'possible';
  };
  return ruleSet.levels.map((level, index) => ({
    word: levelWord(level),
    standing: standing(index),
    isPlaced: agreement?.placed === level.id,
  }));
}
