import stringWidth from 'string-width';
import type { RuleSet } from '../core/rule-set.ts';
import type { ConfusionMatrix } from '../statistics/confusion-matrix.ts';
import {
  comparedNotes,
  decidedBy,
  figureText,
  intervalNote,
  matrixCaption,
  moveText,
  openNote,
} from './agreement-words.ts';
import { grouped } from './case-share.ts';
import { identityText } from './identity.ts';
import { matrixLines } from './level-matrix.ts';
import { levelWord } from './level-word.ts';
import { printable } from './printable.ts';
import type { ComparedRuleSet, ExpectedLevels, ListedDifferences } from './summary-page.ts';
import { aligned, cut, wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

interface AgreementLook {
  readonly width: number;
  readonly theme: Theme;
}

const INDENT = '  ';
/** Where fewer columns are left beside a case, its rules stand below it. */
const ROOM_FOR_RULES = 34;

/** How far the suggested levels agree with those of a reviewer. */
export function summaryAgreement(ruleSet: RuleSet, expected: ExpectedLevels, look: AgreementLook): string[] {
  const { agreement, column, differences } = expected;
  const { theme, width } = look;
  const figures = agreement.estimates.map(figureText);
  const names = aligned(figures.map(({ name }) => name));
  const values = aligned(figures.map(({ value }) => value));
  return [
    theme.heading(`Agreement with the levels in \`${printable(column)}\``),
    ...matrixSection(ruleSet, agreement.matrix, 'Reviewer', look),
    '',
    ...figures.flatMap(({ interval }, index) => {
      const head = `${INDENT}${names[index]}  ${values[index]}`;
      if (interval === '') return [head.trimEnd()];
      const isBeside = stringWidth(head) + 2 + stringWidth(interval) <= width;
      return isBeside
        ? [`${head}  ${theme.quiet(interval)}`]
        : [head.trimEnd(), INDENT + INDENT + theme.quiet(interval)];
    }),
    ...wrapped(intervalNote(agreement), width, INDENT).map(theme.quiet),
    '',
    ...wrapped(openNote(expected), width, INDENT),
    ...differenceLines(ruleSet, differences, undefined, look),
  ];
}

/** How the suggested levels differ from those of another rule set. */
export function summaryComparison(
  ruleSet: RuleSet,
  comparison: ComparedRuleSet,
  look: AgreementLook,
): string[] {
  const name = identityText(comparison.identity);
  return [
    look.theme.heading(`Compared with ${name}`),
    ...comparedNotes(comparison).flatMap((note) => wrapped(note, look.width, INDENT)),
    ...matrixSection(ruleSet, comparison.matrix, name, look),
    ...differenceLines(ruleSet, comparison.differences, name, look),
  ];
}

function matrixSection(
  ruleSet: RuleSet,
  matrix: ConfusionMatrix,
  other: string,
  { width, theme }: AgreementLook,
): string[] {
  const cells = matrix.map((row) => row.map((count) => (count === 0 ? '·' : grouped(count))));
  const { head, lines } = matrixLines(ruleSet.levels.map(levelWord), cells, '·', width - INDENT.length);
  return [
    ...wrapped(`${matrixCaption(other)}, settled cases`, width, INDENT).map(theme.quiet),
    ...(head === undefined ? [] : [INDENT + theme.quiet(head)]),
    ...lines.map((line) => INDENT + line),
  ];
}

function differenceLines(
  ruleSet: RuleSet,
  { count, first }: ListedDifferences,
  otherRuleSet: string | undefined,
  { width, theme }: AgreementLook,
): string[] {
  if (count === 0) return [];
  const ids = aligned(first.map(({ id }) => cut(id, Math.floor(width / 2))));
  const moves = aligned(first.map((difference) => moveText(ruleSet, difference)));
  const more = count - first.length;
  return [
    '',
    ...wrapped(
      `Placed otherwise than by ${otherRuleSet ?? 'the reviewer'}, and the rules that decided`,
      width,
      INDENT,
    ),
    ...first.flatMap((difference, index) => {
      const head = `${INDENT}${ids[index]}  ${moves[index]}  `;
      const rules = decidedBy(difference, otherRuleSet !== undefined);
      if (width - stringWidth(head) >= ROOM_FOR_RULES) return wrapped(rules, width, head);
      return [
        ...wrapped(moves[index] ?? '', width, `${INDENT}${ids[index]}  `),
        ...wrapped(rules, width, INDENT + INDENT),
      ];
    }),
    ...(more > 0
      ? wrapped(`and ${grouped(more)} more: \`--differences FILE\` writes all`, width, INDENT).map(
          theme.quiet,
        )
      : []),
  ];
}
