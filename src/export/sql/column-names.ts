import type { RuleSet } from '../../core/rule-set.ts';
import type { End } from '../../diagram/partial-space.ts';
import type { Dialect } from './dialect.ts';

/** PostgreSQL cuts longer names, and then two may be one. */
const LONGEST_NAME = 63;

/**
 * The names of the columns between the table and the outcome, quoted. Codes of answers are called like their question,
 * rules by their id; every other name holds a space, so that no two can meet.
 */
export class ColumnNames {
  readonly #ruleSet: RuleSet;
  readonly #dialect: Dialect;
  readonly #names = new Map<string, string>();

  constructor(ruleSet: RuleSet, dialect: Dialect) {
    this.#ruleSet = ruleSet;
    this.#dialect = dialect;
  }

  /** The same name for the same text: the text itself, or where that is too long its beginning and a number. */
  of(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const short =
      text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 6)} ${this.#names.size}` : text;
    const name = this.#dialect.name(short);
    this.#names.set(text, name);
    return name;
  }

  code(question: number): string {
    return this.of(this.#ruleSet.questions[question]?.id ?? '');
  }

  level(end: End): string {
    return this.of(end === 'least' ? 'lowest level' : 'highest level');
  }

  levelWithout(end: End, rules: readonly string[]): string {
    return this.of(`${end === 'least' ? 'lowest' : 'highest'} level without ${rules.join(', ')}`);
  }
}
