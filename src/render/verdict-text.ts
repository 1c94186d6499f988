import type { RuleSet } from '../core/rule-set.ts';
import type { AnswerPair, Blame, IdleRule, Refutation, Verdict, Witness } from '../core/verdict.ts';
import { answerText, changeText, midSentence } from './answer-text.ts';
import { answerAt, ruleAt } from './at-index.ts';
import { casesText } from './count-text.ts';
import { counterexampleFile, witnessText } from './counterexample.ts';
import { identityText } from './identity.ts';
import { effectText } from './reason-text.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';
import type { VerdictPage } from './verdict-page.ts';

/** How to write verdicts for a terminal. */
export interface VerdictLook {
  readonly width: number;
  readonly theme: Theme;
}

const MARKS = { proven: '✓', refuted: '✗', vacuous: '○' } as const satisfies Record<
  Verdict['result'],
  string
>;

/** Each guarantee in words with its verdict; below a refuted one, why, which rules to look at, and the case to run. */
export function renderVerdicts(page: VerdictPage, look: VerdictLook): string {
  const { verdicts, identity, milliseconds } = page;
  const counted = (result: Verdict['result']) =>
    verdicts.filter((verdict) => verdict.result === result).length;
  const others = (['refuted', 'vacuous'] as const).flatMap((result) =>
    counted(result) === 0 ? [] : [`${counted(result)} ${result}`],
  );
  const [most = 0n] = verdicts.map(({ cases }) => cases).sort((a, b) => (a > b ? -1 : 1));
  const summary = [`${counted('proven')} proven`, ...others].join(', ');
  const range = `each over all cases it speaks of, up to ${casesText(most)}`;
  return `${[
    ...verdicts.flatMap((verdict) => [...verdictLines(page, verdict, look), '']),
    ...wrapped(`${summary}; ${range}; ${Math.round(milliseconds)} ms`, look.width).map(look.theme.strong),
    ...wrapped(identityText(identity), look.width).map(look.theme.quiet),
  ].join('\n')}\n`;
}

function verdictLines(page: VerdictPage, verdict: Verdict, { width, theme }: VerdictLook): string[] {
  const { guarantee, result, cases } = verdict;
  const style = { proven: theme.chosen, refuted: theme.alert, vacuous: theme.caution }[result];
  const [first = '', ...rest] = wrapped(guarantee.says, width, '  ');
  const head = [`${style(MARKS[result])} ${first.slice(2)}`, ...rest];
  const quiet = wrapped(`${guarantee.id} · ${casesText(cases)}`, width, '  ').map(theme.quiet);
  switch (verdict.result) {
    case 'proven':
      return [...head, ...quiet];
    case 'vacuous': {
      const note =
        'It speaks of no case at all, so it says nothing: look for tests in it that exclude one another.';
      return [...head, ...quiet, ...wrapped(note, width, '    ')];
    }
    case 'refuted': {
      const parts = refutationParts(page.ruleSet, verdict.refutation);
      const reasons = parts.flatMap((part) => bulleted(part, width));
      return [...head, ...quiet, ...reasons, ...fileLines(page, verdict, width)];
    }
    default:
      return verdict satisfies never;
  }
}

/** A part in lines; one of a list hangs from its dash. */
function bulleted(part: string, width: number): string[] {
  return part.startsWith('- ') ? wrapped(part.slice(2), width, '    - ') : wrapped(part, width, '    ');
}

/** The file is not wrapped, so that it can be copied. */
function fileLines({ ruleSet, files }: VerdictPage, verdict: Verdict, width: number): string[] {
  const written = files.get(verdict.guarantee.id);
  if (written !== undefined) return wrapped(`Case file: ${written}`, width, '    ');
  const text = counterexampleFile(ruleSet, verdict);
  if (text === undefined) return [];
  return [
    '    Case file:',
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `      ${line}`),
  ];
}

function refutationParts(ruleSet: RuleSet, refutation: Refutation): string[] {
  switch (refutation.kind) {
    case 'case':
      return [
        `Refuted by this case: ${witnessText(ruleSet, refutation.witness)}.`,
        answersPart(ruleSet, refutation.witness),
        ...blameParts(ruleSet, refutation.blame),
      ];
    case 'pair':
    case 'not_alike': {
      const { before, after, blame } = refutation;
      return [
        refutation.kind === 'pair'
          ? 'Refuted by two cases, alike but for one change.'
          : `Refuted: some case tells these answers apart. ${pairText(ruleSet, refutation.pair)}`,
        `Before: ${witnessText(ruleSet, before)}. ${answersPart(ruleSet, before)}`,
        `After: ${witnessText(ruleSet, after)}. ${changesPart(ruleSet, before, after)}`,
        ...blameParts(ruleSet, blame),
      ];
    }
    case 'idle_rules':
      return [
        'Refuted: these rules change no level.',
        ...refutation.rules.map((rule) => idleText(ruleSet, rule)),
      ];
    case 'alike_answers':
      return [
        'Refuted: no case tells these answers apart.',
        ...refutation.pairs.map((pair) => `- ${pairText(ruleSet, pair)}`),
      ];
    default:
      return refutation satisfies never;
  }
}

/** What makes a case differ from the one with the first answer to every question. */
function answersPart(ruleSet: RuleSet, { answers }: Witness): string {
  const texts = ruleSet.questions.flatMap((_, question) => {
    const answer = answers[question] ?? 0;
    return answer === 0 ? [] : [answerText(ruleSet, question, answer)];
  });
  if (texts.length === 0) return 'Every question has its first answer.';
  return `${texts.join('; ')}; every other question has its first answer.`;
}

function changesPart(ruleSet: RuleSet, before: Witness, after: Witness): string {
  const changes = ruleSet.questions.flatMap((_, question) => {
    const [from, to] = [before.answers[question] ?? 0, after.answers[question] ?? 0];
    return from === to ? [] : [changeText(ruleSet, { question, from, to })];
  });
  return `${changes.join('; ')}.`;
}

function blameParts(ruleSet: RuleSet, blame: readonly Blame[]): string[] {
  if (blame.length === 0) return [];
  return ['Rules to look at:', ...blame.map((each) => `- ${blameText(ruleSet, each)}`)];
}

function blameText(ruleSet: RuleSet, { rule: index, part, changes }: Blame): string {
  const rule = ruleAt(ruleSet, index);
  const named = `${rule.id} (${effectText(ruleSet, rule)})`;
  switch (part) {
    case 'holds':
      return `${named} holds`;
    case 'stops':
      return `${named} holds before and not after`;
    case 'starts':
      return `${named} holds after and not before`;
    case 'lacks':
      return `${named} would hold with ${changes.map((change) => changeText(ruleSet, change)).join('; ')}`;
    default:
      return part satisfies never;
  }
}

function idleText(ruleSet: RuleSet, { rule, example, others }: IdleRule): string {
  const { id } = ruleAt(ruleSet, rule);
  if (example === undefined) return `- ${id} never holds`;
  const named = others.map((other) => ruleAt(ruleSet, other).id);
  const beside = named.length === 0 ? '' : ` beside ${named.join(', ')}`;
  return `- ${id}, as in this case, where it holds${beside}: ${answersPart(ruleSet, example)}`;
}

function pairText(ruleSet: RuleSet, { question, answers }: AnswerPair): string {
  const [first, second] = answers.map((answer) => midSentence(answerAt(ruleSet, question, answer).label));
  return `${answerText(ruleSet, question, answers[0])} / ${second ?? first}`;
}
