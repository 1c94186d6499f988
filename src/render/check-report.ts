import { comparePlaces, type Diagnostic } from '../rule-set/diagnostic.ts';
import type { ExampleCase, Finding } from '../rule-set/finding.ts';
import type { SourceFile } from '../rule-set/text-guard.ts';
import { type DiagnosticTheme, linesOf, problemBlock, summary } from './diagnostic.ts';
import { identityText, type RuleSetIdentity } from './identity.ts';

/** What `rules check` has to say of one rule set. */
export interface CheckReport {
  readonly identity: RuleSetIdentity;
  /** What the loader warns of. */
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
}

/** The report for people, by place, with a last line that counts; accepted findings are only counted unless `all`. */
export function renderCheck(
  report: CheckReport,
  files: readonly SourceFile[],
  { theme, all }: { readonly theme: DiagnosticTheme; readonly all: boolean },
): string {
  const lineAt = linesOf(files);
  const problems = problemsOf(report);
  const shown = all ? problems : problems.filter((problem) => problem.accepted === undefined);
  const blocks = shown.map(({ accepted, example, ...problem }) => {
    const notes = [
      ...(example === undefined ? [] : [['example', exampleText(example)] as const]),
      ...(accepted === undefined ? [] : [['accepted', accepted] as const]),
    ];
    return problemBlock(problem, lineAt(problem), theme, notes);
  });
  const last = `${identityText(report.identity)}: ${countText(problems)}`;
  return `${[...blocks, theme.strong(last)].join('\n\n')}\n`;
}

/** The shape that `--format json` writes; accepted findings carry `accepted`. */
export function checkRecord(report: CheckReport) {
  const problems = problemsOf(report);
  const { identity } = report;
  return {
    rule_set: { id: identity.id, version: identity.version, fingerprint: identity.fingerprint },
    findings: problems.map(({ code, severity, path, line, column, message, help, example, accepted }) => ({
      code,
      severity,
      path,
      line,
      column,
      message,
      help: help ?? null,
      example: example ? { answers: example.answers, level: example.level } : null,
      accepted: accepted ?? null,
    })),
    ...counts(problems),
  };
}

/** A finding, or what the loader warns of: the one has all that the other has. */
type Problem = Diagnostic | Finding;

function problemsOf({ diagnostics, findings }: CheckReport) {
  const problems: Problem[] = [...diagnostics, ...findings];
  return problems.sort(comparePlaces).map((problem) => ({
    ...problem,
    example: 'example' in problem ? problem.example : undefined,
    accepted: 'accepted' in problem ? problem.accepted : undefined,
  }));
}

type Counted = { readonly severity: Diagnostic['severity']; readonly accepted: string | undefined };

function counts(problems: readonly Counted[]) {
  const open = problems.filter(({ accepted }) => accepted === undefined);
  return {
    errors: open.filter(({ severity }) => severity === 'error').length,
    warnings: open.filter(({ severity }) => severity === 'warning').length,
    accepted: problems.length - open.length,
  };
}

function countText(problems: readonly Counted[]): string {
  const open = problems.filter(({ accepted }) => accepted === undefined);
  const { accepted } = counts(problems);
  const found = open.length === 0 ? 'no findings' : summary(open);
  return accepted === 0 ? found : `${found}, ${accepted} accepted`;
}

/** The answers that are not the first of their question, and the level: `self_harm: frequent (iop)`. */
function exampleText({ notFirst, level }: ExampleCase): string {
  const answers = Object.entries(notFirst).map(([question, answer]) => `${question}: ${answer}`);
  const first = answers.length === 0 ? 'the first answer to every question' : answers.join(', ');
  return `${first}; the level is ${level}`;
}
