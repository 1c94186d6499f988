import type { CaseText, UnusableInput } from './case-row.ts';

/** Reads a document that must be in memory as a whole; one that is too large is refused before it fills it. */
export async function wholeText(
  { path, chunks }: CaseText,
  limit: { readonly units: number; readonly words: string },
): Promise<string | UnusableInput> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > limit.units) return tooLarge(path, limit.words);
  }
  return parts.join('');
}

function tooLarge(path: string, words: string): UnusableInput {
  const reason = `the file is larger than ${words}`;
  const help = 'write the cases as NDJSON, one a line: that may be of any size';
  return { kind: 'unusable', path, problems: [{ line: 1, column: 1, code: 'file-too-large', reason, help }] };
}
