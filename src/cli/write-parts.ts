import type { WrittenCases } from '../batch/resume/written-cases.ts';
import type { ScoreOptions } from './command-options.ts';
import { helpingWhereFull } from './full-disk.ts';
import { isResumable } from './output-file.ts';
import { refusedResume } from './refused-resume.ts';
import type { ScoreOutputs, WrittenPart } from './score-outputs.ts';
import type { ScoreProgress } from './score-progress.ts';
import { stoppable } from './stoppable.ts';
import type { World } from './world.ts';

/** All is written; or the reader has gone, the input breaks off, the person stopped it. */
export type PartsEnding = 'written' | 'abandoned' | 'unusable' | 'stopped';

/** Where the parts go, and who looks on. */
export interface PartsWriting {
  readonly options: Pick<ScoreOptions, 'out'>;
  readonly format: NonNullable<ScoreOptions['format']>;
  readonly outputs: ScoreOutputs;
  readonly progress: ScoreProgress | undefined;
  /** The cases that the output held before. */
  readonly written: WrittenCases | undefined;
  /** What comes after the last case. */
  readonly end: () => string;
}

/**
 * Writes the parts as they come, to the end or to where they are stopped. Into a file: there Ctrl-C leaves whole rows
 * behind and says how to go on, while a pipe ends as pipes do.
 *
 * @throws UsageError where the disk is full.
 */
export async function writeParts(
  parts: AsyncIterable<WrittenPart>,
  { options, format, outputs, progress, written, end }: PartsWriting,
  world: World,
): Promise<PartsEnding> {
  const canResume = isResumable(options, format);
  const stopping = options.out === undefined ? undefined : stoppable(parts, world);
  let cases = 0;
  const write = async (): Promise<PartsEnding> => {
    for await (const part of stopping?.items ?? parts) {
      if (part.rejected.length + part.unusable.length > 0) progress?.hide();
      await outputs.write(part);
      if (outputs.isAbandoned) return 'abandoned';
      if (part.unusable.length > 0) return 'unusable';
      cases += part.scored;
      await progress?.add(part.scored);
    }
    progress?.hide();
    if (stopping?.isStopped() === true) {
      const isBehind = (await written?.hasMore()) === true;
      await outputs.stop(stoppedText(isBehind ? undefined : (written?.count ?? 0) + cases, canResume));
      return 'stopped';
    }
    await written?.expectNoMore();
    await outputs.finish(end());
    return outputs.isAbandoned ? 'abandoned' : 'written';
  };
  try {
    return await helpingWhereFull(fullHelp(canResume), write);
  } catch (error) {
    throw refusedResume(error);
  } finally {
    progress?.hide();
  }
}

/** `cases` is how many the output holds; undefined where the run has only found again what was written before. */
function stoppedText(cases: number | undefined, canResume: boolean): string {
  const when = cases === undefined ? 'before a new case' : `after ${cases} ${cases === 1 ? 'case' : 'cases'}`;
  return canResume ? `stopped ${when}; go on with the same command and \`--resume\`\n` : `stopped ${when}\n`;
}

function fullHelp(canResume: boolean): string {
  return canResume
    ? 'make room, and go on with the same command and `--resume`'
    : 'make room, or choose another place with `--out`';
}
