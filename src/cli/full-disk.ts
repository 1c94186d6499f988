import { UsageError } from './usage-error.ts';

/** What the operating system says where there is no room, or where a quota is used up. */
const NO_ROOM = ['ENOSPC', 'EDQUOT'];

/**
 * Does something that writes files.
 *
 * @throws UsageError with this help where the disk is full.
 */
export async function helpingWhereFull<Result>(help: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (!NO_ROOM.some((code) => code === error.code)) throw error;
    throw new UsageError('the disk is full', help);
  }
}
