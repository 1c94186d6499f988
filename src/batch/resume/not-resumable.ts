/**
 * Thrown where an output that broke off cannot be gone on with. The message is one lower-case sentence without a final
 * period; `help` says what to do.
 */
export class NotResumable extends Error {
  override readonly name = 'NotResumable';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
