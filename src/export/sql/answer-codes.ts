import { UNKNOWN } from '../../core/answers.ts';
import type { Question } from '../../core/rule-set.ts';
import type { Writing } from './formula-text.ts';
import type { Column, Layer } from './layer.ts';

/** The characters of which a blank text consists: white space and line ends as Unicode and ECMAScript have them. */
export const BLANK_CHARACTERS: readonly number[] = [
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680],
  ...Array.from({ length: 11 }, (_, index) => 0x2000 + index),
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
];

/** The step that reads the table: a code for each answer. `given` is the table, `blank` holds the characters above. */
export function codesLayer(writing: Writing): Layer {
  return {
    name: 'codes',
    note: 'answers as numbers: 0 is the first answer, -1 an open question, -2 a text that is no answer',
    columns: writing.ruleSet.questions.map((question, index) => ({
      name: writing.names.code(index),
      sql: codeText(writing, question),
    })),
  };
}

/** The columns of the table that hold a text that is no answer; NULL where there is none. */
export function problemColumn(writing: Writing): Column {
  const named = writing.ruleSet.questions.map(({ id }, index) => ({
    condition: `${writing.names.code(index)} = -2`,
    text: id,
  }));
  return { name: writing.names.of(PROBLEM), sql: `nullif(${listText(writing, named)}, '')` };
}

/** What the column is called until the last step. */
export const PROBLEM = 'columns with a problem';

/** The most arguments of one call that every database takes with room to spare. */
const MOST_ARGUMENTS = 40;

/** The texts whose condition holds, joined by `;`; an empty text where there is none. */
export function listText(
  writing: Writing,
  entries: readonly { readonly condition: string; readonly text: string }[],
  indent = '    ',
): string {
  const { dialect } = writing;
  if (entries.length === 0) return "''";
  const cases = entries.map(({ condition, text }) => `CASE WHEN ${condition} THEN ${dialect.text(text)} END`);
  const call = (parts: readonly string[], deeper: string) =>
    `concat_ws(\n${deeper}  ';',\n${parts.map((part) => `${deeper}  ${part}`).join(',\n')}\n${deeper})`;
  if (cases.length <= MOST_ARGUMENTS) return call(cases, indent);
  const chunks: string[] = [];
  for (let from = 0; from < cases.length; from += MOST_ARGUMENTS) {
    chunks.push(`nullif(${call(cases.slice(from, from + MOST_ARGUMENTS), `${indent}  `)}, '')`);
  }
  return call(chunks, indent);
}

function codeText({ dialect }: Writing, { id, answers }: Question): string {
  const column = `given.${dialect.name(id)}`;
  const whens = answers.map((answer, code) => `WHEN ${dialect.text(answer.id)} THEN ${code}`);
  const otherwise = `CASE WHEN translate(${column}, blank.characters, '') <> '' THEN -2 ELSE -1 END`;
  return [
    `CASE ${column}`,
    `  ${whens.join(' ')} WHEN ${dialect.text(UNKNOWN)} THEN -1`,
    `  ELSE ${otherwise}`,
    'END',
  ].join('\n    ');
}
