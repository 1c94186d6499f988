/** What stands in a CSV file, read in the plainest way there is: for comparison, without the code under test. */

const CELL = '(?:"(?:[^"]|"")*"|[^",\\n]*)';
/** A whole record from where it begins, with its line end. */
const RECORD = new RegExp(`${CELL}(?:,${CELL})*(?:\\n|$)`, 'y');

/** A row as it is expected: the cells of its record, or nothing where its quoting is broken. */
export type ExpectedRecord = readonly string[] | 'broken';

/** The records of a text with their line numbers left out; empty lines are passed over. */
export function expectedRecords(text: string): ExpectedRecord[] {
  const found: ExpectedRecord[] = [];
  for (let at = 0; at < text.length; ) {
    const record = recordAt(text, at);
    if (record === undefined) found.push('broken');
    else if (!/^\r?\n?$/.test(record)) found.push(cellsOf(record));
    const end = text.indexOf('\n', at);
    at += record?.length ?? (end === -1 ? text.length : end + 1 - at);
  }
  return found;
}

function recordAt(text: string, at: number): string | undefined {
  RECORD.lastIndex = at;
  const plain = RECORD.exec(text)?.[0];
  if (plain !== undefined) return plain;
  // A carriage return behind the last closing mark belongs to the line end and to no cell.
  const withReturn = new RegExp(RECORD.source.replace('(?:\\n|$)', '(?:\\r\\n|\\r$)'), 'y');
  withReturn.lastIndex = at;
  return withReturn.exec(text)?.[0];
}

function cellsOf(record: string): string[] {
  const body = record.replace(/\n$/, '').replace(/\r$/, '');
  return [...`,${body}`.matchAll(new RegExp(`,(${CELL})`, 'g'))].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}
