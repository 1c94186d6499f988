import type { Rule, RuleSet } from '../core/rule-set.ts';
import type { WaysTo } from '../explain/explanation.ts';
import { answerTexts, changesText, changeText, questionTitles } from './answer-text.ts';
import { type ExplainedCase, recheckParts, ruleWithId, safetyFirst } from './explained-case.ts';
import { levelAt, levelWord, levelWords, rangeWords } from './level-word.ts';
import { counted, reasonText } from './reason-text.ts';
import type { ReportPart, ReportPoint, ReportSubject } from './report.ts';
import { asSentence, citationText, PRACTICE_NOTE } from './rule-sentence.ts';

/** What the clinician decided, apart from what the answers lead to. */
export function placementPart({ ruleSet, explanation: { outcome }, agreement }: ReportSubject): ReportPart {
  const title = 'Placement';
  if (agreement === undefined) return { title, points: [] };
  // A record may be older than the rule set: a level or reason that it no longer has stands as its id.
  const named = (id: string) => {
    const level = ruleSet.levels.find((candidate) => candidate.id === id);
    return level === undefined ? id : levelWord(level);
  };
  switch (agreement.decision) {
    case 'agreed': {
      const how = outcome.settled ? 'as suggested' : 'one of the levels still possible';
      return { title, points: points([`placed at ${named(agreement.placed)}, ${how}`]) };
    }
    case 'overridden': {
      const reason = ruleSet.overrideReasons.find(({ id }) => id === agreement.reason)?.label;
      const suggested = rangeWords(ruleSet, outcome.lowest, outcome.highest);
      return {
        title,
        points: points([
          `placed at ${named(agreement.placed)} by the clinician; the answers lead to ${suggested}`,
          `reason: ${reason ?? agreement.reason}`,
          `note: ${agreement.note}`,
        ]),
      };
    }
    case 'undecided':
      return { title, points: points(['no placement was chosen']) };
    default:
      return agreement satisfies never;
  }
}

/** The criteria that are met, each with its sources. */
export function whyPart({ ruleSet, explanation: { outcome } }: ExplainedCase): ReportPart {
  const word = levelWord(levelAt(ruleSet, outcome.lowest));
  const title = outcome.settled ? `Why ${word}` : `Why at least ${word}`;
  if (outcome.reasons.length === 0)
    return { title, points: points([`no criterion that is met asks for more than ${word}`]) };
  return {
    title,
    points: outcome.reasons.map((reason) => ({
      text: sentence(reasonText(ruleSet, reason)),
      basis: reason.rules.map((id) => basisOf(ruleSet, ruleWithId(ruleSet, id))).join('; '),
    })),
  };
}

/** The fewest answers that rule out every lower level. */
export function notLowerPart({ ruleSet, answers, explanation }: ExplainedCase): ReportPart {
  const title = 'Why not lower';
  const { whyNotLower } = explanation;
  if (whyNotLower === undefined) return { title, points: [] };
  const lower = levelWords(ruleSet, [whyNotLower.level]);
  const enough = answerTexts(ruleSet, whyNotLower.answers, answers);
  const how = enough.length === 1 ? 'This answer by itself rules' : 'These answers together rule';
  return {
    title,
    lead: `${sentence(`${lower} does not meet the need`)} ${how} it out:`,
    points: points(enough),
  };
}

/** The criterion nearest to asking for more, and what it lacks. */
export function notHigherPart({ ruleSet, explanation }: ExplainedCase): ReportPart {
  const title = 'Why not higher';
  const { whyNotHigher } = explanation;
  if (whyNotHigher === undefined) return { title, points: [] };
  const higher = levelWords(ruleSet, [whyNotHigher.level]);
  const { nearest } = whyNotHigher;
  if (nearest === undefined) {
    const never = `no criterion for ${higher} is met, and no change of present answers meets one`;
    return { title, points: points([never]) };
  }
  const rule = ruleWithId(ruleSet, nearest.rule);
  const others =
    nearest.otherRules > 0 ? ` ${sentence(`${counted(nearest.otherRules, 'other')} as near`)}` : '';
  return {
    title,
    lead: `No criterion for ${higher} is met. The nearest:`,
    points: [
      {
        text: `${sentence(rule.because)} Lacking: ${asSentence(changesText(ruleSet, nearest.lacks))}${others}`,
        basis: basisOf(ruleSet, rule),
      },
    ],
  };
}

