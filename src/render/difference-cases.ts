import type { RuleSet } from '../core/rule-set.ts';
import type { CaseUnderVersion, MovedCase } from '../core/version-difference.ts';
import type { DifferenceLook, DifferencePage, Section } from './difference-page.ts';
import { rangeWords } from './level-word.ts';
import { aligned, wrapped } from './text-lines.ts';

/** How many moved cases are listed; all of them stand in the JSON. */
const MOST_CASES = 20;

/** What becomes of real cases: how many move, and which. */
export function casesSection(
  { difference, cases }: DifferencePage,
  { width, theme }: DifferenceLook,
): Section {
  if (cases === undefined) return { title: '', lines: [] };
  const { compared, moved, apart, files } = cases;
  const shown = moved.slice(0, MOST_CASES);
  const ids = aligned(shown.map(({ id }) => id));
  const more = moved.length - shown.length;
  const [head, ...rest] = [
    `${moved.length} of ${compared} cases move`,
    ...(apart.length === 0
      ? []
      : [`${apart.length} use an answer that only one version has: ${apart.join(', ')}`]),
  ];
  return {
    title: `Cases of ${files.join(', ')}`,
    lines: [
      ...wrapped([head, ...rest].join('; '), width, '  '),
      ...shown.flatMap((one, index) =>
        wrapped(moveText(difference.versions.new, one), width, `  ${ids[index]}  `),
      ),
      ...(more > 0
        ? wrapped(`and ${more} more: \`--format json\` lists all`, width, '  ').map(theme.quiet)
        : []),
    ],
  };
}

function moveText(ruleSet: RuleSet, { under }: MovedCase): string {
  const [before, now] = [rangeText(ruleSet, under.old), rangeText(ruleSet, under.new)];
  const levels = before === now ? `${now}, as before` : `${before} → ${now}`;
  if (under.old.hasAlert === under.new.hasAlert) return levels;
  return `${levels}; ${under.new.hasAlert ? 'now with an alert' : 'the alert is no longer raised'}`;
}

function rangeText(ruleSet: RuleSet, { lowest, highest }: CaseUnderVersion): string {
  return rangeWords(ruleSet, lowest, highest);
}
