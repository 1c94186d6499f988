import type { Answers } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { Move, MoveBlame, VersionDifference } from '../core/version-difference.ts';
import { answerText } from './answer-text.ts';
import { conditionText } from './condition-text.ts';
import { countText } from './count-text.ts';
import type { DifferenceLook, DifferencePage, Section } from './difference-page.ts';
import { labelled } from './labelled.ts';
import { matrixLines } from './level-matrix.ts';
import { levelAt, levelWord } from './level-word.ts';
import { shareText } from './share-text.ts';
import { wrapped } from './text-lines.ts';

const NONE = '·';
/** How many rules, or sets of rules, are named for one move; all of them stand in the JSON. */
const MOST_BLAME = 5;

/** How many combinations go from which level to which: a table, or a list where a table would be too wide. */
export function levelTable({ difference }: DifferencePage, { width, theme }: DifferenceLook): Section {
  const words = difference.versions.new.levels.map(levelWord);
  const cells = difference.matrix.map((row) => row.map((count) => (count === 0n ? NONE : countText(count))));
  const { isTable, head, lines } = matrixLines(words, cells, NONE, width);
  const note = 'Each count is of possible combinations of answers, not of patients.';
  return {
    title: isTable ? 'From the old level (row) to the new one (column)' : 'From the old level to the new one',
    lines: [
      ...(head === undefined ? [] : [theme.quiet(head)]),
      ...lines,
      ...wrapped(note, width).map(theme.quiet),
    ],
  };
}

/** One move: how much moves, which answers describe a part of it, which rules are behind it, and a case. */
export function moveSection(
  { difference }: DifferencePage,
  move: Move,
  { width, theme }: DifferenceLook,
): Section {
  const { versions, compared, matrix } = difference;
  const word = (level: number) => levelWord(levelAt(versions.new, level));
  const { parts } = labelled(width, theme);
  const before = matrix[move.from]?.reduce((sum, count) => sum + count, 0n) ?? 0n;
  const exact = move.cases.toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
  return {
    title: `${word(move.from)} → ${word(move.to)}`,
    lines: [
      ...parts('  How many', [
        `${exact} ${move.cases === 1n ? 'combination' : 'combinations'}: ${shareText(move.cases, compared)} of all, ${shareText(move.cases, before)} of those at ${word(move.from)} before`,
      ]),
      ...parts('  Where', regionTexts(versions.new, move)),
      ...parts('  Why', blameTexts(difference, move)),
      ...parts('  Example', [exampleText(versions.new, move.example)]),
    ],
  };
}

/** What makes a case differ from the one with the first answer to every question. */
export function exampleText(ruleSet: RuleSet, answers: Answers): string {
  const texts = ruleSet.questions.flatMap((_, question) => {
    const answer = answers[question] ?? 0;
    return answer === 0 ? [] : [answerText(ruleSet, question, answer)];
  });
  if (texts.length === 0) return 'the first answer to every question';
  return `${texts.join('; ')}; otherwise the first answer to every question`;
}

/** The answers that describe a part of a move, and how much of the move that is. */
function regionTexts(ruleSet: RuleSet, { from, to, cases, region }: Move): string[] {
  const level = levelWord(levelAt(ruleSet, Math.min(from, to)));
  const group = `every combination that ${region.version === 'old' ? 'was' : 'is now'} at ${level}`;
  if (region.answers.length === 0) return [group];
  const answers = region.answers
    .map((each) => conditionText({ kind: 'answer', ...each }, ruleSet))
    .join('; ');
  const share = region.cases === cases ? 'the whole move' : `${shareText(region.cases, cases)} of the move`;
  return [`${group}, with ${answers}`, `(${share})`];
}

function blameTexts(difference: VersionDifference, { blame, cases, unexplained }: Move): string[] {
  const texts = blame.slice(0, MOST_BLAME).map((each) => {
    return `${namesOf(difference, each)}: ${shareText(each.cases, cases)} of the move`;
  });
  const more = blame.length - texts.length;
  return [
    ...texts,
    ...(more > 0 ? [`and ${more} more: \`--format json\` lists them`] : []),
    ...(unexplained > 0n
      ? [`rules in other sets together: ${shareText(unexplained, cases)} of the move`]
      : []),
  ];
}

function namesOf({ changes }: VersionDifference, blame: MoveBlame): string {
  const ids = blame.changes.map((change) => changes[change]?.id ?? '');
  return ids.length === 1 ? (ids[0] ?? '') : `${ids.join(' and ')} together`;
}
