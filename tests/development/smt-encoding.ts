import type { RawCondition, RawQuestion, RawRule, RawRuleSet } from './raw-rule-set.ts';

/**
 * A rule set as SMT-LIB text, written from the meaning of the format and knowing nothing of diagrams. There are two
 * copies of every question and rule, `a` and `b`, so that two cases can be compared.
 */
export class SmtEncoding {
  readonly #raw: RawRuleSet;

  constructor(raw: RawRuleSet) {
    this.#raw = raw;
  }

  /** All questions, rules and levels of both copies. */
  base(): string {
    return ['a', 'b']
      .flatMap((copy) => [...this.#questions(copy), ...this.#rules(copy), ...this.#levels(copy)])
      .join('\n');
  }

  question(id: string): RawQuestion {
    const found = this.#raw.questions.find((question) => question.id === id);
    if (found === undefined) throw new Error(`there is no question ${id}`);
    return found;
  }

  condition(condition: RawCondition, copy: string): string {
    return and(Object.entries(condition).map(([key, value]) => this.#part(key, value, copy)));
  }

  /** The question has one of the tested answers, whether it applies or not. */
  hasAnswer(id: string, test: unknown, copy: string): string {
    const { answers } = this.question(id);
    const indexes = members(
      test,
      answers.map((answer) => answer.id),
    );
    return or(indexes.map((index) => `(= ${variable(id, copy)} ${bits(index)})`));
  }

  applies(id: string, copy: string): string {
    const { applies_when: appliesWhen } = this.question(id);
    return appliesWhen === undefined ? 'true' : this.condition(appliesWhen, copy);
  }

  levelIn(test: unknown, copy: string): string {
    return or(members(test, this.#raw.levels).map((rank) => `|level ${this.#raw.levels[rank]} ${copy}|`));
  }

  /** The level of the first copy is higher than that of the second. */
  levelFalls(): string {
    return this.#higher(
      (level) => `|level ${level} a|`,
      (level) => `|level ${level} b|`,
    );
  }

  someAlert(copy: string): string {
    return or(this.#raw.rules.filter(({ alert }) => alert !== undefined).map(({ id }) => holds(id, copy)));
  }

  /** The level would be lower without these rules. */
  levelRestsOn(rules: readonly string[], copy: string): string {
    return this.#higher(
      (level) => `|level ${level} ${copy}|`,
      (level) => this.#levelWithout(level, rules, copy),
    );
  }

  /** The two copies have the same answers save to these questions. */
  sameBut(questions: readonly string[]): string {
    const others = this.#raw.questions.filter(({ id }) => !questions.includes(id));
    return and(others.map(({ id }) => `(= ${variable(id, 'a')} ${variable(id, 'b')})`));
  }

  /** The two copies differ in the level, or in whether some rule of these kinds holds. */
  differs(isWanted: (rule: RawRule) => boolean): string {
    const levels = this.#raw.levels.map((level) => `(not (= |level ${level} a| |level ${level} b|))`);
    const rules = this.#raw.rules
      .filter(isWanted)
      .map(({ id }) => `(not (= ${holds(id, 'a')} ${holds(id, 'b')}))`);
    return or([...levels, ...rules]);
  }

  #questions(copy: string): string[] {
    return this.#raw.questions.flatMap(({ id, answers }) => [
      `(declare-const ${variable(id, copy)} (_ BitVec 5))`,
      `(assert (bvult ${variable(id, copy)} ${bits(answers.length)}))`,
    ]);
  }

  /** Rules that decide first: advice may ask for the level they give. */
  #rules(copy: string): string[] {
    return this.#raw.rules
      .filter(({ advise }) => advise === undefined)
      .map(({ id, when }) => `(define-fun ${holds(id, copy)} () Bool ${this.condition(when, copy)})`);
  }

  #levels(copy: string): string[] {
    const levels = this.#raw.levels.map(
      (level) => `(define-fun |level ${level} ${copy}| () Bool ${this.#levelWithout(level, [], copy)})`,
    );
    const advice = this.#raw.rules
      .filter(({ advise }) => advise !== undefined)
      .map(({ id, when }) => `(define-fun ${holds(id, copy)} () Bool ${this.condition(when, copy)})`);
    return [...levels, ...advice];
  }

  /** The lowest level that no rule objects to, some rules left out; nothing objects to the last one. */
  #levelWithout(level: string, without: readonly string[], copy: string): string {
    const { levels, rules } = this.#raw;
    const rank = levels.indexOf(level);
    const objected = (to: number) =>
      or(
        rules
          .filter(({ id }) => !without.includes(id))
          .filter(
            ({ at_least: floor, rule_out: out }) =>
              (floor !== undefined && levels.indexOf(floor) > to) || out?.includes(levels[to] ?? ''),
          )
          .map(({ id }) => holds(id, copy)),
      );
    const lower = levels.slice(0, rank).map((_, to) => objected(to));
    return and([...lower, rank === levels.length - 1 ? 'true' : not(objected(rank))]);
  }

  #higher(first: (level: string) => string, second: (level: string) => string): string {
    const { levels } = this.#raw;
    return or(
      levels.flatMap((high, rank) => levels.slice(0, rank).map((low) => and([first(high), second(low)]))),
    );
  }

  #part(key: string, value: unknown, copy: string): string {
    switch (key) {
      case 'all':
        return and(conditions(value).map((part) => this.condition(part, copy)));
      case 'any':
        return or(conditions(value).map((part) => this.condition(part, copy)));
      case 'none':
        return not(or(conditions(value).map((part) => this.condition(part, copy))));
      case 'count': {
        if (!isMapping(value)) throw new Error('a count is no mapping');
        const parts = conditions(value['of']).map((part) => this.condition(part, copy));
        return `((_ at-least ${String(value['at_least'])}) ${parts.join(' ')})`;
      }
      case 'level':
        return this.levelIn(value, copy);
      case 'rests_on':
        return this.levelRestsOn(texts(value), copy);
      case 'alert':
        return value === true ? this.someAlert(copy) : not(this.someAlert(copy));
      default:
        return and([this.applies(key, copy), this.hasAnswer(key, value, copy)]);
    }
  }
}

