import { conditionOf, REFERENCES, testOf } from './schema-conditions.ts';
import {
  answerIds,
  described,
  type JsonSchema,
  KEBAB,
  list,
  mapping,
  type SchemaIds,
  TEXT,
  WORD,
} from './schema-ids.ts';

const CLAIMS = [
  'expect',
  'never_lowers',
  'never_matters',
  'stays',
  'always_one_level',
  'each_rule_can_matter',
  'each_answer_can_matter',
];

/** Keys that say something only beside another one. */
const NEEDS = {
  when: ['expect'],
  best_elsewhere: ['expect'],
  any_answer: ['best_elsewhere'],
  held_fixed: ['never_lowers'],
  stays: ['whatever'],
  whatever: ['stays'],
  except: ['each_answer_can_matter'],
} as const satisfies JsonSchema;

const ALERT = described('Some alert is in force, or none is.', { type: 'boolean' });

/** The schema of `guarantees.yaml`, but for the definitions. */
export function guaranteesFile(ids: SchemaIds): JsonSchema {
  return mapping({ guarantees: list(guarantee(ids)) }, ['guarantees']);
}

function guarantee(ids: SchemaIds): JsonSchema {
  const { condition, levels } = REFERENCES;
  const questions = list(ids.question, { uniqueItems: true });
  const isTrue = { const: true };
  return mapping(
    {
      id: KEBAB,
      says: described('The claim as a sentence for clinicians.', TEXT),
      when: described('The cases the claim is about.', conditionOf(ids.ruleSet, condition, { alert: ALERT })),
      best_elsewhere: described('Every other ordered question has its first answer.', isTrue),
      any_answer: described('Questions left out of that.', questions),
      expect: described(
        'What each of these cases must come to.',
        mapping({ level: levels, alert: ALERT }, [], { minProperties: 1 }),
      ),
      never_lowers: described('Questions to which a more serious answer never lowers the level.', {
        anyOf: [{ const: 'all_ordered' }, list(ids.orderedQuestion, { uniqueItems: true })],
      }),
      held_fixed: described('Questions left out of that.', questions),
      never_matters: described('Questions that change neither the level nor an alert.', questions),
      stays: described('Cases at these levels stay there, whatever the answers to others are.', levels),
      whatever: described('Those other questions.', questions),
      always_one_level: described('Every complete case has exactly one level.', isTrue),
      each_rule_can_matter: described('Without any one rule some case has another level.', isTrue),
      each_answer_can_matter: described('Some case tells any two answers of a question apart.', isTrue),
      except: described('Answers that are alike to the rules.', list(alike(ids))),
    },
    ['id', 'says'],
    { oneOf: CLAIMS.map((claim) => ({ required: [claim] })), dependencies: NEEDS },
  );
}

function alike({ ruleSet, question }: SchemaIds): JsonSchema {
  const keys = ['question', 'answers', 'because'];
  if (ruleSet === undefined) {
    const answers = { ...testOf(WORD, false), type: 'array', minItems: 2 };
    return mapping({ question, answers, because: TEXT }, keys);
  }
  const each = ruleSet.questions.map((candidate) => ({
    properties: {
      question: { const: candidate.id },
      answers: list(answerIds(candidate), { minItems: 2, uniqueItems: true }),
    },
  }));
  return mapping({ question, answers: { type: 'array' }, because: TEXT }, keys, { anyOf: each });
}
