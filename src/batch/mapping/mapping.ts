import type { Place } from '../../rule-set/diagnostic.ts';
import type { SourceFile } from '../../rule-set/text-guard.ts';

/** A column as the mapping names it. Names match exactly. */
export interface ColumnName {
  readonly text: string;
  /** Where it stands in the mapping. */
  readonly place: Place;
}

/** A test on a column as it is in the file: what its cell says is one of these texts, the empty one for a blank cell. */
export interface ColumnTest {
  readonly column: ColumnName;
  readonly values: ReadonlySet<string>;
}

/** What the cells of a case mean for a question, beside those that are given an answer each. */
interface Remainder {
  /** The answer where all cells are blank; `OPEN` if the mapping says nothing of it. */
  readonly blank: number;
  /** The answer for any other value; absent if such a row is rejected. */
  readonly other?: number;
}

/** Where the answers to a question come from. Answers are codes, `OPEN` for `unknown`. */
export type AnswerSource =
  | { readonly kind: 'constant'; readonly answer: number }
  /** The cells hold the ids of answers. */
  | { readonly kind: 'column'; readonly column: ColumnName }
  | (Remainder & {
      readonly kind: 'recoded';
      readonly column: ColumnName;
      readonly answers: ReadonlyMap<string, number>;
    })
  /** The first choice decides of which all tests hold. */
  | (Remainder & { readonly kind: 'first-of'; readonly choices: readonly Choice[] });

/** An answer and the tests under which it is given. */
export interface Choice {
  readonly when: readonly ColumnTest[];
  readonly answer: number;
}

/** How a file of another making is read as cases. */
export interface Mapping {
  /** For messages that point into it. */
  readonly file: SourceFile;
  /** Between the cells of CSV. */
  readonly delimiter?: string;
  /** A label that `TextDecoder` knows. */
  readonly encoding?: string;
  /** Of an Excel file. */
  readonly sheet?: string;
  /** Without one the line number is the id. */
  readonly id?: ColumnName;
  readonly keep: readonly ColumnName[];
  /** Columns that are not read; `others` for all that are not named elsewhere. */
  readonly ignore: readonly ColumnName[] | 'others';
  /** By question index. */
  readonly sources: ReadonlyMap<number, AnswerSource>;
}

/** The columns that a source reads, in the order in which it names them. */
export function columnsOf(source: AnswerSource): readonly ColumnName[] {
  switch (source.kind) {
    case 'constant':
      return [];
    case 'column':
    case 'recoded':
      return [source.column];
    case 'first-of':
      return source.choices.flatMap(({ when }) => when.map(({ column }) => column));
    default:
      return source satisfies never;
  }
}