export function and(parts: readonly string[]): string {
  return parts.length === 0 ? 'true' : `(and ${parts.join(' ')})`;
}

export function or(parts: readonly string[]): string {
  return parts.length === 0 ? 'false' : `(or ${parts.join(' ')})`;
}

export function not(part: string): string {
  return `(not ${part})`;
}

export function variable(question: string, copy: string): string {
  return `|${question} ${copy}|`;
}

function holds(rule: string, copy: string): string {
  return `|${rule} ${copy}|`;
}

function bits(value: number): string {
  return `(_ bv${value} 5)`;
}

/** The places that a test names among some ids. */
function members(test: unknown, ids: readonly string[]): number[] {
  const place = (id: unknown) => {
    const found = ids.indexOf(String(id));
    if (found === -1) throw new Error(`there is no ${String(id)} among ${ids.join(', ')}`);
    return found;
  };
  if (Array.isArray(test)) return test.map(place);
  if (!isMapping(test)) return [place(test)];
  const first = test['from'] === undefined ? 0 : place(test['from']);
  const last = test['up_to'] === undefined ? ids.length - 1 : place(test['up_to']);
  return ids.flatMap((_, index) => (index >= first && index <= last ? [index] : []));
}

function conditions(value: unknown): RawCondition[] {
  if (!Array.isArray(value)) throw new Error('a group of conditions is no list');
  return value.map((part) => {
    if (!isMapping(part)) throw new Error('a condition is no mapping');
    return part;
  });
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error('a list of ids is no list');
  return value.map(String);
}

export function isMapping(value: unknown): value is RawCondition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
