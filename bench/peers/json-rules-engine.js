/** The rule set in json-rules-engine. Reads RULE_SET CASES OUTCOMES IDENTITY. */
import { Engine } from 'json-rules-engine';
import { scoreFile } from './score-file.js';
import { asksOutcome, restedOn, translated, translatedLadder } from './translated-rules.js';

await scoreFile((ruleSet) => {
  const engine = new Engine();
  const rested = restedOn(ruleSet);
  /** @type {import('./score-file.js').Facts} */
  let answers = {};

  // The engine cannot count, so a fact in plain JavaScript does: quicker than every combination spelled out.
  /** @type {import('./translated-rules.js').Form<() => boolean>} */
  const counted = {
    answer: (question, allowed) => () => allowed.includes(answers[question] ?? ''),
    all: (parts) => () => parts.every((part) => part()),
    any: (parts) => () => parts.some((part) => part()),
    none: (parts) => () => !parts.some((part) => part()),
    count: (atLeast, parts) => () => parts.filter((part) => part()).length >= atLeast,
    level: notCounted,
    restsOn: notCounted,
  };
  let counts = 0;
  /** @type {import('./translated-rules.js').Form<object>} */
  const form = {
    answer: (fact, allowed) => ({ fact, operator: 'in', value: allowed }),
    all: (parts) => ({ all: parts }),
    any: (parts) => ({ any: parts }),
    none: (parts) => ({ not: { any: parts } }),
    count: (atLeast, _, conditions) => {
      const parts = conditions.map((part) => translated(ruleSet, part, counted));
      const fact = `count_${counts++}`;
      engine.addFact(fact, () => parts.filter((part) => part()).length);
      return { fact, operator: 'greaterThanInclusive', value: atLeast };
    },
    level: (levels) => ({ fact: 'level', operator: 'in', value: levels }),
    restsOn: (rules) => ({
      fact: 'level_without',
      params: { rested: rested.indexOf(rules) },
      operator: 'lessThan',
      value: { fact: 'level' },
    }),
  };
  /** @param {readonly string[]} without @returns {(holds: ArrayLike<boolean>) => number} */
  const levelWithout = (without) =>
    translatedLadder(
      ruleSet,
      {
        holds: (rule) => (holds) => (holds[rule] ? 1 : 0),
        number: (value) => () => value,
        any: (parts) => (holds) => Math.max(...parts.map((part) => part(holds))),
        choose: (condition, yes, no) => (holds) => (condition(holds) > 0 ? yes(holds) : no(holds)),
      },
      without,
    );
  const levelOf = levelWithout([]);
  engine.addFact('level', (_, almanac) => levelOf(holding(almanac.getEvents('success'))));
  const levelsWithout = rested.map(levelWithout);
  engine.addFact('level_without', ({ rested: place }, almanac) =>
    levelsWithout[place]?.(holding(almanac.getEvents('success'))),
  );
  for (const [index, { when }] of ruleSet.rules.entries()) {
    const condition = translated(ruleSet, when, form);
    engine.addRule({
      conditions:
        'all' in condition || 'any' in condition || 'not' in condition ? condition : { all: [condition] },
      event: { type: `${index}` },
      // Rules of a higher priority are done before the next ones begin.
      priority: asksOutcome(when) ? 1 : 2,
    });
  }

  /** @param {{ type: string }[]} events */
  function holding(events) {
    /** @type {boolean[]} */
    const holds = Array(ruleSet.rules.length).fill(false);
    for (const { type } of events) holds[Number(type)] = true;
    return holds;
  }

  return async (facts) => {
    answers = facts;
    const { events } = await engine.run(facts);
    const holds = holding(events);
    return { level: levelOf(holds), holds };
  };
});

/** @returns {never} */
function notCounted() {
  throw new Error('only conditions on answers are counted');
}
