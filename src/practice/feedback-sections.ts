import { alertOf } from '../core/rule-set.ts';
import { answerTexts, changesText } from '../render/answer-text.ts';
import { ruleWithId } from '../render/explained-case.ts';
import type { Section } from '../render/folding.ts';
import type { Labelled } from '../render/labelled.ts';
import { levelAt, levelWord, levelWords, rangeWords } from '../render/level-word.ts';
import { counted, reasonText } from '../render/reason-text.ts';
import { basisOf } from '../render/report-parts.ts';
import { asSentence } from '../render/rule-sentence.ts';
import { wrapped } from '../render/text-lines.ts';
import type { Theme } from '../render/theme.ts';
import type { Feedback } from './feedback.ts';
import { asksText } from './verdict-text.ts';

const NOTHING: Section = { full: [], folds: [] };

/** What stands under one label: points, each with what may be left out where room is scarce. */
interface Point {
  readonly text: string;
  readonly basis?: string;
}

/** The level that a reviewer gave a published case, apart from what the criteria give. */
export function assignedSection({ vignette: { assigned } }: Feedback, at: Labelled): Section {
  if (assigned === undefined) return NOTHING;
  const { level, citation, note } = assigned;
  const given = `${level} (${citation.replace(/\.$/, '')})`;
  const full = at.parts('As published', [given, ...(note === undefined ? [] : [note])]);
  return { full, folds: [{ price: 50, lines: at.cut('As published', given, 2) }] };
}

/** What would be an emergency if the case were more than a story. */
export function alertSection({ ruleSet, explanation }: Feedback, at: Labelled, theme: Theme): Section {
  const [first, ...others] = explanation.outcome.alerts.map((id) => alertOf(ruleWithId(ruleSet, id)) ?? '');
  if (first === undefined) return NOTHING;
  const all = [first, ...others].flatMap((text) => wrapped(text, at.room, '· '));
  const more = others.length > 0 ? ` (and ${counted(others.length, 'more alert')})` : '';
  const short = wrapped(`${first}${more}`, at.room);
  return {
    full: at.beside('Raises an alert', all.map(theme.alert)),
    folds: [{ price: 30, lines: at.beside('Raises an alert', short.map(theme.alert)) }],
  };
}

/** The criteria that give the level; where the placement is lower, those that ask for more than it. */
export function whySection(feedback: Feedback, at: Labelled, theme: Theme): Section {
  const { ruleSet, answers, explanation, mark } = feedback;
  const { outcome } = explanation;
  if (mark.overlooked.length > 0) {
    const deciding = new Set(outcome.reasons.flatMap(({ rules }) => rules));
    const weight = (id: string) => (deciding.has(id) ? 0 : 1);
    const points = mark.overlooked
      .toSorted((a, b) => weight(a.rule.id) - weight(b.rule.id))
      .map(({ rule, by }) => ({
        text: `${asksText(ruleSet, rule)}: ${rule.because} (${answerTexts(ruleSet, by, answers).join('; ')})`,
        basis: basisOf(ruleSet, rule),
      }));
    return pointsSection('Overlooked', points, 'more criterion', at, theme);
  }
  const level = levelAt(ruleSet, outcome.lowest);
  if (outcome.reasons.length === 0) {
    return {
      full: at.parts('Why', [`no criterion that is met asks for more than ${levelWord(level)}`]),
      folds: [],
    };
  }
  const points = outcome.reasons.map((reason) => ({
    text: reasonText(ruleSet, reason),
    basis: reason.rules.map((id) => basisOf(ruleSet, ruleWithId(ruleSet, id))).join('; '),
  }));
  const label = outcome.settled ? 'Why' : 'Why at least';
  return pointsSection(label, points, 'more reason', at, theme);
}

/** After a placement below the criteria: those it was content with. */
export function heededSection({ ruleSet, mark }: Feedback, at: Labelled): Section {
  const { verdict, heeded, commitment } = mark;
  if (verdict !== 'lower' || heeded.length === 0 || commitment.placed === undefined) return NOTHING;
  const texts = heeded.map(({ rule }) => `${asksText(ruleSet, rule)}: ${rule.because}`);
  const criteria = heeded.length === 1 ? '1 criterion that asks' : `${heeded.length} criteria that ask`;
  return {
    full: at.beside(
      'You heeded',
      texts.flatMap((text) => wrapped(text, at.room, '· ')),
    ),
    folds: [
      {
        price: 8,
        lines: at.parts('You heeded', [
          `${criteria} for no more than ${levelWords(ruleSet, [commitment.placed])}`,
        ]),
      },
    ],
  };
}

