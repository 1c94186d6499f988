import type { Move, Version } from '../core/version-difference.ts';
import { countText } from './count-text.ts';
import { casesSection } from './difference-cases.ts';
import { changeSections } from './difference-changes.ts';
import { effectsSection, questionsSection } from './difference-effects.ts';
import { levelTable, moveSection } from './difference-levels.ts';
import type { ComparedVersion, DifferenceLook, DifferencePage, Section } from './difference-page.ts';
import { identityText } from './identity.ts';
import { shareText } from './share-text.ts';
import { wrapped } from './text-lines.ts';

/** The difference of two versions to read: what moves, why, and what the edits leave as it was. */
export function renderDifference(page: DifferencePage, look: DifferenceLook): string {
  const { difference } = page;
  const sections: readonly Section[] = [
    questionsSection(page, look),
    ...(difference.moves.length > 0 ? [levelTable(page, look)] : []),
    ...loweredFirst(difference.moves).map((move) => moveSection(page, move, look)),
    effectsSection(page, look),
    ...changeSections(page, look),
    casesSection(page, look),
  ];
  const blocks = sections.flatMap(({ title, lines }) =>
    lines.length === 0 ? [] : [[look.theme.heading(title), ...lines].join('\n')],
  );
  return `${[
    versionLines(page, look).join('\n'),
    wrapped(summary(page), look.width).map(look.theme.strong).join('\n'),
    ...blocks,
    ...footer(page, look),
  ].join('\n\n')}\n`;
}

function versionLines({ versions }: DifferencePage, { width }: DifferenceLook): string[] {
  const line = (version: Version, { identity, given }: ComparedVersion) =>
    wrapped(`${identityText(identity)} · ${given}`, width, `${version}  `);
  return [...line('old', versions.old), ...line('new', versions.new)];
}

/** What most needs to be looked at comes first. */
function loweredFirst(moves: readonly Move[]): Move[] {
  return moves.toSorted((a, b) => Number(b.to < b.from) - Number(a.to < a.from));
}

/** The answer in a sentence or two: does anything move, how much, which way, and does an alert fall silent. */
function summary({ difference }: DifferencePage): string {
  const { compared, moves, effects, alertsLost } = difference;
  if (compared === 0n) return 'No combination of answers is known to both versions: nothing can be compared.';
  const all = `${countText(compared)} possible combinations of answers`;
  if (moves.length === 0 && effects.length === 0) {
    return `No decision differs: level, alerts, advice and rechecks are the same for all ${all}.`;
  }
  const alerts = alertsLost.cases === 0n ? '' : ` ${countText(alertsLost.cases)} lose their alert.`;
  if (moves.length === 0) return `No level differs: it is the same for all ${all}.${alerts}`;
  const count = (moved: readonly Move[]) => moved.reduce((sum, { cases }) => sum + cases, 0n);
  const higher = count(moves.filter(({ from, to }) => to > from));
  const lower = count(moves.filter(({ from, to }) => to < from));
  const moved = `${countText(higher + lower)} of ${all} move (${shareText(higher + lower, compared)})`;
  const way =
    lower === 0n
      ? ', all to a higher level'
      : higher === 0n
        ? ', all to a lower level'
        : `: ${countText(higher)} to a higher level, ${countText(lower)} to a lower one`;
  return `${moved}${way}.${alerts}`;
}

function footer({ difference, written }: DifferencePage, { width, theme }: DifferenceLook): string[] {
  const hasExamples = difference.moves.length > 0 || difference.effects.some(({ asWritten }) => !asWritten);
  const note =
    written.length > 0
      ? `Examples written: ${written.join(', ')}`
      : hasExamples
        ? '`--examples FOLDER` writes each example as a case file that `carestep explain` reads.'
        : '';
  return note === '' ? [] : [wrapped(note, width).map(theme.quiet).join('\n')];
}
