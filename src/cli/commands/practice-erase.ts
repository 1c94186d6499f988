import { eraseScreen } from '../../practice/erase-screen.ts';
import { eraseDraft } from '../draft-keeper.ts';
import { examDraftPath, readExamDraft } from '../exam-draft.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interviewTerminal } from '../interview-terminal.ts';
import { practiceLogPath, practiceLogText, readPracticeLog } from '../practice-log.ts';
import type { PracticeEraseOptions } from '../practice-options.ts';
import type { World } from '../world.ts';

const NO_TERMINAL = {
  message: 'erasing needs a terminal to ask on',
  help: 'to erase without being asked, add `--yes`',
};

/** Erases all that is kept of a trainee's practice, an exam that is not over included. */
export async function run({ yes = false }: PracticeEraseOptions, world: World): Promise<ExitCode> {
  const exam = await readExamDraft(world);
  if (exam === undefined && (await practiceLogText(world)) === '') {
    await eraseAll(world);
    world.stdout.write('Nothing is kept of your practice.\n');
    return EXIT.done;
  }
  if (!yes && !(await isConfirmed(exam !== undefined, world))) {
    world.stdout.write('Nothing was erased.\n');
    return EXIT.cancelled;
  }
  await eraseAll(world);
  world.stdout.write('Your practice has been erased.\n');
  return EXIT.done;
}

async function isConfirmed(hasExam: boolean, world: World): Promise<boolean> {
  const terminal = interviewTerminal(world, { without: NO_TERMINAL });
  try {
    const { length } = await readPracticeLog(world);
    return (await terminal.choose(() => eraseScreen(length, hasExam, terminal.drawing()))) === 'erase';
  } finally {
    terminal.close();
  }
}

async function eraseAll(world: World): Promise<void> {
  for (const path of [practiceLogPath(world), examDraftPath(world)]) {
    if (path !== undefined) await eraseDraft(path, world);
  }
}
