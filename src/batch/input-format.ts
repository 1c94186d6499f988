/** The forms in which cases come. */
export type InputFormat = 'csv' | 'ndjson' | 'json' | 'yaml';

const EXTENSIONS: Readonly<Record<string, InputFormat>> = {
  csv: 'csv',
  parquet: 'csv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
};

/** The name of a file without the ending that says how it is compressed. */
export function uncompressedName(path: string): string {
  return path.replace(/\.(?:gz|zst)$/i, '');
}

/** The format that a file's name tells, compressed or not; none for another extension. */
export function formatOfName(path: string): InputFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(uncompressedName(path))?.[1]?.toLowerCase();
  return extension === undefined ? undefined : EXTENSIONS[extension];
}

/** The format that the beginning of a text shows; CSV if nothing speaks for another. */
export function formatOfText(start: string): InputFormat {
  const [line = ''] = start.trimStart().split('\n', 1);
  if (line.startsWith('[')) return 'json';
  // One object on its line is the first of many, or the only one; both can be read line by line.
  if (line.startsWith('{')) return line.trimEnd().endsWith('}') ? 'ndjson' : 'json';
  return /^(#|---|- |-$|(id|answers|story):(\s|$))/.test(line.trimEnd()) ? 'yaml' : 'csv';
}
