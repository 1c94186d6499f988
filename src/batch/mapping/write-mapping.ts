import type { ProposedAnswer } from './propose-answers.ts';

/** What is decided about one column. */
export type Decision =
  | { readonly use: 'id' | 'keep' | 'ignore'; readonly column: string }
  | {
      readonly use: 'question';
      readonly column: string;
      readonly question: string;
      /** By value; empty where the values are the ids of answers as they are. */
      readonly answers: readonly ProposedAnswer[];
    };

/** A decision that is left to a person: it is written as a comment, with what there is to say about it. */
export interface OpenDecision {
  /** Absent where nothing is proposed. */
  readonly decision?: Decision;
  readonly remark: string;
}

/** What a mapping file is to say. */
export interface MappingText {
  readonly ruleSet: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly decided: readonly Decision[];
  readonly open: readonly OpenDecision[];
}

/** A mapping file. What is open stands in it as comments that become lines once their mark is taken away. */
export function mappingYaml({ ruleSet, delimiter, encoding, sheet, decided, open }: MappingText): string {
  const columns = (use: 'id' | 'keep' | 'ignore') =>
    decided.filter((decision) => decision.use === use).map(({ column }) => scalar(column));
  const [id] = columns('id');
  const [keep, ignore] = [columns('keep'), columns('ignore')];
  const questions = decided.flatMap((decision) =>
    decision.use === 'question' ? questionLines(decision) : [],
  );
  const lines = [
    `mapping: ${ruleSet}`,
    ...(delimiter === undefined ? [] : [`delimiter: ${delimiter === '\t' ? 'tab' : scalar(delimiter)}`]),
    ...(encoding === undefined ? [] : [`encoding: ${encoding}`]),
    ...(sheet === undefined ? [] : [`sheet: ${scalar(sheet)}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(keep.length === 0 ? [] : [`keep: [${keep.join(', ')}]`]),
    ...(ignore.length === 0 ? [] : ['ignore:', ...ignore.map((name) => `  - ${name}`)]),
    'questions:',
    ...questions,
    ...(open.length === 0
      ? []
      : ['# Not decided. Take the marks away from what is right, and change what is not.']),
    ...open.flatMap(openLines),
  ];
  return `${lines.join('\n')}\n`;
}

function questionLines({ question, column, answers }: Extract<Decision, { use: 'question' }>): string[] {
  const isPlain = answers.every(({ value, answer }) => value === answer);
  if (isPlain) return [`  ${question}: ${scalar(column)}`];
  return [
    `  ${question}:`,
    `    column: ${scalar(column)}`,
    '    answers:',
    ...answers.map(({ value, answer, count }) =>
      answer === undefined
        ? `      # ${scalar(value)}: # ${count} in the sample`
        : `      ${scalar(value)}: ${scalar(answer)}`,
    ),
  ];
}

function openLines({ decision, remark }: OpenDecision): string[] {
  if (decision === undefined) return [`# ${remark}`];
  const lines =
    decision.use === 'question' ? questionLines(decision) : [`${decision.use}: ${scalar(decision.column)}`];
  return [`# ${remark}`, ...lines.map((line) => `#${line}`)];
}

/** A text that YAML takes for nothing else, in quotes where it needs them. */
function scalar(text: string): string {
  const isPlain = /^[a-z][a-z0-9_]*$/i.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  if (isPlain) return text;
  if (!/[\p{Cc}\u2028\u2029]/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}
