import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { adult } from '../adult-rule-set.ts';
import { below, drawCase, mulberry32, type Random, SEED, withOpenQuestions } from '../oracle/draw-cases.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';

const BIN = resolve(import.meta.dirname, '../../bin/carestep.js');
/** Different rows of answers; after these they come again, under other ids. */
const ROWS = 2000;

/**
 * A CSV file of so many cases, the same each time: some ids need quotation marks, hold a line break or would be a formula,
 * some questions are open, and one row in a thousand is rejected.
 */
export function caseFile(cases: number): string {
  const random = mulberry32(SEED);
  const answers = Array.from({ length: ROWS }, () => cellsOf(random));
  const lines = Array.from({ length: cases }, (_, row) => {
    const cells = row % 1000 === 500 ? 'nonsense' : answers[row % ROWS];
    return `${idOf(row)},north,${cells}`;
  });
  return `${['id', 'site', ...adult.questions.map(({ id }) => id)].join(',')}\n${lines.join('\n')}\n`;
}

function cellsOf(random: Random): string {
  const open = below(random, 20) === 0 ? 3 : 0;
  const codes = engineAnswers(adult)(withOpenQuestions(random, drawCase(random), open));
  return adult.questions.map(({ answers }, index) => answers[codes[index] ?? -1]?.id ?? '').join(',');
}

function idOf(row: number): string {
  if (row % 50 === 7) return `"case, ${row}\nsecond ""line"""`;
  return row % 50 === 20 ? `=${row}` : `case-${row}`;
}

/** A run of the built `carestep score` that can be stopped. */
export interface ScoreRun {
  readonly stop: (signal: 'SIGKILL' | 'SIGINT' | 'SIGTERM') => void;
  readonly hasEnded: () => boolean;
  readonly stdin: NodeJS.WritableStream;
  /** What it printed to standard error, and its exit code; null where a signal ended it. */
  readonly ending: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Starts it in a folder. */
export function startScoring(folder: string, args: readonly string[]): ScoreRun {
  const child = spawn(process.execPath, [BIN, 'score', ...args], { cwd: folder, env: {} });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  child.stdout.resume();
  child.stdin.on('error', () => {});
  let hasEnded = false;
  const ending = new Promise<{ code: number | null; stderr: string }>((done) =>
    child.on('close', (code) => {
      hasEnded = true;
      done({ code, stderr });
    }),
  );
  return { stop: (signal) => child.kill(signal), hasEnded: () => hasEnded, stdin: child.stdin, ending };
}

/** Looks every few milliseconds until the condition holds or the run has ended. */
export async function until(run: ScoreRun, holds: () => boolean): Promise<void> {
  while (!run.hasEnded() && !holds()) await new Promise((next) => setTimeout(next, 2));
}

/** A file of the run in the folder, by its path. */
export function partialOf(folder: string, name: string): string {
  return join(folder, `${name}.partial`);
}
