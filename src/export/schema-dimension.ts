import { MAX_ANSWERS } from '../core/rule-set.ts';
import { type AcceptingPart, acceptableOn } from '../rule-set/finding.ts';
import { REFERENCES } from './schema-conditions.ts';
import {
  described,
  type JsonSchema,
  KEBAB,
  list,
  mapping,
  NOTHING,
  RULE_ID,
  type SchemaIds,
  TEXT,
  WORD,
} from './schema-ids.ts';

/** The schema of a dimension's file, but for the definitions. */
export function dimensionFile(ids: SchemaIds): JsonSchema {
  return mapping(
    {
      dimension: described('The id that `rule-set.yaml` lists.', ids.dimension),
      title: TEXT,
      rule_prefix: described(
        'What stands before the dot in the ids of the rules; by default the id of the dimension with hyphens.',
        KEBAB,
      ),
      questions: list(QUESTION),
      rules: list(ruleOf(ids)),
    },
    ['dimension', 'title', 'questions', 'rules'],
  );
}

const ANSWER = mapping(
  {
    id: { ...WORD, not: { const: 'unknown' } },
    label: TEXT,
    means: described('What makes this the right answer.', TEXT),
    phrase: described('How it reads of a person: "has no thoughts of suicide".', TEXT),
    usual: described('How often it is given, compared with the others of the question.', {
      type: 'integer',
      minimum: 1,
    }),
  },
  ['id', 'label', 'means', 'phrase'],
);

const QUESTION = mapping(
  {
    id: { ...WORD, not: { enum: ['all', 'any', 'none', 'count', 'level', 'rests_on'] } },
    title: described('A short name.', TEXT),
    prompt: described('The question as asked.', TEXT),
    window: described('The time it asks about.', TEXT),
    help: described('How to answer it.', TEXT),
    nominal: described('The answers have no order.', { const: true }),
    history: described('A fact of the past, never named as something to change.', { const: true }),
    group: described('Questions of one group are asked in a row.', WORD),
    applies_when: described('The question is asked and used only where this holds.', REFERENCES.condition),
    answers: described('From least to most serious.', list(ANSWER, { minItems: 2, maxItems: MAX_ANSWERS })),
    accept: acceptances('question'),
  },
  ['id', 'title', 'prompt', 'window', 'help', 'answers'],
);

function acceptances(part: AcceptingPart): JsonSchema {
  return described(
    'Findings of `carestep rules check` that are meant to be so.',
    list(mapping({ finding: { enum: acceptableOn(part) }, because: TEXT }, ['finding', 'because'])),
  );
}

const EFFECTS = ['at_least', 'alert', 'rule_out', 'advise', 'recheck'] as const;

function ruleOf(ids: SchemaIds): JsonSchema {
  return mapping(
    {
      id: described('The prefix of the file, a dot, and words set apart by hyphens.', RULE_ID),
      at_least: described('The suggestion is never below this level.', ids.level),
      alert: described('An emergency message; may stand beside `at_least`.', TEXT),
      rule_out: described(
        'These levels are passed over, upwards.',
        list(ids.innerLevel, { uniqueItems: true }),
      ),
      advise: described('A point for the plan.', TEXT),
      recheck: described(
        'Questions whose answers disagree.',
        list(ids.question, { minItems: 2, uniqueItems: true }),
      ),
      when: described('The rule holds where all of this holds.', { type: 'object' }),
      because: described('Why, in a sentence that a clinician would say.', TEXT),
      sources: described('What the rule rests on.', REFERENCES.citations),
      basis: described('The threshold goes beyond the sources.', { const: 'practice' }),
      accept: acceptances('rule'),
    },
    ['id', 'when', 'because', 'sources'],
    { oneOf: EFFECTS.map(onlyEffect) },
  );
}

/** A rule with this effect and no other. In `advise` alone a condition may test what the other rules lead to. */
function onlyEffect(effect: (typeof EFFECTS)[number]): JsonSchema {
  const others = EFFECTS.filter((other) => other !== effect && !(effect === 'at_least' && other === 'alert'));
  return {
    required: [effect],
    properties: {
      when: effect === 'advise' ? REFERENCES.adviseCondition : REFERENCES.condition,
      ...Object.fromEntries(others.map((other) => [other, NOTHING])),
    },
  };
}
