import { EXIT } from './exit-codes.ts';
import { bugText, describeError, main } from './main.ts';
import { nodeWorld } from './node-world.ts';

/** Runs the command line of this process and sets its exit code. */
export async function runInProcess(): Promise<void> {
  const world = nodeWorld();
  // A reader such as `head` that closes the pipe has all it wanted: that is no error, and the command ends as usual.
  // Anything else, such as a full disk, ends it at once: what comes after could not be written either.
  world.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const { text, code } = describeError(error);
    world.stderr.write(text);
    process.exit(code);
  });
  process.on('uncaughtException', (error) => {
    world.stderr.write(bugText(error));
    process.exit(EXIT.bug);
  });
  process.exitCode = await main(process.argv.slice(2), world);
}
