import type { RuleSet } from '../core/rule-set.ts';
import { labelled } from '../render/labelled.ts';
import { levelAt, levelWord } from '../render/level-word.ts';
import { counted } from '../render/reason-text.ts';
import type { Look } from '../render/screen.ts';
import { aligned, cut, wrapped } from '../render/text-lines.ts';
import { figureText } from './figure-text.ts';
import type { RatedCase, TeamAgreement } from './rater-agreement.ts';
import { placedWord } from './verdict-text.ts';

/** So many disputed cases are told in full; the rest are counted. */
const DISPUTED_SHOWN = 5;

/** How far a team of raters agrees, for a terminal. `raters` are their names, in the order of the figures. */
export function renderTeamAgreement(
  ruleSet: RuleSet,
  raters: readonly string[],
  { cases, counted: inAll, fleiss, icc, pairs, withCriteria, disputed }: TeamAgreement,
  { width, theme }: Look,
): string {
  const at = labelled(width, theme);
  const left = cases.length - inAll;
  const name = (rater: number | undefined) => raters[rater ?? -1] ?? 'criteria';
  const kappas = (figures: TeamAgreement['pairs']) => {
    const names = aligned(
      figures.map(({ first, second }) => cut(`${name(first)} and ${name(second)}`, Math.floor(width / 2))),
    );
    return figures.flatMap((figure, row) => wrapped(figureText(figure, inAll), width, `  ${names[row]}  `));
  };
  const lines = [
    ...wrapped(
      `Agreement of ${counted(raters.length, 'rater')} on ${counted(cases.length, 'case')}`,
      width,
    ).map(theme.strong),
    ...(left === 0
      ? []
      : wrapped(
          `${counted(left, 'case')} about which a rater was unsure ${left === 1 ? 'is' : 'are'} left out of the figures.`,
          width,
        )),
    '',
    ...at.parts("Fleiss' kappa", [figureText(fleiss, inAll)]),
    ...at.parts('ICC(2,1)', [figureText(icc, inAll)]),
    '',
    ...wrapped('Weighted kappa of each two raters (quadratic weights)', width).map(theme.heading),
    ...kappas(pairs),
    '',
    ...wrapped('And of each with the criteria', width).map(theme.heading),
    ...kappas(withCriteria),
    ...(disputed.length === 0
      ? ['', ...wrapped('The raters placed every case alike.', width)]
      : [
          '',
          ...wrapped('Where they differ most', width).map(theme.heading),
          ...disputed
            .slice(0, DISPUTED_SHOWN)
            .flatMap((one) => wrapped(disputeText(ruleSet, raters, one), width, '  · ')),
          ...(disputed.length > DISPUTED_SHOWN
            ? [`    and ${counted(disputed.length - DISPUTED_SHOWN, 'more case')}`]
            : []),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** `generated-1: criteria PHP; IOP (R1), PHP (R2, R3)`. */
function disputeText(ruleSet: RuleSet, raters: readonly string[], { id, level, placed }: RatedCase): string {
  const words = [...new Set(placed)].toSorted((a, b) => (a ?? -1) - (b ?? -1));
  const groups = words.map((choice) => {
    const whose = raters.filter((_, rater) => placed[rater] === choice);
    return `${placedWord(ruleSet, choice)} (${whose.join(', ')})`;
  });
  return `${id}: criteria ${levelWord(levelAt(ruleSet, level))}; ${groups.join(', ')}`;
}
