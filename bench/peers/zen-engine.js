/** The rule set as one decision of GoRules zen. Reads RULE_SET CASES OUTCOMES IDENTITY. */
import { ZenEngine } from '@gorules/zen-engine';
import { scoreFile } from './score-file.js';
import { restedOn, translated, translatedLadder } from './translated-rules.js';

await scoreFile((ruleSet) => {
  const rested = restedOn(ruleSet);
  /** @param {string[]} parts @param {string} word */
  const joined = (parts, word) => `(${parts.join(` ${word} `)})`;
  /** @type {import('./translated-rules.js').Form<string>} */
  const form = {
    answer: (question, answers) =>
      answers.length === 1
        ? `${question} == '${answers[0]}'`
        : `${question} in [${answers.map((answer) => `'${answer}'`).join(', ')}]`,
    all: (parts) => joined(parts, 'and'),
    any: (parts) => joined(parts, 'or'),
    none: (parts) => `not ${joined(parts, 'or')}`,
    count: (atLeast, parts) => `sum([${parts.map((part) => `(${part} ? 1 : 0)`).join(', ')}]) >= ${atLeast}`,
    level: (levels) => `$.level in [${levels.join(', ')}]`,
    restsOn: (rules) => `$.without_${rested.indexOf(rules)} < $.level`,
  };
  /** @type {import('./translated-rules.js').LadderForm<string>} */
  const ladder = {
    holds: (rule) => `$.rule_${rule}`,
    number: String,
    any: (parts) => joined(parts, 'or'),
    choose: (condition, yes, no) => `(${condition} ? ${yes} : ${no})`,
  };
  // Advice may ask for the level, so the level comes before it; the order in which rules are told is that of the set.
  const rules = ruleSet.rules.map((rule, index) => ({
    isAdvice: rule.kind === 'advise',
    key: `rule_${index}`,
    value: translated(ruleSet, rule.when, form),
  }));
  const levels = [[], ...rested].map((without, index) => ({
    key: index === 0 ? 'level' : `without_${index - 1}`,
    value: translatedLadder(ruleSet, ladder, without),
  }));
  const expressions = [
    ...rules.filter(({ isAdvice }) => !isAdvice),
    ...levels,
    ...rules.filter(({ isAdvice }) => isAdvice),
  ];
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'case', name: 'case', type: 'inputNode', content: {} },
      {
        id: 'rules',
        name: 'rules',
        type: 'expressionNode',
        content: { expressions: expressions.map(({ key, value }) => ({ id: key, key, value })) },
      },
      { id: 'outcome', name: 'outcome', type: 'outputNode', content: {} },
    ],
    edges: [
      { id: 'case-rules', type: 'edge', sourceId: 'case', targetId: 'rules' },
      { id: 'rules-outcome', type: 'edge', sourceId: 'rules', targetId: 'outcome' },
    ],
  });
  return async (facts) => {
    const { result } = await decision.evaluate(facts);
    return { level: result.level, holds: rules.map(({ key }) => result[key]) };
  };
});
