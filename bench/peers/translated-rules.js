/** Turns the rules of a rule set into the form of another engine, condition by condition. */

/** @typedef {{ kind: string, question: number, answers: number, of: Condition[], atLeast: number, levels: number, rules: string[] }} Condition */
/** @typedef {{ id: string, kind: string, level: number, levels: number, alert?: string, when: Condition }} Rule */
/** @typedef {{ id: string, answers: { id: string }[] }} Question */
/** @typedef {{ questions: Question[], levels: { id: string }[], rules: Rule[], asked: Set<string> }} RuleSet */

/**
 * How an engine says each kind of condition.
 *
 * @template T
 * @typedef {object} Form
 * @property {(question: string, answers: string[]) => T} answer
 * @property {(parts: T[]) => T} all
 * @property {(parts: T[]) => T} any
 * @property {(parts: T[]) => T} none
 * @property {(atLeast: number, parts: T[], conditions: Condition[]) => T} count
 * @property {(levels: number[]) => T} level the level is one of these
 * @property {(rules: string[]) => T} restsOn the level would be lower without these rules
 */

/**
 * A test on a question that does not apply is false here because the cases leave such questions blank. One on a
 * question that no case was asked is open, which the other engines do not know: it is put so that a rule holds only
 * where it holds whatever the answer is.
 *
 * @template T
 * @param {RuleSet} ruleSet
 * @param {Condition} condition
 * @param {Form<T>} form
 * @param {boolean} [isDenied] whether it stands below an odd number of `none`
 * @returns {T}
 */
export function translated(ruleSet, condition, form, isDenied = false) {
  const parts = (isOther = isDenied) => condition.of.map((part) => translated(ruleSet, part, form, isOther));
  switch (condition.kind) {
    case 'answer': {
      const { id, answers } = ruleSet.questions[condition.question] ?? { id: '', answers: [] };
      if (!ruleSet.asked.has(id)) return isDenied ? form.none([form.answer(id, [])]) : form.answer(id, []);
      const allowed = answers.filter((_, index) => (condition.answers >>> index) & 1);
      return form.answer(
        id,
        allowed.map((answer) => answer.id),
      );
    }
    case 'all':
      return form.all(parts());
    case 'any':
      return form.any(parts());
    case 'none':
      return form.none(parts(!isDenied));
    case 'count':
      return form.count(condition.atLeast, parts(), condition.of);
    case 'level':
      return form.level(levelsIn(ruleSet, condition.levels));
    case 'rests_on':
      return form.restsOn(condition.rules);
    default:
      throw new Error(`no engine has been told about \`${condition.kind}\``);
  }
}

/**
 * @param {RuleSet} ruleSet
 * @param {number} levels as a bit mask
 */
function levelsIn(ruleSet, levels) {
  return ruleSet.levels.flatMap((_, index) => ((levels >>> index) & 1 ? [index] : []));
}

/**
 * Whether a condition asks about the outcome, which is known only after all rules on answers.
 *
 * @param {Condition} condition
 * @returns {boolean}
 */
export function asksOutcome(condition) {
  if (condition.kind === 'level' || condition.kind === 'rests_on') return true;
  return (condition.of ?? []).some(asksOutcome);
}

/**
 * The lists of rules without which the level is asked for.
 *
 * @param {RuleSet} ruleSet
 * @returns {string[][]}
 */
export function restedOn(ruleSet) {
  /** @param {Condition} condition @returns {string[][]} */
  const within = (condition) =>
    condition.kind === 'rests_on' ? [condition.rules] : (condition.of ?? []).flatMap(within);
  return ruleSet.rules.flatMap((rule) => within(rule.when));
}

/**
 * How an engine works out the level from the rules that hold.
 *
 * @template T
 * @typedef {object} LadderForm
 * @property {(rule: number) => T} holds whether the rule with this index does
 * @property {(value: number) => T} number
 * @property {(parts: T[]) => T} any
 * @property {(condition: T, yes: T, no: T) => T} choose
 */

/**
 * The lowest level that is not below what a rule asks for and that no rule passes over.
 *
 * @template T
 * @param {RuleSet} ruleSet
 * @param {LadderForm<T>} form
 * @param {readonly string[]} [without] rules to leave out
 * @returns {T}
 */
export function translatedLadder(ruleSet, form, without = []) {
  const rules = ruleSet.rules.map((rule, index) => ({ rule, index }));
  const played = rules.filter(({ rule }) => !without.includes(rule.id));
  /** @param {(rule: Rule) => boolean} wanted */
  const someOf = (wanted) => played.filter(({ rule }) => wanted(rule)).map(({ index }) => form.holds(index));
  const last = ruleSet.levels.length - 1;
  /** @param {number} level @returns {T} */
  const from = (level) => {
    const out = someOf((rule) => rule.kind === 'rule_out' && ((rule.levels >>> level) & 1) === 1);
    if (level === last || out.length === 0) return form.number(level);
    return form.choose(form.any(out), from(level + 1), form.number(level));
  };
  return ruleSet.levels.reduce((lower, _, level) => {
    const asked = someOf((rule) => rule.kind === 'at_least' && rule.level === level);
    return asked.length === 0 ? lower : form.choose(form.any(asked), from(level), lower);
  }, from(0));
}
