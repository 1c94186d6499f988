import { join } from 'node:path';

/** The path of a file or folder that ships with the package; the same from `src` and from `dist`. */
export function packageFile(relative: string): string {
  return join(import.meta.dirname, '../..', relative);
}
