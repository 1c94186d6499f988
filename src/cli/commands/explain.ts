import { type Answers, OPEN, UNKNOWN } from '../../core/answers.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import { explain, explainNotHigher, waysTo } from '../../explain/explain.ts';
import type { ExplainedCase } from '../../render/explained-case.ts';
import type { LevelQuestion } from '../../render/level-question.ts';
import { outcomeRecord, whyNotRecord } from '../../render/outcome-json.ts';
import { renderOutcome } from '../../render/outcome-text.ts';
import { printable } from '../../render/printable.ts';
import { type ReportFormat, renderReport, reportFormatOf } from '../../render/render-report.ts';
import { renderSideBySide } from '../../render/side-by-side.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import { renderTrace } from '../../render/trace-text.ts';
import { renderWhyNot } from '../../render/why-not-text.ts';
import { suggestion } from '../../rule-set/suggestion.ts';
import type { ExplainOptions } from '../command-options.ts';
import { EXIT, type ExitCode, firstThatApplies } from '../exit-codes.ts';
import { type OpenedRuleSet, openRuleSet } from '../open-rule-set.ts';
import { readCase } from '../read-case.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Shows how every rule stands for one case; or why not another level; or what other answers would lead to. */
export async function run(options: ExplainOptions, world: World): Promise<ExitCode> {
  if (options.whyNot !== undefined && options.whatIf.length > 0) {
    throw new UsageError('`--why-not` and `--what-if` ask two different things', 'ask one, then the other');
  }
  const opened = await openRuleSet(options.rules, world);
  const { ruleSet } = opened.compiled;
  const given = await readCase(options.case, options.id, ruleSet, world);
  const subject = explained(opened, given.id, given.answers);
  const text = written(opened, subject, options, world);
  if (options.out === undefined) {
    world.stdout.write(text);
  } else {
    await writeWholeFile(world, options.out, text);
    world.stderr.write(`Written to ${printable(options.out)}\n`);
  }
  const { outcome } = subject.explanation;
  return firstThatApplies([
    outcome.settled ? EXIT.done : EXIT.open,
    outcome.alerts.length > 0 ? EXIT.alert : EXIT.done,
  ]);
}

function explained({ compiled, identity }: OpenedRuleSet, id: string, answers: Answers): ExplainedCase {
  return { id, ruleSet: compiled.ruleSet, identity, answers, explanation: explain(compiled, answers) };
}

function written(
  opened: OpenedRuleSet,
  subject: ExplainedCase,
  options: ExplainOptions,
  world: World,
): string {
  const format = formatOf(options);
  switch (format) {
    case 'text':
      return asText(opened, subject, options, world);
    case 'json':
      return `${JSON.stringify(asRecord(opened, subject, options), null, 2)}\n`;
    case 'markdown':
    case 'html':
      return renderReport(subject, { format, width: world.columns });
    default:
      return format satisfies never;
  }
}

/** @throws UsageError where a report is asked for and something that none holds. */
function formatOf({ format, out, whyNot, whatIf }: ExplainOptions): ReportFormat {
  const chosen = format ?? reportFormatOf(out ?? '');
  const isReport = chosen === 'markdown' || chosen === 'html';
  if (isReport && (whyNot !== undefined || whatIf.length > 0)) {
    const asked = whyNot === undefined ? '--what-if' : '--why-not';
    throw new UsageError(`\`${asked}\` is not part of a report`, 'write it as text or json');
  }
  return chosen;
}

function asText(
  opened: OpenedRuleSet,
  subject: ExplainedCase,
  options: ExplainOptions,
  world: World,
): string {
  const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY && options.out === undefined) });
  const width = world.columns;
  if (options.whyNot !== undefined) {
    return renderWhyNot(subject, levelQuestion(opened, subject, options.whyNot), { width, theme });
  }
  if (options.whatIf.length > 0) {
    return renderSideBySide(subject, changedBy(opened, subject, options.whatIf), { width, theme });
  }
  const all = options.all ?? false;
  // A file has no height to fold to.
  const rows = options.out === undefined ? world.rows : Number.POSITIVE_INFINITY;
  const height = rows === undefined ? {} : { height: rows };
  return `${renderOutcome(subject, { width, all, theme, ...height })}\n${renderTrace(subject, { width, all, theme })}`;
}

function asRecord(opened: OpenedRuleSet, subject: ExplainedCase, options: ExplainOptions): object {
  const given = outcomeRecord(subject);
  if (options.whatIf.length > 0) {
    return { given, what_if: outcomeRecord(changedBy(opened, subject, options.whatIf)) };
  }
  if (options.whyNot === undefined) return given;
  return { ...given, why_not: whyNotRecord(subject, levelQuestion(opened, subject, options.whyNot)) };
}

function levelQuestion({ compiled }: OpenedRuleSet, subject: ExplainedCase, levelId: string): LevelQuestion {
  const { ruleSet } = compiled;
  const level = ruleSet.levels.findIndex((candidate) => candidate.id === levelId);
  if (level === -1) {
    const known = ruleSet.levels.map((candidate) => candidate.id);
    throw new UsageError(`there is no level \`${printable(levelId)}\``, suggestion(levelId, known, 'levels'));
  }
  const isHigher = level > subject.explanation.outcome.highest;
  return {
    level,
    ways: waysTo(compiled, subject.answers, level),
    nearest: isHigher ? explainNotHigher(compiled, subject.answers, level) : undefined,
  };
}

/** The same case with some answers changed, each given as `question=answer`; `unknown` opens a question. */
function changedBy(opened: OpenedRuleSet, subject: ExplainedCase, whatIf: readonly string[]): ExplainedCase {
  const answers = Int8Array.from(subject.answers);
  for (const change of whatIf) {
    const { question, answer } = parseChange(opened.compiled.ruleSet, change);
    answers[question] = answer;
  }
  return explained(opened, subject.id ?? '', answers);
}

function parseChange(ruleSet: RuleSet, change: string): { question: number; answer: number } {
  const [questionId = '', answerId, ...rest] = change.split('=');
  if (answerId === undefined || rest.length > 0) {
    const help = 'write it as in `--what-if monitoring_need=daily`';
    throw new UsageError(`\`${printable(change)}\` does not name a question and an answer`, help);
  }
  const index = ruleSet.questions.findIndex((candidate) => candidate.id === questionId);
  const question = ruleSet.questions[index];
  if (question === undefined) {
    const known = ruleSet.questions.map((candidate) => candidate.id);
    const help = suggestion(questionId, known, 'questions');
    throw new UsageError(`there is no question \`${printable(questionId)}\``, help);
  }
  if (answerId === UNKNOWN) return { question: index, answer: OPEN };
  const answer = question.answers.findIndex((candidate) => candidate.id === answerId);
  if (answer === -1) {
    const known = question.answers.map((candidate) => candidate.id);
    const help = suggestion(answerId, known, 'answers');
    throw new UsageError(`\`${printable(answerId)}\` is not an answer to \`${questionId}\``, help);
  }
  return { question: index, answer };
}
