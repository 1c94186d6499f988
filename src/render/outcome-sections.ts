import { alertOf } from '../core/rule-set.ts';
import type { WaysTo } from '../explain/explanation.ts';
import { answerTexts, changesText, questionTitles } from './answer-text.ts';
import { type ExplainedCase, recheckParts, recheckTitle, ruleWithId, safetyFirst } from './explained-case.ts';
import type { Section } from './folding.ts';
import type { Labelled } from './labelled.ts';
import { levelAt, levelWord, levelWords, rangeWords } from './level-word.ts';
import { counted, reasonText, ruleName } from './reason-text.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** No lines at all: a section with nothing to say. */
const NOTHING: Section = { full: [], folds: [] };

/** The emergency on top: what was found and what to do. The findings fold to the first, the instruction never. */
export function alertSection({ ruleSet, explanation }: ExplainedCase, width: number, theme: Theme): Section {
  const found = explanation.outcome.alerts.map((id) => alertOf(ruleWithId(ruleSet, id)) ?? '');
  if (found.length === 0) return NOTHING;
  const form = (shown: number) => {
    const left = found.length - shown;
    const texts = found.slice(0, shown).map((text, index) => {
      const isLast = index === shown - 1;
      return isLast && left > 0 ? `${text} (and ${counted(left, 'more alert')})` : text;
    });
    return [
      ...texts.flatMap((text) => wrapped(text, width, 'ALERT: ')).map(theme.alert),
      ...wrapped(ruleSet.emergency, width).map(theme.strong),
    ];
  };
  return {
    full: form(found.length),
    folds: [
      { price: 16, lines: form(2) },
      { price: 43, lines: form(1) },
    ],
  };
}

/** Why the level is what it is: reasons by weight; those that ask for less are only counted. */
export function whySection(subject: ExplainedCase, at: Labelled): Section {
  const { ruleSet, explanation } = subject;
  const { outcome } = explanation;
  if (outcome.reasons.length === 0) {
    const none = `no rule in force asks for more than ${levelWords(ruleSet, [outcome.lowest])}`;
    return { full: at.parts('Why', [none]), folds: [] };
  }
  const label = outcome.settled ? 'Why' : `At least ${levelWord(levelAt(ruleSet, outcome.lowest))}`;
  const form = (shown: number) => {
    const reasons = outcome.reasons
      .slice(0, shown)
      .flatMap((reason) => wrapped(reasonText(ruleSet, reason), at.room, '· '));
    const more = outcome.reasons.length - shown;
    const rest = [
      ...(more > 0 ? [counted(more, 'more reason')] : []),
      ...(outcome.lowerRules.length > 0
        ? [`${counted(outcome.lowerRules.length, 'rule')} asking for less`]
        : []),
    ];
    return at.beside(label, [...reasons, ...(rest.length > 0 ? [`  and ${rest.join(', ')}`] : [])]);
  };
  return {
    full: form(outcome.reasons.length),
    folds: [
      { price: 20, lines: form(3) },
      { price: 32, lines: form(2) },
      { price: 45, lines: form(1) },
    ],
  };
}

/** The fewest given answers that by themselves rule out every lower level. */
export function notLowerSection({ ruleSet, answers, explanation }: ExplainedCase, at: Labelled): Section {
  const { whyNotLower } = explanation;
  if (whyNotLower === undefined) return NOTHING;
  const level = levelWord(levelAt(ruleSet, whyNotLower.level));
  const enough = answerTexts(ruleSet, whyNotLower.answers, answers);
  const text = `not ${level}, because of ${enough.join(' and ')}`;
  return {
    full: at.parts('Why not lower', [text]),
    folds: [{ price: 41, lines: at.cut('Why not lower', text, 1) }],
  };
}

/** The rule nearest to asking for more, and what it lacks. */
export function notHigherSection({ ruleSet, explanation }: ExplainedCase, at: Labelled): Section {
  const { whyNotHigher } = explanation;
  if (whyNotHigher === undefined) return NOTHING;
  const level = levelWord(levelAt(ruleSet, whyNotHigher.level));
  const { nearest } = whyNotHigher;
  if (nearest === undefined) {
    const none = `no rule asks for ${level}, and no change of present answers makes one ask`;
    return { full: at.parts('Why not higher', [none]), folds: [] };
  }
  const short = `no rule asks for ${level}; the nearest lacks ${changesText(ruleSet, nearest.lacks)}`;
  const { because } = ruleWithId(ruleSet, nearest.rule);
  const others = nearest.otherRules > 0 ? `; ${counted(nearest.otherRules, 'other rule')} as near` : '';
  return {
    full: at.parts('Why not higher', [`${short} (${because}${others})`]),
    folds: [
      { price: 12, lines: at.parts('Why not higher', [short]) },
      { price: 42, lines: at.cut('Why not higher', short, 1) },
    ],
  };
}

