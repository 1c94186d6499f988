import { OPEN } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { answerText } from '../render/answer-text.ts';
import { DECISION_SUPPORT_NOTE, identityText, type RuleSetIdentity } from '../render/identity.ts';
import { labelled } from '../render/labelled.ts';
import { levelWords } from '../render/level-word.ts';
import { basisOf } from '../render/report-parts.ts';
import type { Look } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';
import type { PairMark } from './pair-mark.ts';
import { caseLines } from './session-text.ts';
import { asksText } from './verdict-text.ts';
import type { VignettePair } from './vignette.ts';

/** Two cases of a session, one below the other. */
export function pairLines(title: string, { first, second }: VignettePair, look: Look): string[] {
  const story = (word: string, { text }: VignettePair['first']) => [
    ...wrapped(word, look.width).map(look.theme.heading),
    ...text.flatMap((paragraph) => wrapped(paragraph, look.width)),
    '',
  ];
  return [
    ...caseLines(title, { text: [] }, look).slice(0, -1),
    ...story('The first', first),
    ...story('The second', second),
  ];
}

/** What tells the two cases apart, and what the criteria make of it. */
export function pairFeedbackLines(
  ruleSet: RuleSet,
  identity: RuleSetIdentity,
  { pair, pick, levels, deciding }: PairMark,
  { width, theme }: Look,
): string[] {
  const at = labelled(width, theme);
  const { needsMore, question } = pair;
  const other = needsMore === 'first' ? 'second' : 'first';
  const words = `${levelWords(ruleSet, [levels[needsMore]])} beside ${levelWords(ruleSet, [levels[other]])}`;
  const verdict =
    pick === needsMore
      ? `The ${needsMore} needs more, as you say: ${words}.`
      : pick === undefined
        ? `Unsure is an answer. By the criteria the ${needsMore} needs more: ${words}.`
        : `By the criteria it is the ${needsMore} that needs more: ${words}.`;
  const given = (one: 'first' | 'second') =>
    `${one}: ${answerText(ruleSet, question, pair[one].answers[question] ?? OPEN)}`;
  return [
    ...wrapped(verdict, width).map(theme.strong),
    '',
    ...at.parts(
      'What differs',
      [given('first'), given('second')].map((text) => `· ${text}`),
    ),
    ...at.beside(
      'Why',
      deciding.flatMap((rule) => [
        ...wrapped(`${asksText(ruleSet, rule)}: ${rule.because}`, at.room, '· '),
        ...wrapped(basisOf(ruleSet, rule), at.room, '  ').map(theme.quiet),
      ]),
    ),
    ...wrapped(`${identityText(identity)} · ${DECISION_SUPPORT_NOTE}`, width).map(theme.quiet),
  ];
}
