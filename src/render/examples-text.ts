import { type Answers, OPEN, UNKNOWN } from '../core/answers.ts';
import type { Example } from '../core/example.ts';
import type { Coverage, Difference, ExampleResult, Goal, MutationReport } from '../core/example-report.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { applicability } from '../core/truth.ts';
import { type ExamplesReport, resultsOf } from './examples-report.ts';
import { GOAL_KINDS, goalText } from './goal-text.ts';
import { identityText } from './identity.ts';
import { levelAt } from './level-word.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** How to write a report on examples; `all` shows every gap. */
export interface ExamplesLook {
  readonly width: number;
  readonly all: boolean;
  readonly theme: Theme;
}

/** How many gaps, and how many survivors, are shown before the rest is counted. */
const SHOWN = 10;

/** The report for people: what failed first, then what the examples do not show. */
export function renderExamples(report: ExamplesReport, look: ExamplesLook): string {
  const { ruleSet, identity, coverage, mutation } = report;
  const blocks = [
    ...resultsOf(report).failed.map((result) => failureLines(result, ruleSet, look)),
    summaryLines(report, look),
    coverageLines(coverage, ruleSet, look),
    ...(mutation === undefined ? [] : [mutationLines(mutation, ruleSet, look)]),
    [look.theme.quiet(identityText(identity))],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function failureLines(
  { example, differences }: ExampleResult,
  ruleSet: RuleSet,
  look: ExamplesLook,
): string[] {
  const { theme, width } = look;
  return [
    ...wrapped(`${example.id} (${example.path}:${example.line})`, width, '✗ ').map(theme.alert),
    ...(example.story === undefined ? [] : wrapped(example.story, width, '  ')),
    ...differences.flatMap((difference) => differenceLines(difference, ruleSet, width)),
  ];
}

function differenceLines(difference: Difference, ruleSet: RuleSet, width: number): string[] {
  if (difference.kind === 'levels') {
    const range = ({ lowest, highest }: { lowest: number; highest: number }) =>
      lowest === highest
        ? levelAt(ruleSet, lowest).id
        : `${levelAt(ruleSet, lowest).id} to ${levelAt(ruleSet, highest).id}`;
    const { expected, actual } = difference;
    return wrapped(`expected ${range(expected)}, is ${range(actual)}`, width, '  level: ');
  }
  const { kind, missing, unexpected } = difference;
  return [
    ...(missing.length === 0 ? [] : wrapped(missing.join(', '), width, `  ${kind}, missing: `)),
    ...(unexpected.length === 0 ? [] : wrapped(unexpected.join(', '), width, `  ${kind}, not expected: `)),
  ];
}

function summaryLines(report: ExamplesReport, { width, theme }: ExamplesLook): string[] {
  const { passed, failed, silent } = resultsOf(report);
  const passing = passed.length === 1 ? '1 example passes' : `${passed.length} examples pass`;
  const failing =
    failed.length === 0 ? 'none fails' : failed.length === 1 ? '1 fails' : `${failed.length} fail`;
  const unclaimed =
    silent.length === 0 ? '' : `; evaluated, but without anything expected: ${silent.length} more`;
  const style = failed.length === 0 ? theme.chosen : theme.alert;
  return wrapped(`${passing}, ${failing}${unclaimed}`, width, 'Examples: ').map(style);
}

function coverageLines(coverage: Coverage, ruleSet: RuleSet, look: ExamplesLook): string[] {
  const { width, theme } = look;
  const { goals, unreachable } = coverage;
  const gaps = goals.filter(({ reachedBy }) => reachedBy.length === 0);
  const percent = goals.length === 0 ? 100 : Math.floor((100 * (goals.length - gaps.length)) / goals.length);
  const style = gaps.length === 0 ? theme.chosen : theme.caution;
  const counts = kindsOf(goals.map(({ goal }) => goal)).map((kind) => {
    const ofKind = goals.filter(({ goal }) => goal.kind === kind);
    const reached = ofKind.filter(({ reachedBy }) => reachedBy.length > 0).length;
    return `${reached} of ${ofKind.length} ${GOAL_KINDS[kind]}`;
  });
  const shown = look.all ? gaps : gaps.slice(0, SHOWN);
  const hidden = gaps.length - shown.length;
  const totals = `${goals.length - gaps.length} of ${goals.length} goals reached (${percent} %)`;
  return [
    ...wrapped(totals, width, 'Coverage: ').map(style),
    ...wrapped(counts.join(', '), width, '  '),
    ...(gaps.length === 0 ? [] : ['  not reached:']),
    ...shown.flatMap(({ goal }) => wrapped(goalText(goal, ruleSet), width, '    - ')),
    ...(hidden === 0 ? [] : wrapped(`and ${hidden} more: see them with --all`, width, '    - ')),
    ...(gaps.length === 0 ? [] : wrapped('--suggest writes examples that close these gaps', width, '    ')),
    ...(unreachable.length === 0
      ? []
      : wrapped('proven out of reach of every case, and not counted:', width, '  ')),
    ...unreachable.flatMap(({ goal, because }) => [
      ...wrapped(goalText(goal, ruleSet), width, '    - '),
      ...wrapped(because, width, '      ').map(theme.quiet),
    ]),
  ];
}

function kindsOf(goals: readonly Goal[]): Goal['kind'][] {
  return [...new Set(goals.map(({ kind }) => kind))];
}

function mutationLines(mutation: MutationReport, ruleSet: RuleSet, look: ExamplesLook): string[] {
  const { made, equivalent, killed, survivors } = mutation;
  const { width, theme } = look;
  const shown = look.all ? survivors : survivors.slice(0, SHOWN);
  const hidden = survivors.length - shown.length;
  const counted =
    `${made} small mistakes made in the rules, ${equivalent} of them without effect; ` +
    `the examples notice ${killed}, and miss ${survivors.length}`;
  return [
    ...wrapped(counted, width, 'Mutants: ').map(survivors.length === 0 ? theme.chosen : theme.caution),
    ...shown.flatMap(({ mutant, answers, base, expect }) => [
      ...wrapped(`${ruleSet.rules[mutant.rule]?.id}: ${mutant.change}`, width, '    - '),
      ...wrapped(
        `an example that says the ${expect} of ${caseText(answers, base, ruleSet)} would notice`,
        width,
        '      ',
      ),
    ]),
    ...(hidden === 0 ? [] : wrapped(`and ${hidden} more: see them with --all`, width, '    - ')),
  ];
}

/** A case by what sets it apart from an example, or from the case with the first answer to every question. */
function caseText(answers: Answers, base: Example | undefined, ruleSet: RuleSet): string {
  const changed = ruleSet.questions.flatMap((question, index) => {
    const given = answers[index] ?? OPEN;
    if (given === (base?.answers[index] ?? 0)) return [];
    if (applicability(ruleSet, question, answers) === 'cannot_hold') return [];
    return [`${question.id}: ${question.answers[given]?.id ?? UNKNOWN}`];
  });
  const start = base === undefined ? 'the first answer to every question' : `\`${base.id}\``;
  return changed.length === 0 ? start : `${start} but ${changed.join(', ')}`;
}
