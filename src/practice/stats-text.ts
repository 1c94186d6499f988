import type { RuleSet } from '../core/rule-set.ts';
import { ruleWithId } from '../render/explained-case.ts';
import { labelled } from '../render/labelled.ts';
import { levelWord } from '../render/level-word.ts';
import { counted } from '../render/reason-text.ts';
import type { Look } from '../render/screen.ts';
import { aligned, cut, wrapped } from '../render/text-lines.ts';
import { caseCount } from '../statistics/confusion-matrix.ts';
import { bar, sparkline } from './chart.ts';
import { figureText, percentText } from './figure-text.ts';
import { placementLines } from './placement-matrix.ts';
import type { CriterionMemory } from './schedule.ts';
import { casesIn, type DimensionTally, type PracticeStats, type Tally } from './stats.ts';

/** What is asked of the schedule beside the figures. */
export interface ScheduleState {
  readonly due: number;
  readonly memory: ReadonlyMap<string, CriterionMemory>;
  /** Criteria that give a level, in all. */
  readonly criteria: number;
}

const BAR_WIDTH = 10;
const MISSED_SHOWN = 3;

/** The figures of a trainee's practice for a terminal. */
export function renderStats(
  ruleSet: RuleSet,
  stats: PracticeStats,
  schedule: ScheduleState,
  { width, theme }: Look,
): string {
  const { all, agreement, pairs, stretches } = stats;
  const cases = casesIn(all);
  const at = labelled(width, theme);
  const kappa = agreement.estimates.find(({ figure }) => figure === 'quadratic') ?? {};
  const placed = decidedIn(all);
  const share = (part: number) => `${part} of ${placed} (${percentText(part, placed)})`;
  const pairCount = pairs.right + pairs.wrong + pairs.unsure;
  const lines = [
    ...wrapped(
      `Practice so far: ${counted(cases, 'case')}${pairCount > 0 ? `, ${counted(pairCount, 'pair')}` : ''}`,
      width,
    ).map(theme.strong),
    '',
    ...at.parts('Same level', [share(all.same)]),
    ...at.parts('Lower', [share(all.lower)]),
    ...at.parts('Higher', [share(all.higher)]),
    ...(all.possible > 0
      ? at.parts('One of several', [`${all.possible}, where the story leaves several levels possible`])
      : []),
    ...(all.unsure > 0 ? at.parts('Unsure', [String(all.unsure)]) : []),
    ...(pairCount > 0 ? at.parts('Pairs', [`${pairs.right} of ${pairCount} right`]) : []),
    ...at.parts('Weighted kappa', [figureText(kappa, agreement.cases, 'quadratic')]),
    ...(stretches.length > 1
      ? at.parts('Over time', [`${sparkline(stretches.map(sameShare))}  ${timeNote(stats)}`])
      : []),
    ...block('By what decides', dimensionLines(ruleSet, stats.dimensions, width), theme.heading),
    ...block(
      'Your placements (columns) beside the criteria (rows)',
      caseCount(agreement.matrix) === 0
        ? []
        : placementLines(ruleSet.levels.map(levelWord), agreement.matrix, width),
      theme.heading,
    ),
    ...block('Missed most often', missedLines(ruleSet, stats, width), theme.heading),
    '',
    ...at.parts('Criteria', [scheduleText(schedule)]),
  ];
  return `${lines.join('\n')}\n`;
}

function block(title: string, lines: readonly string[], heading: (text: string) => string): string[] {
  return lines.length === 0 ? [] : ['', heading(title), ...lines];
}

/** The cases that were right or wrong. */
function decidedIn({ same, lower, higher }: Tally): number {
  return same + lower + higher;
}

function sameShare(tally: Tally): number {
  return tally.same / decidedIn(tally);
}

function timeNote({ stretches }: PracticeStats): string {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return '';
  const percent = (tally: Tally) => percentText(tally.same, decidedIn(tally));
  return `same level, ${decidedIn(first)} cases a column: ${percent(first)} at first, ${percent(last)} at last`;
}

function dimensionLines(ruleSet: RuleSet, tallies: readonly DimensionTally[], width: number): string[] {
  const titles = aligned(
    tallies.map(({ dimension }) =>
      cut(
        dimension === undefined ? 'Nothing asks for more' : (ruleSet.dimensions[dimension]?.title ?? ''),
        Math.floor(width / 2),
      ),
    ),
  );
  return tallies.flatMap((tally, row) => {
    const cases = casesIn(tally);
    const others = [
      ...(tally.lower > 0 ? [`${tally.lower} lower`] : []),
      ...(tally.higher > 0 ? [`${tally.higher} higher`] : []),
      ...(tally.possible > 0 ? [`${tally.possible} of several`] : []),
      ...(tally.unsure > 0 ? [`${tally.unsure} unsure`] : []),
    ];
    const figures = `${bar(tally.same, cases, BAR_WIDTH)} ${tally.same} of ${cases}`;
    return wrapped(
      others.length === 0 ? figures : `${figures}, ${others.join(', ')}`,
      width,
      `  ${titles[row]}  `,
    );
  });
}

function missedLines(ruleSet: RuleSet, { missed }: PracticeStats, width: number): string[] {
  return missed.slice(0, MISSED_SHOWN).flatMap(({ rule, times }) => {
    const { because } = ruleWithId(ruleSet, rule);
    return wrapped(`${because} (${rule}, ${counted(times, 'time')})`, width, '  · ');
  });
}

function scheduleText({ due, memory, criteria }: ScheduleState): string {
  const learned = [...memory.values()].filter(({ isLearned }) => isLearned).length;
  return `${memory.size} of ${criteria} have come up; ${learned} known, ${due} due now`;
}
