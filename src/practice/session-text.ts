import { counted, ruleName } from '../render/reason-text.ts';
import type { Look } from '../render/screen.ts';
import { cut, wrapped } from '../render/text-lines.ts';
import type { Mark } from './mark.ts';
import type { PairMark } from './pair-mark.ts';
import type { Vignette } from './vignette.ts';

/** The lines before the first case: what this is, what is kept, how to leave. */
export function practiceOpening(keepsProgress: boolean, { width, theme }: Look): string[] {
  const kept = keepsProgress
    ? 'Your answers are kept on this machine, where only you can read them; `carestep practice erase` erases them.'
    : 'Nothing you answer is stored.';
  return [
    ...wrapped(
      'carestep practice: read a story, place the person, then see what the criteria give and why. No story is about a client of yours.',
      width,
    ),
    ...wrapped(`${kept} Ctrl-C leaves at any time.`, width),
  ].map(theme.quiet);
}

/** A case of a session: its number, then its story. */
export function caseLines(title: string, { text }: Pick<Vignette, 'text'>, { width, theme }: Look): string[] {
  const rule = '─'.repeat(Math.max(0, width - 1 - title.length - 1));
  return [
    '',
    theme.quiet(cut(`${title} ${rule}`, width)),
    '',
    ...text.flatMap((paragraph, index) => [...(index === 0 ? [] : ['']), ...wrapped(paragraph, width)]),
    '',
  ];
}

/** So many criteria are named; the rest are counted. */
const NAMED = 4;

/** What a session came to, in a sentence or two. `missed` are the ids of the criteria missed, each once. */
export function sessionSummary(verdicts: readonly Mark['verdict'][], missed: readonly string[]): string {
  const count = (verdict: Mark['verdict']) => verdicts.filter((one) => one === verdict).length;
  const parts = [
    `${count('same')} as the criteria give`,
    ...(count('lower') > 0 ? [`${count('lower')} lower`] : []),
    ...(count('higher') > 0 ? [`${count('higher')} higher`] : []),
    ...(count('unsure') > 0 ? [`${count('unsure')} unsure`] : []),
  ];
  const names = missed.slice(0, NAMED).map(ruleName);
  const left = missed.length - names.length;
  const again = [...names, ...(left > 0 ? [`${left} more`] : [])].join(', ');
  return [
    `${counted(verdicts.length, 'case')}: ${parts.join(', ')}.`,
    ...(missed.length > 0 ? [`Coming up again: ${again}.`] : []),
  ].join(' ');
}

/** The same of a session of pairs. */
export function pairsSummary(marks: readonly Pick<PairMark, 'pick' | 'pair'>[]): string {
  const right = marks.filter(({ pick, pair }) => pick === pair.needsMore).length;
  const unsure = marks.filter(({ pick }) => pick === undefined).length;
  const rest = unsure > 0 ? `, ${unsure} unsure` : '';
  return `${counted(marks.length, 'pair')}: ${right} as the criteria say${rest}.`;
}
