import { OPEN } from '../core/answers.ts';
import type { Suggestion } from '../core/example-report.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { ExamplesReport } from './examples-report.ts';
import { goalText } from './goal-text.ts';
import { identityText } from './identity.ts';
import { printable } from './printable.ts';

/** Stands where the author must write; it is no valid value, so that it cannot be forgotten. */
const TO_WRITE = 'to-be-written';

/** Words that YAML or its readers take for something else than text. */
const NOT_TEXT = /^(?:yes|no|on|off|true|false|null|y|n|~)$/i;

/** Suggested examples as a file of examples, each answer marked that differs from the nearest one. */
export function suggestionYaml({ ruleSet, identity, suggestions = [] }: ExamplesReport): string {
  const added = suggestions.filter((suggestion) => suggestion.kind === 'add');
  const extended = suggestions.filter((suggestion) => suggestion.kind === 'extend');
  const lines = [
    `# ${added.length} examples to add for ${identityText(identity)}. Few, but not provably the fewest.`,
    `# Write what you expect for each \`${TO_WRITE}\` from the criteria, before you run them; give each a telling id.`,
    ...extended.map(
      ({ example: { id, path, line }, expect }) =>
        `# ${id} (${path}:${line}) must also say what it expects of: ${expect.join(', ')}`,
    ),
    ...(added.length === 0 ? ['[]'] : added.flatMap((one) => exampleLines(one, ruleSet))),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

type Added = Extract<Suggestion, { readonly kind: 'add' }>;

function exampleLines({ id, answers, base, expect, reaches }: Added, ruleSet: RuleSet): string[] {
  const written = ruleSet.questions.flatMap((question, index) => {
    const answer = question.answers[answers[index] ?? OPEN];
    if (answer === undefined) return [];
    const before = question.answers[base === undefined ? 0 : (base.answers[index] ?? OPEN)];
    const mark = before === answer ? '' : ` # ${before === undefined ? 'new' : `was ${before.id}`}`;
    return [`    ${question.id}: ${quoted(answer.id)}${mark}`];
  });
  const start = base === undefined ? 'the first answer to every question' : base.id;
  return [
    '',
    `- id: ${id}`,
    `  # Nearest to ${start}. ${reaches.length === 0 ? 'The other half of what another one shows.' : 'Shows:'}`,
    ...reaches.map((goal) => `  #   ${goalText(goal, ruleSet)}`),
    '  answers:',
    ...written,
    '  expect:',
    ...expect.map((key) => `    ${key}: ${TO_WRITE}`),
  ];
}

function quoted(id: string): string {
  return NOT_TEXT.test(id) ? `'${id}'` : id;
}
