import { NotResumable } from '../batch/resume/not-resumable.ts';
import { UsageError } from './usage-error.ts';

/** The error, or, where it says why an output cannot be gone on with, the same as a problem of the command line. */
export function refusedResume(error: unknown): unknown {
  return error instanceof NotResumable ? new UsageError(error.message, error.help) : error;
}
