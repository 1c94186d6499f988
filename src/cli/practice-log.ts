import { jsonIn } from '../core/json-in.ts';
import type { PairEntry, PlacementEntry, ProgressEntry } from '../practice/progress.ts';
import { anyText, type Check, either, exactly, listOf, objectOf, textLike } from '../record/json-check.ts';
import { unlessMissing } from './draft-folder.ts';
import { stateFolder } from './state-folder.ts';
import { succeeds } from './succeeds.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Progress is for the trainee's eyes. */
const OWNER_ONLY = 0o600;

/** Keeps what a trainee answers, one line of JSON each. */
export interface PracticeLog {
  /** What was kept before this session, and since. */
  entries(): readonly ProgressEntry[];
  /** Leaving now would lose nothing. */
  isKeeping(): boolean;
  add(entry: ProgressEntry): Promise<void>;
}

/** The file of the log; undefined where the machine has no place for it. */
export function practiceLogPath(world: World): string | undefined {
  const folder = stateFolder('practice', world);
  return folder === undefined ? undefined : `${folder}/progress.ndjson`;
}

/**
 * Opens the log. Where the disk does not let it be kept, now or later, practice goes on without: `isKeeping` says so.
 */
export async function openPracticeLog(world: World): Promise<PracticeLog> {
  const folder = stateFolder('practice', world);
  const path = practiceLogPath(world);
  const entries = [...(await readPracticeLog(world))];
  let isKeeping = folder !== undefined && (await succeeds(() => world.makeDir(folder)));
  return {
    entries: () => entries,
    isKeeping: () => isKeeping,
    async add(entry) {
      entries.push(entry);
      if (path === undefined || !isKeeping) return;
      isKeeping = await succeeds(async () => {
        // Read anew each time: the same person may practice in a second window.
        const before = await practiceLogText(world);
        await writeWholeFile(world, path, `${before}${JSON.stringify(entry)}\n`, OWNER_ONLY);
      });
    },
  };
}

/** The entries of the log, in order of time; lines that are none are passed over. */
export async function readPracticeLog(world: World): Promise<readonly ProgressEntry[]> {
  const lines = (await practiceLogText(world)).split('\n');
  const entries = lines.flatMap((line): ProgressEntry[] => {
    const value = jsonIn(line);
    return isEntry(value, '', () => {}) ? [value] : [];
  });
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The log as it lies on the disk; empty where there is none. A last line without its end gets one. */
export async function practiceLogText(world: World): Promise<string> {
  const path = practiceLogPath(world);
  const text = path === undefined ? '' : ((await unlessMissing(() => world.readFile(path))) ?? '');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

const ids = listOf(anyText);
const common = {
  at: textLike(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/, 'a time'),
  rule_set: anyText,
  known: ids,
  missed: ids,
  resisted: ids,
};
const side = either(exactly('first'), exactly('second'), 'first or second');

const isPlacement: Check<PlacementEntry> = objectOf<PlacementEntry>({
  kind: exactly('placement'),
  ...common,
  vignette: anyText,
  source: either(exactly('published'), either(exactly('written'), exactly('generated'), ''), 'a source'),
  placed: either(anyText, exactly(null), 'a level or null'),
  possible: ids,
  decided_by: ids,
});

const isPair: Check<PairEntry> = objectOf<PairEntry>({
  kind: exactly('pair'),
  ...common,
  vignettes: ids,
  question: anyText,
  picked: either(side, exactly(null), 'first, second or null'),
  needs_more: side,
});

const isEntry: Check<ProgressEntry> = either(isPlacement, isPair, 'an entry of the log');
