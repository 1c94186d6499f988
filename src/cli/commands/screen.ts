import type { Agreement, ScreeningRecord } from '../../core/record.ts';
import { explain } from '../../explain/explain.ts';
import { askAgreement } from '../../interview/ask-agreement.ts';
import { askWhatIf } from '../../interview/ask-what-if.ts';
import { continueInterview } from '../../interview/conduct-interview.ts';
import { answersInUse, type InterviewState, isCarriedOver } from '../../interview/interview.ts';
import { opening } from '../../interview/opening.ts';
import { makeRecord } from '../../record/make-record.ts';
import type { ExplainedCase } from '../../render/explained-case.ts';
import { printable } from '../../render/printable.ts';
import { wrapped } from '../../render/text-lines.ts';
import { agreementAsker } from '../agreement-asker.ts';
import type { ScreenOptions } from '../command-options.ts';
import { KEEPS_NOTHING } from '../draft-keeper.ts';
import { EXIT, type ExitCode, firstThatApplies } from '../exit-codes.ts';
import { interviewAsker } from '../interview-asker.ts';
import { type InterviewTerminal, interviewTerminal } from '../interview-terminal.ts';
import { localDay } from '../local-day.ts';
import { ownVersion } from '../own-version.ts';
import { type RecordPlace, saveRecord } from '../record-folder.ts';
import { showResult, writeResult } from '../show-result.ts';
import { beginSitting, type Sitting } from '../sitting.ts';
import { whatIfAsker } from '../what-if-asker.ts';
import type { World } from '../world.ts';

/** Holds the interview, shows what it leads to and, where it is to be saved, asks for the clinician's decision. */
export async function run(options: ScreenOptions, world: World): Promise<ExitCode> {
  let keeper = KEEPS_NOTHING;
  const keepsDraft = () => keeper.isKeeping();
  const terminal = interviewTerminal(world, { plain: options.plain === true, keepsDraft });
  try {
    const sitting = await beginSitting(options, terminal, world);
    if (sitting === 'cancelled') return cancelled('The draft is as it was.', terminal);
    keeper = sitting.keeper;
    return await hold(sitting, terminal, world);
  } finally {
    terminal.close();
  }
}

async function hold(sitting: Sitting, terminal: InterviewTerminal, world: World): Promise<ExitCode> {
  const { options, compiled, identity, keeper, began, record, saving } = sitting;
  const { ruleSet } = compiled;
  const { drawing, output } = terminal;
  const kept = { draft: keeper.isKeeping(), written: written(options) };
  const remarks = sitting.remarks.flatMap((remark) => [...wrapped(remark, drawing().width), '']);
  output.write(`${[...opening(ruleSet, kept, drawing()), ...remarks].join('\n')}\n`);
  const asker = interviewAsker(compiled, terminal);
  const end = await continueInterview(compiled, sitting.start, asker, keeper.keep);
  if (end === 'cancelled') return cancelled(whatIsKept(sitting), terminal);

  const answers = answersInUse(ruleSet, end);
  const explanation = explain(compiled, answers);
  const id = saving?.caseId ?? options.id ?? record?.case;
  const subject = {
    ...(id !== undefined && { id }),
    day: localDay(began),
    ruleSet,
    identity,
    answers,
    unknown: end.unknown,
    notes: end.notes,
    explanation,
  };
  const ended = world.now();
  showResult(subject, options, terminal);
  // A report that no decision will change is written at once: whatever happens after this, it is there.
  if (saving === undefined) {
    await writeResult(subject, options, world, terminal);
    await keeper.erase();
  }
  const after = { goesOn: saving !== undefined, showResult: () => showResult(subject, options, terminal) };
  const tried = await askWhatIf(whatIfAsker(compiled, subject, after, terminal));
  if (saving !== undefined) {
    const held = { subject, end, began, ended, ...(record && { startedFrom: record }) };
    const saved = tried === 'cancelled' ? tried : await decideAndSave(held, saving, world, terminal);
    if (saved === 'cancelled') {
      await writeResult(subject, options, world, terminal);
      return cancelled(`No record was saved. ${whatIsKept(sitting)}`, terminal);
    }
    await writeResult({ ...subject, agreement: saved.agreement }, options, world, terminal);
    await keeper.erase();
    output.write(`Saved to ${printable(saved.path)}\n`);
  }
  return firstThatApplies([
    explanation.outcome.alerts.length > 0 ? EXIT.alert : EXIT.done,
    explanation.outcome.settled ? EXIT.done : EXIT.open,
  ]);
}

function cancelled(kept: string, terminal: InterviewTerminal): ExitCode {
  terminal.output.write(`${wrapped(`Stopped. ${kept}`, terminal.drawing().width).join('\n')}\n`);
  return EXIT.cancelled;
}

function whatIsKept({ keeper, draftId }: Sitting): string {
  return keeper.isKept()
    ? `The draft is kept: \`carestep screen --resume ${draftId}\` goes on from here, \`carestep draft erase ${draftId}\` erases it.`
    : 'Nothing was stored.';
}

/** All that will be kept of the interview, and where. */
function written({ out, save }: ScreenOptions): string[] {
  return [
    ...(out === undefined ? [] : [`the result, in ${out}`]),
    ...(save === undefined ? [] : [`a record without the person's name, in ${save}`]),
  ];
}

/** An interview with its result. */
interface HeldInterview {
  readonly subject: ExplainedCase;
  readonly end: InterviewState;
  readonly began: Date;
  readonly ended: Date;
  readonly startedFrom?: ScreeningRecord;
}

/** Asks for the clinician's decision, and writes the record. */
async function decideAndSave(
  { subject, end, began, ended, ...rest }: HeldInterview,
  { folder, caseId }: RecordPlace,
  world: World,
  terminal: InterviewTerminal,
): Promise<{ readonly path: string; readonly agreement: Agreement } | 'cancelled'> {
  const { ruleSet, identity, answers, explanation } = subject;
  const { outcome, trace } = explanation;
  const care = { ruleSet, outcome, trace };
  const agreement = await askAgreement(care, agreementAsker(care, terminal));
  if (agreement === 'cancelled') return agreement;
  const record = makeRecord(
    {
      caseId,
      ruleSet,
      identity,
      software: await ownVersion(world),
      day: localDay(began),
      durationSeconds: (ended.getTime() - began.getTime()) / 1000,
      answers,
      unknown: end.unknown,
      carriedOver: ruleSet.questions.flatMap((_, index) => (isCarriedOver(end, index) ? [index] : [])),
      notes: end.notes,
      outcome,
      agreement,
      ...rest,
    },
    world.sha256,
  );
  return { path: await saveRecord(record, folder, world), agreement };
}
