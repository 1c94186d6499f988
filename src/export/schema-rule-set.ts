import { MAX_ANSWERS } from '../core/rule-set.ts';
import { REFERENCES } from './schema-conditions.ts';
import { described, type JsonSchema, KEBAB, list, mapping, TEXT, WORD } from './schema-ids.ts';

const DAYS = { type: 'integer', minimum: 1 } as const satisfies JsonSchema;

const LEVEL = mapping(
  {
    id: WORD,
    name: TEXT,
    place: described('Where the person spends days and nights.', TEXT),
    dose: described('Hours and days a week, in one line.', TEXT),
    suited_for: TEXT,
    length: described('The usual length of stay.', TEXT),
    week: described('What a week looks like.', TEXT),
    review: described('When to review the placement.', TEXT),
    review_days: described(
      'The same in days, where a source sets an interval.',
      mapping({ first: DAYS, every: DAYS }, ['first', 'every']),
    ),
    next_step: TEXT,
    sources: REFERENCES.citations,
  },
  ['id', 'name', 'place', 'dose', 'suited_for', 'length', 'week', 'review', 'next_step', 'sources'],
);

const SOURCE = mapping({ id: KEBAB, title: TEXT, citation: TEXT, date: TEXT, url: TEXT }, [
  'id',
  'title',
  'citation',
]);

const DECISION = mapping({ topic: TEXT, chosen: TEXT, because: TEXT, sources: REFERENCES.citations }, [
  'topic',
  'chosen',
  'because',
  'sources',
]);

const PARENT = mapping(
  { rule_set: KEBAB, version: TEXT, fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
  ['rule_set', 'version', 'fingerprint'],
);

/** The schema of `rule-set.yaml`, but for the definitions. */
export function ruleSetFile(): JsonSchema {
  return mapping(
    {
      rule_set: described('The id of the rule set.', KEBAB),
      version: described("In quotes: '1.0.0'.", TEXT),
      parent: described('What the rule set was copied from.', PARENT),
      title: TEXT,
      intended_users: TEXT,
      population: TEXT,
      not_for: described('What it must not be used for.', list(TEXT)),
      demographics: described('That no demographic attribute is used.', TEXT),
      validation: described('How far the rule set has been validated.', TEXT),
      time_frame: described('The time that questions ask about unless one says otherwise.', TEXT),
      emergency: described('What to do in an emergency, shown with every alert.', TEXT),
      levels: described('Least intensive first.', list(LEVEL, { minItems: 2, maxItems: MAX_ANSWERS })),
      dimensions: described(
        'In the order in which a clinician asks; `step_down` stands in `step-down.yaml`.',
        list(WORD, { uniqueItems: true }),
      ),
      sources: list(SOURCE),
      decisions: described('Choices where the sources disagree or are silent.', list(DECISION)),
      overrides: described(
        'Reasons for which a clinician may choose another level.',
        list(mapping({ id: WORD, label: TEXT }, ['id', 'label'])),
      ),
    },
    [
      'rule_set',
      'version',
      'title',
      'intended_users',
      'population',
      'not_for',
      'demographics',
      'validation',
      'time_frame',
      'emergency',
      'levels',
      'dimensions',
      'sources',
    ],
  );
}
