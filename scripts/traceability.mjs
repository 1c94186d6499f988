/**
 * From the list of what the documents say (docs/clinical-basis/traceability.yaml) and the rule set to what is
 * missing between them, and to the page that clinicians read.
 */
import { parse } from 'yaml';

/** @typedef {import('../src/core/rule-set.ts').RuleSet} RuleSet */
/**
 * @typedef {object} Statement one thing a document says, and what carries it
 * @property {string} says
 * @property {readonly string[]} [rules]
 * @property {readonly string[]} [levels]
 * @property {readonly string[]} [questions]
 * @property {readonly string[]} [decisions]
 * @property {string} [method] how a level is reached carries it, and no single rule
 * @property {string} [none] why nothing carries it
 */
/** @typedef {{ document: string, sections: { section: string, statements: Statement[] }[] }} DocumentStatements */

const LINKS = /** @satisfies {readonly (keyof Statement)[]} */ ([
  'rules',
  'levels',
  'questions',
  'decisions',
]);
const CARRIERS = /** @satisfies {readonly (keyof Statement)[]} */ ([...LINKS, 'method', 'none']);

/**
 * @param {string} yaml the text of the list
 * @returns {DocumentStatements[]}
 */
export function readStatements(yaml) {
  return parse(yaml);
}

/**
 * @param {readonly DocumentStatements[]} documents
 * @param {RuleSet} ruleSet
 * @returns {string[]} one sentence for each name that does not exist, each statement that nothing carries, and each
 *   rule that cites a passage of which no statement names it
 */
export function traceabilityProblems(documents, ruleSet) {
  return [
    ...everyStatement(documents).flatMap((place) => statementProblems(place, ruleSet)),
    ...uncitedRules(documents, ruleSet),
  ];
}

/** @typedef {{ document: string, section: string, statement: Statement }} Place */

/**
 * @param {readonly DocumentStatements[]} documents
 * @returns {Place[]}
 */
function everyStatement(documents) {
  return documents.flatMap(({ document, sections }) =>
    sections.flatMap(({ section, statements }) =>
      statements.map((statement) => ({ document, section, statement })),
    ),
  );
}

/**
 * @param {Place} place
 * @param {RuleSet} ruleSet
 */
function statementProblems({ document, section, statement }, ruleSet) {
  const known = {
    rules: new Set(ruleSet.rules.map((rule) => rule.id)),
    levels: new Set(ruleSet.levels.map((level) => level.id)),
    questions: new Set(ruleSet.questions.map((question) => question.id)),
    decisions: new Set(ruleSet.decisions.map((decision) => decision.topic)),
  };
  const place = `${document}, ${section}: "${statement.says}"`;
  const problems = LINKS.flatMap((kind) =>
    (statement[kind] ?? [])
      .filter((name) => !known[kind].has(name))
      .map((name) => `${place} names \`${name}\`, which is not among the ${kind} of the rule set`),
  );
  const carriers = CARRIERS.filter((kind) => statement[kind] !== undefined && statement[kind]?.length > 0);
  if (carriers.length === 0) problems.push(`${place} names nothing that carries it, and no reason why`);
  if (carriers.includes('none') && carriers.length > 1)
    problems.push(`${place} is carried, and yet says it is not`);
  const unknown = Object.keys(statement).filter(
    (key) => key !== 'says' && !CARRIERS.some((kind) => kind === key),
  );
  return [...problems, ...unknown.map((key) => `${place} has the unknown key \`${key}\``)];
}

/**
 * @param {readonly DocumentStatements[]} documents
 * @param {RuleSet} ruleSet
 */
