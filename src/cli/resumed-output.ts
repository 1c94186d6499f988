import type { Writing } from '../batch/case-writer.ts';
import { uncompressedName } from '../batch/input-format.ts';
import { type WrittenForm, writtenCsv, writtenNdjson } from '../batch/resume/written-case.ts';
import { WrittenCases } from '../batch/resume/written-cases.ts';
import { printable } from '../render/printable.ts';
import type { ScoreOptions } from './command-options.ts';
import { inputPaths } from './input-files.ts';
import { partialPath } from './output-file.ts';
import { refusedResume } from './refused-resume.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** What there is to go on with. */
export type Resumption =
  | { readonly kind: 'written'; readonly written: WrittenCases }
  /** Nothing: the command begins at the beginning, and says so. */
  | { readonly kind: 'anew'; readonly text: string }
  /** Every file has its name already. */
  | { readonly kind: 'complete'; readonly text: string };

export interface ResumedRun {
  readonly options: ScoreOptions;
  readonly format: NonNullable<ScoreOptions['format']>;
  readonly writing: Writing;
  /** What comes before the first case. */
  readonly begin: string;
}

/**
 * Looks for the output that `--resume` goes on with.
 *
 * @throws UsageError where this output cannot be gone on with.
 */
export async function findResumption(run: ResumedRun, world: World): Promise<Resumption> {
  const { options, begin, writing } = run;
  const out = resumableName(options);
  const form = writtenForm(run);
  const partial = partialPath(out);
  const name = printable(partial);
  const state = await world.fileState(partial);
  if (state === undefined) {
    if (await areComplete(options, world)) {
      return { kind: 'complete', text: `\`${printable(out)}\` is complete: there is nothing to resume\n` };
    }
    return { kind: 'anew', text: `there is no \`${name}\`: scoring from the beginning\n` };
  }
  const inputs = [...options.files, ...(options.map === undefined ? [] : [options.map])];
  await refuseChangedInput(inputs, name, state.changedAt, world);
  const { identity } = writing;
  const written = new WrittenCases({ name, chunks: world.openRead(partial), form, begin, identity });
  const hasCases = await written.hasMore().catch((error: unknown) => {
    throw refusedResume(error);
  });
  if (hasCases) return { kind: 'written', written };
  return { kind: 'anew', text: `\`${name}\` holds no case yet: scoring from the beginning\n` };
}

function resumableName({ out }: ScoreOptions): string {
  if (out === undefined) {
    throw new UsageError(
      '`--resume` goes on with a file, and none is named',
      'name the one of before with `--out`',
    );
  }
  if (uncompressedName(out) === out) return out;
  throw new UsageError(
    '`--resume` does not go on with a compressed file',
    'score anew without it; a name that does not end in `.gz` or `.zst` can be resumed and compressed later',
  );
}

function writtenForm({ format, writing }: ResumedRun): WrittenForm {
  switch (format) {
    case 'csv':
      return writtenCsv(writing);
    case 'ndjson':
      return writtenNdjson(writing);
    case 'json':
    case 'table':
      throw new UsageError(
        `\`--resume\` does not go on with ${format === 'json' ? 'a JSON list' : 'a table'}`,
        'score anew without it; CSV and NDJSON can be resumed',
      );
    default:
      return format satisfies never;
  }
}

async function areComplete(
  { out, rejects, differences, report }: ScoreOptions,
  world: World,
): Promise<boolean> {
  const named = [out, rejects, differences, report].filter((path) => path !== undefined);
  const states = await Promise.all(named.map((path) => world.fileState(path)));
  return states.every((state) => state !== undefined);
}

/** Answers that were changed since would stand beside outcomes of those before. */
async function refuseChangedInput(
  files: readonly string[],
  partial: string,
  writtenAt: number,
  world: World,
): Promise<void> {
  for (const path of await inputPaths(files, world)) {
    const state = path === '-' ? undefined : await world.fileState(path);
    if (state?.size === undefined || state.changedAt <= writtenAt) continue;
    throw new UsageError(
      `\`${printable(path)}\` was changed after \`${partial}\` was written`,
      'score anew without `--resume`',
    );
  }
}
