import { UsageError } from './usage-error.ts';

/**
 * Refuses options that mean nothing beside the others.
 *
 * @throws UsageError for the first of them that is given; `where` says beside what.
 */
export function refuseTogether(where: string, given: Readonly<Record<string, unknown>>): void {
  const option = Object.entries(given).find(([, value]) => value !== undefined)?.[0];
  if (option === undefined) return;
  throw new UsageError(
    `\`${option}\` means nothing ${where}`,
    `leave it out, or see \`carestep practice --help\``,
  );
}
