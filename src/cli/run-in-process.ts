import { EXIT } from './exit-codes.ts';
import { bugText, main } from './main.ts';
import { nodeWorld } from './node-world.ts';

/** Runs the command line of this process and sets its exit code. */
export async function runInProcess(): Promise<void> {
  // A reader such as `head` that closes the pipe has all it wanted: that is no error, and the command ends as usual.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.on('uncaughtException', (error) => {
    process.stderr.write(bugText(error));
    process.exit(EXIT.bug);
  });
  process.exitCode = await main(process.argv.slice(2), nodeWorld());
}