function uncitedRules(documents, ruleSet) {
  const listed = new Set(documents.map(({ document }) => document));
  const named = new Set(
    everyStatement(documents).flatMap(({ document, section, statement }) =>
      (statement.rules ?? []).map((rule) => [rule, document, heading(section)].join('\n')),
    ),
  );
  return ruleSet.rules
    .filter((rule) => rule.kind !== 'recheck')
    .flatMap((rule) =>
      rule.sources
        .filter((source) => listed.has(source.document))
        .filter((source) => !named.has([rule.id, source.document, heading(source.section ?? '')].join('\n')))
        .map(
          (source) =>
            `\`${rule.id}\` cites ${source.document}, ${source.section}, where no statement names it`,
        ),
    );
}

/** @param {string} section a heading, with or without its closing colon */
function heading(section) {
  return section.replace(/:$/, '');
}

/**
 * @param {readonly DocumentStatements[]} documents
 * @param {RuleSet} ruleSet
 * @returns {string} the page, in Markdown
 */
export function traceabilityPage(documents, ruleSet) {
  return [
    '# From the documents to the rules',
    '',
    '<!-- Written by `npm run traceability` from traceability.yaml beside this page; change that file, not this one. -->',
    '',
    `What each of the five documents says that bears on who belongs where, in our own words, and what carries it in the rule set \`${ruleSet.id}\`: rules, levels, questions, decisions taken where the documents disagree, or the way a level is reached. Where nothing carries a statement, the reason stands in its place.`,
    '',
    ...documents.flatMap((entry) => documentTable(entry, ruleSet)),
    ...rulesWithoutDocument(documents, ruleSet),
  ].join('\n');
}

/**
 * @param {DocumentStatements} entry
 * @param {RuleSet} ruleSet
 */
function documentTable({ document, sections }, ruleSet) {
  const source = ruleSet.sources.find(({ id }) => id === document);
  const rows = sections.flatMap(({ section, statements }) =>
    statements.map((statement, index) =>
      row([index === 0 ? section : '', statement.says, carriedBy(statement)]),
    ),
  );
  return [
    `## ${source?.title ?? document}`,
    '',
    `\`${document}\`: ${source?.citation ?? ''}`,
    '',
    row(['Section', 'What it says', 'Carried by']),
    row(['---', '---', '---']),
    ...rows,
    '',
  ];
}

/** @param {Statement} statement */
function carriedBy(statement) {
  if (statement.none !== undefined) return `nothing: ${statement.none}`;
  const parts = [
    (statement.rules ?? []).map(code).join(', '),
    named('level', statement.levels?.map(code)),
    named('question', statement.questions?.map(code)),
    named(
      'decision',
      statement.decisions?.map((topic) => `"${topic}"`),
    ),
    statement.method ?? '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** @param {string} name */
function code(name) {
  return `\`${name}\``;
}

/**
 * @param {string} kind
 * @param {readonly string[]} [names]
 */
function named(kind, names = []) {
  if (names.length === 0) return '';
  return `${kind}${names.length > 1 ? 's' : ''} ${names.join(', ')}`;
}

/** @param {readonly string[]} cells */
function row(cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/**
 * @param {readonly DocumentStatements[]} documents
 * @param {RuleSet} ruleSet
 */
function rulesWithoutDocument(documents, ruleSet) {
  const listed = new Set(documents.map(({ document }) => document));
  const rules = ruleSet.rules
    .filter((rule) => rule.kind !== 'recheck')
    .filter((rule) => rule.sources.every((source) => !listed.has(source.document)));
  return [
    '## Rules that rest on none of the five documents',
    '',
    'They sharpen a threshold that the documents leave open, or add a point of practice.',
    '',
    row(['Rule', 'Rests on', 'Because']),
    row(['---', '---', '---']),
    ...rules.map((rule) => row([code(rule.id), restsOn(rule), rule.because.trim()])),
    '',
  ];
}

/** @param {import('../src/core/rule-set.ts').Rule} rule */
function restsOn(rule) {
  const sources = [...new Set(rule.sources.map((source) => code(source.document)))];
  return [...sources, ...(rule.practice ? ['practice'] : [])].join(', ');
}