/** The fewest answers that would have to be different for each other level. */
export function changesSection({ ruleSet, explanation }: ExplainedCase, at: Labelled): Section {
  const { otherLevels } = explanation;
  if (otherLevels.length === 0) return NOTHING;
  const label = 'Would change';
  const wayText = ({ level, total, ways }: WaysTo, shown: number) => {
    const texts = ways.slice(0, shown).map((way) => {
      const changes = changesText(ruleSet, way.changes);
      const isExact = way.lowest === level && way.highest === level;
      return isExact ? changes : `${changes} (then ${rangeWords(ruleSet, way.lowest, way.highest)})`;
    });
    const left = total - texts.length;
    const more = left > 0 ? `; or ${counted(left, 'other way')}` : '';
    return `to ${levelWord(levelAt(ruleSet, level))}: ${texts.join('; or ')}${more}`;
  };
  const each = (shown: number) => otherLevels.map((ways) => wayText(ways, shown));
  const [nearest = ''] = each(1);
  const left = otherLevels.length - 1;
  const more = left > 0 ? ` (and ${counted(left, 'other level')})` : '';
  return {
    full: at.beside(
      label,
      each(3).flatMap((text) => wrapped(text, at.room, '· ')),
    ),
    folds: [
      {
        price: 14,
        lines: at.beside(
          label,
          each(1).flatMap((text) => wrapped(text, at.room, '· ')),
        ),
      },
      { price: 36, lines: at.parts(label, [nearest + more]) },
      { price: 44, lines: at.cut(label, nearest + more, 2) },
    ],
  };
}

/** Points for the plan, barriers among them; folded, each is named by its rule. */
export function adviceSection({ ruleSet, explanation }: ExplainedCase, at: Labelled): Section {
  const rules = explanation.outcome.advice.map((id) => ruleWithId(ruleSet, id));
  if (rules.length === 0) return NOTHING;
  const label = 'Plan, barriers';
  const texts = rules.flatMap((rule) => (rule.kind === 'advise' ? wrapped(rule.advise, at.room, '· ') : []));
  const names = rules.map((rule) => ruleName(rule.id));
  return {
    full: at.beside(label, texts),
    folds: [
      { price: 10, lines: at.list(label, names, 3) },
      { price: 30, lines: at.list(label, names, 2) },
      { price: 40, lines: at.list(label, names, 1) },
    ],
  };
}

/** Answers that disagree, and why they should be looked at again; all keep their effect. */
export function recheckSection({ ruleSet, answers, explanation }: ExplainedCase, at: Labelled): Section {
  const rechecks = explanation.outcome.rechecks.map((id) => recheckParts(ruleSet, id));
  if (rechecks.length === 0) return NOTHING;
  const label = 'Check again';
  const full = rechecks.map(
    ({ questions, because }) => `${answerTexts(ruleSet, questions, answers).join(' and ')}: ${because}`,
  );
  const pairs = rechecks.map((recheck) => recheckTitle(ruleSet, recheck));
  return {
    full: at.beside(
      label,
      full.flatMap((text) => wrapped(text, at.room, '· ')),
    ),
    folds: [
      { price: 18, lines: at.list(label, pairs, 2) },
      { price: 38, lines: at.list(label, pairs, 1) },
    ],
  };
}

/** The questions that can still change the level or, once it is settled, raise an alert; safety first. */
export function openSection({ ruleSet, explanation }: ExplainedCase, at: Labelled): Section {
  const open = safetyFirst(ruleSet, explanation.outcome.open);
  if (open.length === 0) return NOTHING;
  const titles = questionTitles(ruleSet, open);
  const label = `${explanation.outcome.settled ? 'May alert' : 'Open'} (${open.length})`;
  return {
    full: at.list(label, titles, titles.length),
    folds: [
      { price: 25, lines: at.list(label, titles, 3) },
      { price: 34, lines: at.list(label, titles, 2) },
      { price: 39, lines: at.list(label, titles, 1) },
    ],
  };
}
