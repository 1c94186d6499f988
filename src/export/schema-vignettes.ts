import { UNKNOWN } from '../core/answers.ts';
import { answersOf } from './schema-cases.ts';
import { REFERENCES } from './schema-conditions.ts';
import { described, type JsonSchema, mapping, type SchemaIds, TEXT } from './schema-ids.ts';

const PARAGRAPHS = described('The case in prose; an empty line begins a new paragraph.', TEXT);

/** The schema of a file of vignettes: a list, `given` answers and the vignettes that share them, or what is unlikely. */
export function vignettesFile(ids: SchemaIds): JsonSchema {
  const vignettes = { type: 'array', items: { oneOf: [written(ids), PUBLISHED] } };
  const file = mapping(
    {
      given: described(
        'Answers that hold for every written vignette of the file.',
        answersOf(ids, [UNKNOWN]),
      ),
      vignettes,
      unlikely: described('Answers that seldom come together; no outcome rests on it.', {
        type: 'array',
        items: UNLIKELY,
      }),
    },
    [],
    { anyOf: [{ required: ['vignettes'] }, { required: ['unlikely'] }] },
  );
  return { anyOf: [vignettes, file] };
}

function written(ids: SchemaIds): JsonSchema {
  return mapping(
    {
      id: TEXT,
      level: described('The level that the criteria give.', ids.level),
      rule: described(
        'The rule that decides; at the first level, one that a single other answer would bring into force.',
        ids.levelRule,
      ),
      teaches: described('What it teaches, in one sentence.', TEXT),
      text: PARAGRAPHS,
      answers: described('What differs from `given`.', answersOf(ids, [UNKNOWN])),
    },
    ['id', 'level', 'rule', 'teaches', 'text', 'answers'],
  );
}

const PUBLISHED = mapping(
  {
    example: described('The id of the example with the answers.', TEXT),
    text: PARAGRAPHS,
    assigned: described('The level that a reviewer gave, in words.', TEXT),
    citation: described('Where the case was published, and who gave the level.', TEXT),
    note: described('Why the criteria give something else, where they do.', TEXT),
  },
  ['example', 'text', 'assigned', 'citation'],
);

const UNLIKELY = mapping({ because: TEXT, when: REFERENCES.condition }, ['because', 'when']);
