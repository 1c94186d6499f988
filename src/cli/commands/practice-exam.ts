import { explain } from '../../explain/explain.ts';
import { renderExam } from '../../practice/exam-forms.ts';
import { examOpening } from '../../practice/exam-opening.ts';
import { type ExamSubject, examReport } from '../../practice/exam-report.ts';
import { renderExamText } from '../../practice/exam-text.ts';
import { mark } from '../../practice/mark.ts';
import { levelAt } from '../../render/level-word.ts';
import { printable } from '../../render/printable.ts';
import { reportFormatOf } from '../../render/render-report.ts';
import { wrapped } from '../../render/text-lines.ts';
import { eraseExamDraft, keepExamDraft } from '../exam-draft.ts';
import { beginExam, type ExamSitting } from '../exam-sitting.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type InterviewTerminal, interviewTerminal } from '../interview-terminal.ts';
import { localDay } from '../local-day.ts';
import { type OpenedRuleSet, openRuleSet } from '../open-rule-set.ts';
import { ownVersion } from '../own-version.ts';
import type { PracticeOptions } from '../practice-options.ts';
import { tellAndCommit } from '../practice-session.ts';
import { refuseNamedRater } from '../rater-code.ts';
import { refuseTogether } from '../refuse-together.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

const NO_TERMINAL = {
  message: 'an exam needs a terminal to ask on',
  help: 'to compare exams that are over, run `carestep practice agreement FILE...`',
};

/** Tells so many cases, says nothing before the end, and writes the result for a supervisor or for comparison. */
export async function run(
  options: PracticeOptions & { readonly exam: number },
  world: World,
): Promise<ExitCode> {
  const { reasons, pairs, session } = options;
  refuseTogether('together with `--exam`', { '--reasons': reasons, '--pairs': pairs, '--session': session });
  if (options.rater !== undefined) refuseNamedRater(options.rater);
  let isKeeping = true;
  const terminal = interviewTerminal(world, {
    plain: options.plain === true,
    keepsDraft: () => isKeeping,
    without: NO_TERMINAL,
  });
  try {
    const opened = await openRuleSet(options.rules, world);
    const sitting = await beginExam(options, opened, terminal, world);
    if (sitting === 'cancelled') return stopped('The exam that is not over is as it was.', terminal);
    const { count, seed, placed } = sitting.draft;
    const opening = examOpening({ count, seed, answered: placed.length }, terminal.drawing());
    const all = await askCases({ ...sitting, opening }, opened, terminal, async (soFar) => {
      isKeeping = await keepExamDraft({ ...sitting.draft, placed: soFar }, world);
    });
    if (all === 'cancelled') {
      const kept = isKeeping ? 'The same command goes on from here.' : 'Nothing was stored.';
      return stopped(kept, terminal);
    }
    const subject = examSubject(sitting, opened, all, localDay(world.now()));
    terminal.output.write(`\n${renderExamText(examReport(subject), terminal.drawing())}`);
    await writeResults(subject, options.out, world, terminal);
    await eraseExamDraft(world);
    return EXIT.done;
  } finally {
    terminal.close();
  }
}

/** Asks the cases that are left; `keep` sees the answers after each. */
async function askCases(
  { cards, draft, opening }: ExamSitting & { readonly opening: readonly string[] },
  { compiled }: OpenedRuleSet,
  terminal: InterviewTerminal,
  keep: (placed: readonly (string | null)[]) => Promise<void>,
): Promise<readonly (string | null)[] | 'cancelled'> {
  const placed = [...draft.placed];
  for (const [index, { vignette }] of cards.entries()) {
    if (index < placed.length) continue;
    const before = index === draft.placed.length ? opening : [];
    const title = `Case ${index + 1} of ${cards.length}`;
    const commitment = await tellAndCommit(compiled, { before, title, vignette }, false, terminal);
    if (commitment === 'cancelled') return commitment;
    const level = commitment.placed;
    placed.push(level === undefined ? null : levelAt(compiled.ruleSet, level).id);
    await keep(placed);
  }
  return placed;
}

function examSubject(
  { cards, draft }: ExamSitting,
  { compiled, identity }: OpenedRuleSet,
  placed: readonly (string | null)[],
  day: string,
): ExamSubject {
  const { ruleSet } = compiled;
  return {
    ruleSet,
    identity,
    ...(draft.rater !== null && { rater: draft.rater }),
    day,
    seed: draft.seed,
    cases: cards.map(({ vignette }, index) => {
      const { answers } = vignette;
      const explanation = explain(compiled, answers);
      const level = ruleSet.levels.findIndex(({ id }) => id === placed[index]);
      const commitment = level === -1 ? {} : { placed: level };
      const marked = mark(compiled, answers, explanation, commitment);
      return { ruleSet, identity, answers, explanation, vignette, mark: marked };
    }),
  };
}

async function writeResults(
  subject: ExamSubject,
  paths: readonly string[],
  world: World,
  { output }: InterviewTerminal,
): Promise<void> {
  const software = await ownVersion(world);
  for (const path of paths) {
    const form = { format: reportFormatOf(path), width: world.columns, software };
    await writeWholeFile(world, path, renderExam(subject, form));
    output.write(`Written to ${printable(path)}\n`);
  }
}

function stopped(kept: string, { output, drawing }: InterviewTerminal): ExitCode {
  output.write(`${wrapped(`Stopped. ${kept}`, drawing().width).join('\n')}\n`);
  return EXIT.cancelled;
}
