/**
 * A problem the person can mend: a wrong command line, a file that cannot be used. The message is one lower-case
 * sentence without a final period; `help` says what to do. `main` prints both and exits with 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.help = help;
  }
}

/** An invalid file whose problems are already written out, one below the other; printed as they are, exit 2. */
export class InvalidFileError extends Error {
  override readonly name = 'InvalidFileError';
}