/** After a placement above the criteria: what would ask for it, and what that lacks. */
export function overWeightedSection({ ruleSet, mark }: Feedback, at: Labelled, theme: Theme): Section {
  const { verdict, overWeighted, commitment } = mark;
  if (verdict !== 'higher' || commitment.placed === undefined) return NOTHING;
  const level = levelWords(ruleSet, [commitment.placed]);
  if (overWeighted.length === 0) {
    const none = `no criterion asks for ${level}, and no change of present answers makes one ask`;
    return { full: at.parts('Over-weighted', [none]), folds: [] };
  }
  const points = overWeighted.map(({ rule, lacks }) => ({
    text: `${asksText(ruleSet, rule)}: ${rule.because}; not met, for it lacks ${changesText(ruleSet, lacks)}`,
    basis: basisOf(ruleSet, rule),
  }));
  return pointsSection('Over-weighted', points, 'more criterion', at, theme);
}

/** How the marked answers compare with those on which the level rests. */
export function reasonsSection({ ruleSet, answers, explanation, mark }: Feedback, at: Labelled): Section {
  const { reasons } = mark;
  if (reasons === undefined) return NOTHING;
  const { lowest } = explanation.outcome;
  const { proven, deciding, overlooked, overWeighted } = reasons;
  const list = (questions: readonly number[]) => answerTexts(ruleSet, questions, answers).join('; ');
  const proves =
    lowest === 0
      ? ['nothing here asks for more, so no answer had to be marked']
      : [
          proven >= lowest
            ? `what you marked proves ${levelWords(ruleSet, [lowest])} by itself`
            : `what you marked proves ${proven === 0 ? 'no level above the first' : `at least ${levelWords(ruleSet, [proven])}`} by itself`,
        ];
  const full = at.beside(
    'Your reasons',
    [
      ...proves,
      ...(deciding.length > 0 ? [`decides: ${list(deciding)}`] : []),
      ...(overlooked.length > 0 ? [`overlooked: ${list(overlooked)}`] : []),
      ...(overWeighted.length > 0 ? [`not needed for this level: ${list(overWeighted)}`] : []),
    ].flatMap((text) => wrapped(text, at.room, '· ')),
  );
  return { full, folds: [{ price: 33, lines: at.parts('Your reasons', proves) }] };
}

/** The one way to another level that needs the fewest answers changed. */
export function flipSection({ ruleSet, explanation }: Feedback, at: Labelled): Section {
  const ways = explanation.otherLevels.flatMap(({ ways: [way] }) => (way === undefined ? [] : [way]));
  const size = (way: (typeof ways)[number]) => way.changes.length;
  const [nearest] = ways.toSorted((a, b) => size(a) - size(b));
  if (nearest === undefined) return NOTHING;
  const then = rangeWords(ruleSet, nearest.lowest, nearest.highest);
  const text = `${changesText(ruleSet, nearest.changes)}; then ${then}`;
  return {
    full: at.parts('Would flip it', [text]),
    folds: [{ price: 40, lines: at.cut('Would flip it', text, 2) }],
  };
}

/** What a written vignette is there to teach. */
export function teachesSection({ vignette: { teaches } }: Feedback, at: Labelled): Section {
  return teaches === undefined ? NOTHING : { full: at.parts('The point', [asSentence(teaches)]), folds: [] };
}

/** Points in a list: in full with where they come from, then without, then fewer, with a count of the rest. */
function pointsSection(
  label: string,
  points: readonly Point[],
  more: string,
  at: Labelled,
  theme: Theme,
): Section {
  const form = (shown: number, withBasis: boolean) => {
    const left = points.length - shown;
    const lines = points
      .slice(0, shown)
      .flatMap(({ text, basis }) => [
        ...wrapped(text, at.room, '· '),
        ...(withBasis && basis !== undefined ? wrapped(basis, at.room, '  ').map(theme.quiet) : []),
      ]);
    return at.beside(label, [...lines, ...(left > 0 ? [`  and ${left} ${plural(more, left)}`] : [])]);
  };
  return {
    full: form(points.length, true),
    folds: [
      { price: 15, lines: form(3, true) },
      { price: 18, lines: form(2, true) },
      { price: 31, lines: form(1, true) },
      { price: 44, lines: form(1, false) },
    ],
  };
}

function plural(noun: string, count: number): string {
  return count === 1 ? noun : noun.endsWith('criterion') ? noun.replace(/on$/, 'a') : `${noun}s`;
}
