import type { RuleSet } from '../../core/rule-set.ts';
import type { ColumnNames } from './column-names.ts';
import type { Dialect } from './dialect.ts';
import type { Formula } from './formula.ts';

/** What a formula is written with. */
export interface Writing {
  readonly ruleSet: RuleSet;
  readonly dialect: Dialect;
  readonly names: ColumnNames;
}

const WIDTH = 110;

/** A formula as SQL: in one line where it fits, else one part a line, indented below. */
export function formulaText(writing: Writing, formula: Formula, indent: string): string {
  const flat = flatText(writing, formula);
  if (indent.length + flat.length <= WIDTH) return flat;
  const deeper = `${indent}  `;
  switch (formula.kind) {
    case 'all':
    case 'any': {
      const word = formula.kind === 'all' ? 'AND' : 'OR';
      return formula.of.map((part) => nestedText(writing, part, `${deeper}`)).join(`\n${indent}${word} `);
    }
    case 'not':
      return `NOT ${nestedText(writing, formula.of, deeper)}`;
    case 'count': {
      const ones = formula.of.map((part) => oneIf(formulaText(writing, part, `${deeper}  `)));
      return `${ones.join(`\n${indent}+ `)}\n${indent}>= ${formula.atLeast}`;
    }
    case 'by_answer':
      return `${caseLines(writing, formula, deeper).join(`\n${deeper}`)}\n${indent}END`;
    case 'constant':
    case 'test':
    case 'level':
    case 'above_without':
      return flat;
    default:
      return formula satisfies never;
  }
}

function nestedText(writing: Writing, formula: Formula, indent: string): string {
  const text = formulaText(writing, formula, indent);
  return isCompound(formula) ? `(${text})` : text;
}

/** Whether a formula needs parentheses where it is a part of another. */
function isCompound({ kind }: Formula): boolean {
  return kind === 'all' || kind === 'any' || kind === 'count' || kind === 'by_answer';
}

function flatText(writing: Writing, formula: Formula): string {
  const nested = (part: Formula) =>
    isCompound(part) ? `(${flatText(writing, part)})` : flatText(writing, part);
  switch (formula.kind) {
    case 'constant':
      return formula.holds ? 'TRUE' : 'FALSE';
    case 'test':
      return testText(writing, formula.question, formula.codes);
    case 'all':
      return formula.of.map(nested).join(' AND ');
    case 'any':
      return formula.of.map(nested).join(' OR ');
    case 'not':
      return `NOT ${nested(formula.of)}`;
    case 'count':
      return `${formula.of.map((part) => oneIf(flatText(writing, part))).join(' + ')} >= ${formula.atLeast}`;
    case 'by_answer':
      return `${caseLines(writing, formula, '').join(' ')} END`;
    case 'level': {
      const sign = formula.is === 'at_least' ? '>=' : '<=';
      const level = writing.ruleSet.levels[formula.level]?.id ?? '';
      return `${writing.names.level(formula.end)} ${sign} ${formula.level}${comment(level)}`;
    }
    case 'above_without': {
      const other = formula.end === 'least' ? 'most' : 'least';
      return `${writing.names.level(formula.end)} > ${writing.names.levelWithout(other, formula.rules)}`;
    }
    default:
      return formula satisfies never;
  }
}

function oneIf(condition: string): string {
  return `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
}

function caseLines(
  writing: Writing,
  { question, under }: Extract<Formula, { readonly kind: 'by_answer' }>,
  indent: string,
): string[] {
  const answers = writing.ruleSet.questions[question]?.answers ?? [];
  return [
    `CASE ${writing.names.code(question)}`,
    ...under.map((part, code) => {
      const answer = answers[code];
      const when = answer === undefined ? `ELSE${comment('open')}` : `WHEN ${code}${comment(answer.id)} THEN`;
      return `${when} ${nestedText(writing, part, `${indent}  `)}`;
    }),
  ];
}

/** A test of a code by the shortest of: a run, all but one, a list. Open is -1, below every answer. */
function testText({ ruleSet, names }: Writing, question: number, codes: number): string {
  const answers = ruleSet.questions[question]?.answers ?? [];
  const open = answers.length;
  const isMember = (code: number) => ((codes >>> (code === -1 ? open : code)) & 1) === 1;
  const all = [-1, ...answers.keys()];
  const members = all.filter(isMember);
  const others = all.filter((code) => !isMember(code));
  const word = (code: number | undefined) => (code === -1 ? 'open' : (answers[code ?? -1]?.id ?? ''));
  const column = names.code(question);
  const first = members[0];
  const last = members.at(-1);
  if (first === undefined || last === undefined) return 'FALSE';
  if (others.length === 0) return 'TRUE';
  if (first === last) return `${column} = ${first}${comment(word(first))}`;
  if (last - first === members.length - 1) {
    if (last === open - 1) return `${column} >= ${first}${comment(word(first))}`;
    if (first === -1) return `${column} <= ${last}${comment(`${word(last)}, or open`)}`;
    return `${column} BETWEEN ${first} AND ${last}${comment(`${word(first)} to ${word(last)}`)}`;
  }
  if (others.length === 1) return `${column} <> ${others[0]}${comment(word(others[0]))}`;
  return `${column} IN (${members.join(', ')})${comment(members.map(word).join(', '))}`;
}

/** A comment behind a number, so that nobody has to look it up. */
export function comment(text: string): string {
  return ` /* ${text.replaceAll('*/', '* /').replaceAll('/*', '/ *')} */`;
}
