import stringWidth from 'string-width';
import { identityLines } from './every-page.ts';
import type { ExplainedCase } from './explained-case.ts';
import { foldToFit, type Section } from './folding.ts';
import { labelled } from './labelled.ts';
import { headline, ladderLine, ladderLines } from './ladder.ts';
import { levelAt } from './level-word.ts';
import {
  adviceSection,
  alertSection,
  changesSection,
  notHigherSection,
  notLowerSection,
  openSection,
  recheckSection,
  whySection,
} from './outcome-sections.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** Above the price of lists cut to a few lines, below that of reasons cut to one. */
const GAP_PRICE = 28;

/** How to write an outcome for a terminal. */
export interface OutcomeLook {
  readonly width: number;
  /** Lines of the terminal; one is left for the prompt. 24 if absent. */
  readonly height?: number;
  /** Fold nothing away, and say all about the level. */
  readonly all: boolean;
  readonly theme: Theme;
}

/**
 * The result of one case as a page: the alert on top, the level, the reasons, what would change it, the plan, what is
 * open. The least important sections fold until the page fits the terminal; each says how much it leaves out.
 */
export function renderOutcome(
  subject: ExplainedCase,
  { width, height = 24, all, theme }: OutcomeLook,
): string {
  const at = labelled(width, theme);
  const level = all ? levelInFull(subject, width, theme) : levelSection(subject, width, theme);
  const sections = spaced([
    [alertSection(subject, width, theme)],
    [level, openSection(subject, at)],
    [
      whySection(subject, at),
      notLowerSection(subject, at),
      notHigherSection(subject, at),
      changesSection(subject, at),
    ],
    [adviceSection(subject, at), recheckSection(subject, at)],
  ]);
  const footer = identityLines(subject, width, theme);
  const room = all ? Number.POSITIVE_INFINITY : height - 1 - footer.length;
  const whole = foldToFit(sections, room);
  if (!whole.isFolded) return page([...whole.lines, ...footer]);
  const note = wrapped('Folded to fit this screen; --all shows everything.', width).map(theme.quiet);
  return page([...foldToFit(sections, room - note.length).lines, ...note, ...footer]);
}

/** Each group with something to say, and a gap after it. A gap closes before any text of weight is folded. */
function spaced(groups: readonly (readonly Section[])[]): Section[] {
  return groups
    .filter((group) => group.some(({ full }) => full.length > 0))
    .flatMap((group) => [...group, { full: [''], folds: [{ price: GAP_PRICE, lines: [] }] }]);
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function opening({ id, ruleSet, explanation }: ExplainedCase, width: number, theme: Theme): string[] {
  const title = wrapped(headline(ruleSet, explanation.outcome), width).map(theme.strong);
  return [...(id === undefined ? [] : wrapped(`Case ${id}`, width).map(theme.quiet)), ...title];
}

/** The level in words with its hours, and its place on the ladder. */
function levelSection(subject: ExplainedCase, width: number, theme: Theme): Section {
  const { ruleSet, explanation } = subject;
  const { outcome } = explanation;
  const dose = outcome.settled ? wrapped(levelAt(ruleSet, outcome.lowest).dose, width) : [];
  const line = ladderLine(ruleSet, outcome, theme);
  const ladder = stringWidth(line) <= width ? [line] : ladderLines(ruleSet, outcome, theme);
  return { full: [...opening(subject, width, theme), ...dose, ...ladder], folds: [] };
}

/** All that the rule set says about each level still possible. */
function levelInFull(subject: ExplainedCase, width: number, theme: Theme): Section {
  const { ruleSet, explanation } = subject;
  const { outcome } = explanation;
  const at = labelled(width, theme);
  const levels = outcome.possible.flatMap((index) => {
    const level = levelAt(ruleSet, index);
    return [
      '',
      ...(outcome.settled ? [] : wrapped(level.name, width).map(theme.strong)),
      ...at.parts('Hours', [level.dose]),
      ...at.parts('Place', [level.place]),
      ...at.parts('Suited for', [level.suitedFor]),
      ...at.parts('A week', [level.week]),
      ...at.parts('Usual length', [level.length]),
      ...at.parts('Review', [level.review]),
      ...at.parts('Next step', [level.nextStep]),
    ];
  });
  const ladder = ladderLines(ruleSet, outcome, theme);
  return { full: [...opening(subject, width, theme), ...ladder, ...levels], folds: [] };
}
