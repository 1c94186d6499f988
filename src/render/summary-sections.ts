import { NOT_APPLICABLE } from '../core/outcome.ts';
import { alertOf } from '../core/rule-set.ts';
import type { Counted } from '../core/scoring-summary.ts';
import { questionAt } from './answer-text.ts';
import { grouped } from './case-share.ts';
import { recheckParts, recheckTitle, ruleWithId } from './explained-case.ts';
import { levelAt, levelWord, rangeWords } from './level-word.ts';
import { ruleName } from './reason-text.ts';
import type { SummaryPage } from './summary-page.ts';

/** What shares are of where nothing narrower is meant. */
export const ALL_CASES = 'all cases';

/** One thing that was counted. */
export interface SummaryBar {
  readonly label: string;
  /** Its id in the rule set. */
  readonly id?: string;
  /** What it means, in a sentence. */
  readonly says?: string;
  readonly cases: number;
  /** For a level, where it stands on the ladder: 0 at the bottom, 1 on top. `open` is a range of levels. */
  readonly tone?: number | 'open' | 'alert';
}

/** Things counted in the same cases. A case may count for several of them. */
export interface SummarySection {
  readonly title: string;
  /** The part of the page that it stands in; sections of one part follow each other. */
  readonly part: string;
  /** How many cases there are to be counted. */
  readonly whole: number;
  /** What the shares are shares of. */
  readonly shareOf: string;
  /** Few enough to show all of them, also those that no case has. */
  readonly isClosedList?: true;
  readonly bars: readonly SummaryBar[];
}

/** What was counted, in the order in which it is shown; a section without a bar is left out. */
export function summarySections(page: SummaryPage): SummarySection[] {
  return [
    levelSection(page),
    alertSection(page),
    ...driverSections(page),
    unknownSection(page),
    ...adviceSections(page),
    recheckSection(page),
    rejectSection(page),
  ].filter(({ bars }) => bars.length > 0);
}

function levelSection({ ruleSet, summary }: SummaryPage): SummarySection {
  const top = ruleSet.levels.length - 1;
  const settled = ruleSet.levels.map((level, index) => ({
    label: levelWord(level),
    cases: summary.settled[index] ?? 0,
    tone: index / top,
  }));
  const open = summary.open.map(({ lowest, highest, cases }) => ({
    label: `open: ${rangeWords(ruleSet, lowest, highest)}`,
    cases,
    tone: 'open' as const,
  }));
  return {
    part: 'Suggested levels',
    title: 'Suggested levels',
    whole: summary.scored,
    shareOf: ALL_CASES,
    isClosedList: true,
    bars: [...settled, ...open],
  };
}

function alertSection({ ruleSet, summary }: SummaryPage): SummarySection {
  const bars = summary.alerts.map(({ of: id, cases }) => {
    return {
      label: ruleName(id),
      id,
      says: alertOf(ruleWithId(ruleSet, id)) ?? '',
      cases,
      tone: 'alert' as const,
    };
  });
  return { part: 'Alerts', title: 'Alerts', whole: summary.scored, shareOf: ALL_CASES, bars };
}

function driverSections({ ruleSet, summary }: SummaryPage): SummarySection[] {
  return summary.drivers.map((drivers, level) => {
    const word = levelWord(levelAt(ruleSet, level));
    const above = summary.open.filter(({ lowest }) => lowest === level);
    const whole = above.reduce((sum, { cases }) => sum + cases, summary.settled[level] ?? 0);
    return {
      part: 'What drives each level',
      title: `At least ${word}`,
      whole,
      shareOf: `the ${grouped(whole)} whose lowest level is ${word}`,
      bars: drivers.map(({ of: rules, cases }) => ({
        label: rules.map(ruleName).join(' or '),
        id: rules.join('|'),
        says: rules.map((id) => ruleWithId(ruleSet, id).because).join('; or '),
        cases,
        tone: level / (ruleSet.levels.length - 1),
      })),
    };
  });
}

function unknownSection({ ruleSet, summary }: SummaryPage): SummarySection {
  const bars = summary.unknowns.map(({ of: index, cases }) => {
    const { title, id, prompt } = questionAt(ruleSet, index);
    return { label: title, id, says: prompt, cases };
  });
  const title = 'Unknown answers that still matter';
  return { part: title, title, whole: summary.scored, shareOf: ALL_CASES, bars };
}

function adviceSections({ ruleSet, summary }: SummaryPage): SummarySection[] {
  return ruleSet.dimensions.map(({ title }, dimension) => ({
    part: 'Barriers and points for the plan',
    title,
    whole: summary.scored,
    shareOf: ALL_CASES,
    bars: summary.advice.flatMap(({ of: id, cases }: Counted<string>) => {
      const rule = ruleWithId(ruleSet, id);
      if (rule.kind !== 'advise' || rule.dimension !== dimension) return [];
      return [{ label: ruleName(id), id, says: rule.advise, cases }];
    }),
  }));
}

function recheckSection({ ruleSet, summary }: SummaryPage): SummarySection {
  const bars = summary.rechecks.map(({ of: id, cases }) => {
    const parts = recheckParts(ruleSet, id);
    const isOwn = id.startsWith(NOT_APPLICABLE);
    return { label: isOwn ? recheckTitle(ruleSet, parts) : ruleName(id), id, says: parts.because, cases };
  });
  const title = 'Answers that disagree';
  return { part: title, title, whole: summary.scored, shareOf: ALL_CASES, bars };
}

function rejectSection({ summary }: SummaryPage): SummarySection {
  const bars = summary.rejects.map(({ of: id, cases }) => ({ label: id.replaceAll('-', ' '), id, cases }));
  const title = 'Rejected rows';
  return { part: title, title, whole: summary.rejected, shareOf: 'rejected rows', bars };
}
