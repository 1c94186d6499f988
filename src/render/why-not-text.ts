import type { WaysTo, WhyNotHigher } from '../explain/explanation.ts';
import { answerTexts, changesText, changeText, questionTitles } from './answer-text.ts';
import { conditionText } from './condition-text.ts';
import { emergencyLines, identityLines } from './every-page.ts';
import { type ExplainedCase, ruleWithId, safetyFirst } from './explained-case.ts';
import { headline } from './ladder.ts';
import { type LevelQuestion, objectingRules } from './level-question.ts';
import { levelAt, levelWord } from './level-word.ts';
import { counted, effectText, reasonText } from './reason-text.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** Why a level is not the suggested one: what stands against it or is lacking, and what would lead there. */
export function renderWhyNot(
  subject: ExplainedCase,
  asked: LevelQuestion,
  { width, theme }: { readonly width: number; readonly theme: Theme },
): string {
  const { ruleSet, explanation } = subject;
  const { outcome } = explanation;
  const word = levelWord(levelAt(ruleSet, asked.level));
  const heading = [
    ...emergencyLines(subject, width, theme),
    ...wrapped(headline(ruleSet, outcome), width).map(theme.strong),
  ];
  const footer = ['', ...identityLines(subject, width, theme)];
  const lines = (texts: readonly string[]) => texts.flatMap((text) => wrapped(text, width, '  · '));
  const section = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : ['', ...wrapped(title, width).map(theme.heading), ...lines(texts)];
  if (outcome.possible.includes(asked.level)) {
    const open = questionTitles(ruleSet, safetyFirst(ruleSet, outcome.open));
    const body = outcome.settled
      ? section(
          `Why ${word}`,
          outcome.reasons.map((reason) => reasonText(ruleSet, reason)),
        )
      : section(`${word} is still possible; it depends on`, open);
    return `${[...heading, ...body, ...footer].join('\n')}\n`;
  }
  const isLower = asked.level < outcome.lowest;
  return `${[
    ...heading,
    ...section(`What stands against ${word}`, objections(subject, asked.level)),
    ...(isLower ? [] : section(`What ${word} would need`, lacking(subject, asked.nearest))),
    ...section(`What would lead to ${word}`, waysThere(subject, asked.ways)),
    ...footer,
  ].join('\n')}\n`;
}

/** The rules in force that object to a level; where no single one does, those of which one must hold. */
function objections(subject: ExplainedCase, level: number): string[] {
  const { ruleSet, answers, explanation } = subject;
  const held = objectingRules(subject, level).map(({ rule, by }) => {
    const given = answerTexts(ruleSet, by, answers).join('; ');
    return `${effectText(ruleSet, rule)}: ${rule.because} (${rule.id}; ${given})`;
  });
  if (held.length > 0 || level > explanation.outcome.lowest) return held;
  return explanation.outcome.reasons.map((reason) => reasonText(ruleSet, reason));
}

function lacking({ ruleSet }: ExplainedCase, found: WhyNotHigher | undefined): string[] {
  if (found?.nearest === undefined) return ['no change of present answers makes any rule ask for it'];
  const { rule: id, lacks, otherRules } = found.nearest;
  const rule = ruleWithId(ruleSet, id);
  const others = otherRules > 0 ? `; ${counted(otherRules, 'more rule')} as near` : '';
  return [
    `the nearest rule is ${id}: ${rule.because}${others}`,
    `it holds for ${conditionText(rule.when, ruleSet)}`,
    ...lacks.map((change) => `it lacks ${changeText(ruleSet, change)}`),
  ];
}

function waysThere({ ruleSet }: ExplainedCase, found: WaysTo | undefined): string[] {
  if (found === undefined) return ['no change of present answers leads there'];
  const ways = found.ways.map((way) => changesText(ruleSet, way.changes));
  const left = found.total - ways.length;
  return left > 0 ? [...ways, `${counted(left, 'other way')} with as few changes`] : ways;
}
