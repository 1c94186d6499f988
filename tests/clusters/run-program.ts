import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** How a program is run; what is absent is inherited or, for input, empty. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  readonly inputFile?: string;
  /** Written in place of what is returned. */
  readonly outputFile?: string;
}

/** Runs a program to its end and returns what it prints; fails with its errors unless it ends with exit code 0. */
export async function runProgram(
  command: string,
  args: readonly string[],
  { inputFile = '/dev/null', outputFile, ...options }: Surroundings = {},
): Promise<string> {
  const input = openSync(inputFile, 'r');
  const output = outputFile === undefined ? 'pipe' : openSync(outputFile, 'w');
  try {
    const program = spawn(command, args, { ...options, stdio: [input, output, 'pipe'] });
    const printed: string[] = [];
    const errors: string[] = [];
    program.stdout?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    program.stderr?.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    const status = await new Promise((resolve, reject) =>
      program.once('error', reject).once('close', resolve),
    );
    if (status !== 0) throw new Error(`${command} ended with ${status}\n${errors.join('')}`);
    return printed.join('');
  } finally {
    closeSync(input);
    if (output !== 'pipe') closeSync(output);
  }
}
