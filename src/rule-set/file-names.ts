/** The file without which a folder is no rule set. */
export const HEADER_FILE = 'rule-set.yaml';

/** The file beside the rules that says what must be true of every case. */
export const GUARANTEES_FILE = 'guarantees.yaml';

export function isGuaranteesFile(path: string): boolean {
  return baseName(path) === GUARANTEES_FILE;
}

/** The name of a file without the folders it stands in. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
