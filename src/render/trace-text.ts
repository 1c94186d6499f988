import type { TraceEntry } from '../core/trace.ts';
import type { Truth } from '../core/truth.ts';
import { answerTexts, questionTitles } from './answer-text.ts';
import type { ExplainedCase } from './explained-case.ts';
import { effectText } from './reason-text.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** In the order in which they are shown; the marks carry the meaning without color. */
const STANDINGS = {
  holds: { mark: '✓', words: 'holds', counted: 'hold' },
  may_hold: { mark: '?', words: 'may still hold', counted: 'may hold' },
  cannot_hold: { mark: '·', words: 'does not hold', counted: 'do not' },
} as const satisfies Record<Truth, { mark: string; words: string; counted: string }>;

const ORDER = ['holds', 'may_hold', 'cannot_hold'] as const satisfies readonly Truth[];

/** How to write a trace; `all` adds the reason of rules that do not hold. */
export interface TraceLook {
  readonly width: number;
  readonly all: boolean;
  readonly theme: Theme;
}

/** Every rule of the rule set by dimension: how it stands, and the answers that make it so. */
export function renderTrace(subject: ExplainedCase, look: TraceLook): string {
  const { ruleSet, explanation } = subject;
  const legend = ORDER.map((truth) => `${STANDINGS[truth].mark} ${STANDINGS[truth].words}`).join('   ');
  const blocks = ruleSet.dimensions.map((dimension, index) => {
    const entries = explanation.trace.filter(({ rule }) => ruleSet.rules[rule]?.dimension === index);
    const byTruth = ORDER.map((truth) => entries.filter((entry) => entry.truth === truth));
    const counts = ORDER.map((truth, place) => `${byTruth[place]?.length ?? 0} ${STANDINGS[truth].counted}`);
    const title = look.theme.heading(dimension.title) + look.theme.quiet(` (${counts.join(', ')})`);
    return [title, ...byTruth.flat().flatMap((entry) => entryLines(subject, entry, look))];
  });
  return `${[look.theme.quiet(legend), ...blocks.flatMap((block) => ['', ...block])].join('\n')}\n`;
}

function entryLines(subject: ExplainedCase, entry: TraceEntry, { width, all, theme }: TraceLook): string[] {
  const { ruleSet, answers } = subject;
  const rule = ruleSet.rules[entry.rule];
  if (rule === undefined) throw new RangeError(`no rule has the index ${entry.rule}`);
  const indented = (text: string) => wrapped(text, width, '      ');
  const head = (style: (text: string) => string) =>
    wrapped(`${rule.id} (${effectText(ruleSet, rule)})`, width, `  ${STANDINGS[entry.truth].mark} `).map(
      style,
    );
  const given = answerTexts(ruleSet, entry.by, answers).join('; ');
  const because = indented(`because ${rule.because}`);
  switch (entry.truth) {
    case 'holds':
      return [...head(theme.strong), ...(given === '' ? [] : indented(given)), ...because];
    case 'may_hold': {
      const awaited = questionTitles(ruleSet, entry.by).join(', ');
      return [...head(theme.caution), ...indented(`waits for ${awaited === '' ? 'the level' : awaited}`)];
    }
    case 'cannot_hold':
      return [
        ...head((text) => text),
        ...(given === '' ? indented('the level does not fit') : indented(given)).map(theme.quiet),
        ...(all ? because.map(theme.quiet) : []),
      ];
    default:
      return entry.truth satisfies never;
  }
}
