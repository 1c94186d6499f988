import type { RuleSet } from '../../../src/core/rule-set.ts';

/** A table of cases by answer ids, blank for an open one. */
export interface PlainTable {
  readonly ids: readonly string[];
  /** By case and question. */
  readonly answers: readonly (readonly string[])[];
}

/** The same cases as somebody else would keep them, and the mapping that leads back. */
export interface Disguised {
  readonly bytes: Uint8Array;
  readonly mapping: string;
  readonly isNdjson: boolean;
}

type Random = (limit: number) => number;

/** One column of another making: its name, and what it says for each case. */
interface RawColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252'] as const;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Marks that each encoding has, and that the file format must not stumble over. */
const MARKS = ['', 'ä', 'é ', '; ', ', ', '"', '|', ' - '] as const;

/** Cases with random answers, some of them open. */
export function randomTable(ruleSet: RuleSet, count: number, below: Random): PlainTable {
  const ids = Array.from({ length: count }, (_, index) => `k${below(1000)}-${index}`);
  const answers = ids.map(() =>
    ruleSet.questions.map((question) =>
      below(6) === 0 ? '' : (question.answers[below(question.answers.length)]?.id ?? ''),
    ),
  );
  return { ids, answers };
}

/** Renames, recodes and combines the columns of a table, and writes it in another form. */
export function disguise(ruleSet: RuleSet, table: PlainTable, below: Random): Disguised {
  const isNdjson = below(5) === 0;
  const encoding = isNdjson ? 'utf-8' : (ENCODINGS[below(3)] ?? 'utf-8');
  const delimiter = DELIMITERS[below(4)] ?? ',';
  const columns: RawColumn[] = [{ name: 'Fall Nr.', cells: table.ids }];
  const lines = ['mapping: adult', "id: 'Fall Nr.'", `encoding: ${encoding}`];
  if (!isNdjson) lines.push(`delimiter: ${delimiter === '\t' ? 'tab' : quoted(delimiter)}`);
  lines.push("ignore: ['Bem. ü']", 'questions:');
  columns.push({ name: 'Bem. ü', cells: table.ids.map(() => `frei ${below(9)}, "x"`) });
  ruleSet.questions.forEach((question, index) => {
    const given = table.answers.map((row) => row[index] ?? '');
    const name = below(4) === 0 ? question.id : `Q${index}${MARKS[below(MARKS.length)] ?? ''}x`;
    switch (below(4)) {
      case 0:
        columns.push({ name, cells: given });
        lines.push(`  ${question.id}: ${quoted(name)}`);
        return;
      case 1:
        combine(question.id, name, given, columns, lines);
        return;
      default:
        recode(question.answers, question.id, name, given, columns, lines, below);
    }
  });
  for (let at = columns.length - 1; at > 0; at--) swap(columns, at, below(at + 1));
  const text = isNdjson
    ? ndjson(columns, table.ids.length)
    : csv(columns, table.ids.length, delimiter, below(2) === 0);
  return { bytes: encoded(text, encoding), mapping: `${lines.join('\n')}\n`, isNdjson };
}

function recode(
  answers: readonly { readonly id: string }[],
  id: string,
  name: string,
  given: readonly string[],
  columns: RawColumn[],
  lines: string[],
  below: Random,
): void {
  const first = below(3);
  const codes = new Map(
    answers.map((answer, index) => [answer.id, `${first + index}${MARKS[below(MARKS.length)] ?? ''}.`]),
  );
  const open = below(2) === 0 ? '' : '99';
  const cells = given.map((answer) => (answer === '' ? open : (codes.get(answer) ?? '')));
  columns.push({ name, cells });
  // The last answer is sometimes what any other value means.
  const last = open === '' && below(3) === 0 ? answers.at(-1)?.id : undefined;
  lines.push(`  ${id}:`, `    column: ${quoted(name)}`, '    answers:');
  for (const [answer, code] of codes)
    if (answer !== last) lines.push(`      ${quoted(code)}: ${quoted(answer)}`);
  if (open !== '') lines.push(`      ${quoted(open)}: unknown`);
  if (last !== undefined) lines.push(`    other: ${quoted(last)}`);
}

/** One yes-or-no column for each answer but the first; all `n` is the first answer, all blank none. */
function combine(
  id: string,
  name: string,
  given: readonly string[],
  columns: RawColumn[],
  lines: string[],
): void {
  const answers = [...new Set(given)].filter((answer) => answer !== '').sort();
  const [first, ...others] = answers;
  if (first === undefined || others.length === 0) {
    columns.push({ name, cells: given });
    lines.push(`  ${id}: { column: ${quoted(name)} }`);
    return;
  }
  lines.push(`  ${id}:`, '    first_of:');
  for (const other of others) {
    const part = `${name}/${other}`;
    columns.push({
      name: part,
      cells: given.map((answer) => (answer === '' ? '' : answer === other ? 'y' : 'n')),
    });
    lines.push(`      - { when: { ${quoted(part)}: ['y', 'Y'] }, answer: ${quoted(other)} }`);
  }
  lines.push(`    other: ${quoted(first)}`);
}

function swap(columns: RawColumn[], one: number, other: number): void {
  const [a, b] = [columns[one], columns[other]];
  if (a !== undefined && b !== undefined) [columns[one], columns[other]] = [b, a];
}

/** A text in YAML that nothing can be mistaken in. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function csv(columns: readonly RawColumn[], count: number, delimiter: string, crlf: boolean): string {
  const cell = (text: string) =>
    text.includes('"') || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = [
    columns.map(({ name }) => name),
    ...Array.from({ length: count }, (_, row) => columns.map(({ cells }) => cells[row] ?? '')),
  ];
  return rows.map((row) => row.map(cell).join(delimiter) + (crlf ? '\r\n' : '\n')).join('');
}

function ndjson(columns: readonly RawColumn[], count: number): string {
  return Array.from({ length: count }, (_, row) => {
    const filled = columns.filter(({ cells }) => cells[row] !== '');
    return `${JSON.stringify(Object.fromEntries(filled.map(({ name, cells }) => [name, cells[row]])))}\n`;
  }).join('');
}

function encoded(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  return new Uint8Array(Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'latin1'));
}
