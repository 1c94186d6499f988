/** The rule set in json-logic-engine, compiled. Reads RULE_SET CASES OUTCOMES IDENTITY. */
import { LogicEngine } from 'json-logic-engine';
import { scoreFile } from './score-file.js';
import { asksOutcome, restedOn, translated, translatedLadder } from './translated-rules.js';

await scoreFile((ruleSet) => {
  const rested = restedOn(ruleSet);
  /** @type {import('./translated-rules.js').Form<unknown>} */
  const form = {
    answer: (question, answers) =>
      answers.length === 1
        ? { '===': [{ var: question }, answers[0]] }
        : { in: [{ var: question }, answers] },
    all: (parts) => ({ and: parts }),
    any: (parts) => ({ or: parts }),
    none: (parts) => ({ '!': [{ or: parts }] }),
    count: (atLeast, parts) => ({
      '>=': [{ '+': parts.map((part) => ({ if: [part, 1, 0] })) }, atLeast],
    }),
    level: (levels) => ({ in: [{ var: 'level' }, levels] }),
    restsOn: (rules) => ({ '<': [{ var: `without_${rested.indexOf(rules)}` }, { var: 'level' }] }),
  };
  /** @type {import('./translated-rules.js').LadderForm<unknown>} */
  const ladder = {
    holds: (rule) => ({ var: `${rule}` }),
    number: (value) => value,
    any: (parts) => ({ or: parts }),
    choose: (condition, yes, no) => ({ if: [condition, yes, no] }),
  };
  const engine = new LogicEngine();
  const onAnswers = engine.build(
    ruleSet.rules.map(({ when }) => (asksOutcome(when) ? false : translated(ruleSet, when, form))),
  );
  const levels = engine.build([[], ...rested].map((without) => translatedLadder(ruleSet, ladder, without)));
  const later = ruleSet.rules.flatMap(({ when }, index) => (asksOutcome(when) ? [{ when, index }] : []));
  const onOutcome = engine.build(later.map(({ when }) => translated(ruleSet, when, form)));
  return (facts) => {
    const holds = onAnswers(facts);
    const [level, ...lower] = levels(holds);
    /** @type {Record<string, unknown>} */
    const known = { ...facts, level };
    for (const [index, without] of lower.entries()) known[`without_${index}`] = without;
    const truths = onOutcome(known);
    for (const [place, { index }] of later.entries()) holds[index] = truths[place];
    return { level, holds };
  };
});
