import type { Agreement, ScreeningRecord } from '../../core/record.ts';
import { explain } from '../../explain/explain.ts';
import { askAgreement } from '../../interview/ask-agreement.ts';
import { askWhatIf } from '../../interview/ask-what-if.ts';
import { conductInterview } from '../../interview/conduct-interview.ts';
import { answersInUse, type InterviewState, isCarriedOver } from '../../interview/interview.ts';
import { opening } from '../../interview/opening.ts';
import { makeRecord } from '../../record/make-record.ts';
import type { ExplainedCase } from '../../render/explained-case.ts';
import { printable } from '../../render/printable.ts';
import { agreementAsker } from '../agreement-asker.ts';
import type { ScreenOptions } from '../command-options.ts';
import { EXIT, type ExitCode, firstThatApplies } from '../exit-codes.ts';
import { interviewAsker } from '../interview-asker.ts';
import { type InterviewTerminal, interviewTerminal } from '../interview-terminal.ts';
import { localDay } from '../local-day.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { ownVersion } from '../own-version.ts';
import { prepareRecordFolder, type RecordPlace, saveRecord } from '../record-folder.ts';
import { showResult, writeResult } from '../show-result.ts';
import { startingPoint } from '../starting-point.ts';
import { whatIfAsker } from '../what-if-asker.ts';
import type { World } from '../world.ts';

/** Holds the interview, shows what it leads to and, where it is to be saved, asks for the clinician's decision. */
export async function run(options: ScreenOptions, world: World): Promise<ExitCode> {
  const terminal = interviewTerminal(world);
  const { compiled, identity } = await openRuleSet(options.rules, world);
  const { ruleSet } = compiled;
  const { answers: given, record, earlier, remark } = await startingPoint(options, ruleSet, world);
  const { save, id: givenId } = options;
  const saving =
    save === undefined ? undefined : await prepareRecordFolder(save, { from: record, given: givenId }, world);
  const id = saving?.caseId ?? givenId ?? record?.case;

  const { drawing, output } = terminal;
  const lines = [
    ...opening(ruleSet, written(options), drawing()),
    ...(remark === undefined ? [] : [remark, '']),
  ];
  output.write(`${lines.join('\n')}\n`);
  const beginning = { answers: given, full: options.full === true, ...(earlier && { earlier }) };
  const began = world.now();
  const end = await conductInterview(compiled, beginning, interviewAsker(compiled, terminal));
  if (end === 'cancelled') return cancelled('Nothing was stored.', terminal);

  const answers = answersInUse(ruleSet, end);
  const explanation = explain(compiled, answers);
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
  if (saving === undefined) await writeResult(subject, options, world, terminal);
  const after = { goesOn: saving !== undefined, showResult: () => showResult(subject, options, terminal) };
  const tried = await askWhatIf(whatIfAsker(compiled, subject, after, terminal));
  if (saving !== undefined) {
    const held = { subject, end, began, ended, ...(record && { startedFrom: record }) };
    const saved = tried === 'cancelled' ? tried : await decideAndSave(held, saving, world, terminal);
    if (saved === 'cancelled') {
      await writeResult(subject, options, world, terminal);
      return cancelled('No record was saved.', terminal);
    }
    await writeResult({ ...subject, agreement: saved.agreement }, options, world, terminal);
    output.write(`Saved to ${printable(saved.path)}\n`);
  }
  return firstThatApplies([
    explanation.outcome.alerts.length > 0 ? EXIT.alert : EXIT.done,
    explanation.outcome.settled ? EXIT.done : EXIT.open,
  ]);
}

function cancelled(kept: string, terminal: InterviewTerminal): ExitCode {
  terminal.output.write(`Stopped. ${kept}\n`);
  return EXIT.cancelled;
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