/** The fewest answers that would have to be different for the nearest level below and the nearest above. */
export function changesPart({ ruleSet, explanation: { outcome, otherLevels } }: ExplainedCase): ReportPart {
  const below = otherLevels.filter(({ level }) => level < outcome.lowest);
  const above = otherLevels.filter(({ level }) => level > outcome.lowest);
  const nearest = [
    ...below.toSorted((a, b) => b.level - a.level).slice(0, 1),
    ...above.toSorted((a, b) => a.level - b.level).slice(0, 1),
  ];
  return { title: 'What would change it', points: nearest.map((ways) => nearestWay(ruleSet, ways)) };
}

function nearestWay(ruleSet: RuleSet, { level, ways, total }: WaysTo): ReportPoint {
  const [way] = ways;
  if (way === undefined) throw new RangeError('a level that can be reached has a way to it');
  const isExact = way.lowest === level && way.highest === level;
  const then = isExact ? '' : ` (then ${rangeWords(ruleSet, way.lowest, way.highest)})`;
  const changes = way.changes.map(
    (change, index) => `${index === 0 ? '' : 'and '}${changeText(ruleSet, change)}`,
  );
  const others = total > 1 ? [`or ${counted(total - 1, 'other way')} with as few changes`] : [];
  return { text: `To ${levelWords(ruleSet, [level])}${then}:`, details: [...changes, ...others] };
}

export function planPart({ ruleSet, explanation }: ExplainedCase): ReportPart {
  const advice = explanation.outcome.advice.map((id) => ruleWithId(ruleSet, id));
  return {
    title: 'Plan and barriers',
    points: advice.flatMap((rule) => (rule.kind === 'advise' ? [{ text: sentence(rule.advise) }] : [])),
  };
}

export function disagreementPart({ ruleSet, answers, explanation }: ExplainedCase): ReportPart {
  const rechecks = explanation.outcome.rechecks.map((id) => recheckParts(ruleSet, id));
  return {
    title: 'Answers to check again',
    points: rechecks.map(({ questions, because }) => ({
      text: `${sentence(answerTexts(ruleSet, questions, answers).join(' and '))} ${sentence(because)}`,
    })),
  };
}

export function openPart({ ruleSet, explanation: { outcome } }: ExplainedCase): ReportPart {
  const open = questionTitles(ruleSet, safetyFirst(ruleSet, outcome.open));
  const can = outcome.settled ? 'raise an alert' : 'change the level';
  return {
    title: 'Still open',
    lead: `Not answered, and able to ${can}:`,
    points: open.length === 0 ? [] : points([open.join(', ')]),
  };
}

/** The rule by its id, and where it comes from; each source once, with all its headings. */
export function basisOf(ruleSet: RuleSet, rule: Rule): string {
  const documents = [...new Set(rule.sources.map(({ document }) => document))];
  const sources = documents.map((document) => {
    const cited = rule.sources.filter((citation) => citation.document === document);
    const headings = cited.flatMap(({ section }) => (section === undefined ? [] : [`“${section}”`]));
    return [citationText(ruleSet, { document }), ...headings].join(', ');
  });
  return [rule.id, ...sources, ...(rule.practice ? [PRACTICE_NOTE] : [])].join('; ');
}

function points(texts: readonly string[]): readonly ReportPoint[] {
  return texts.map((text) => ({ text: sentence(text) }));
}

function sentence(text: string): string {
  return asSentence(text.charAt(0).toUpperCase() + text.slice(1));
}
