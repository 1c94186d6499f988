import { EXIT } from './exit-codes.ts';
import { main } from './main.ts';
import { nodeWorld } from './node-world.ts';

/** Runs the command line of this process and sets its exit code. */
export async function runInProcess(): Promise<void> {
  // A reader such as `head` that closes the pipe has all it wanted: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
  process.on('uncaughtException', (error) => {
    process.stderr.write(
      `error: something went wrong inside carestep: ${error.message}\n` +
        '  help: this is a mistake in carestep, not in your answers; please report it with the command you ran\n',
    );
    process.exit(EXIT.bug);
  });
  process.exitCode = await main(process.argv.slice(2), nodeWorld());
}
