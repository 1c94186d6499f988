/**
 * The layers of src as a check: who may import whom, and which folder owns which package.
 * `npm run layers` runs it; tests/repository/layers.test.ts breaks every rule once and expects to be caught.
 */

/** From the bottom up. A folder imports from its own row and from those below; features stay apart. */
const LAYERS = {
  core: ['core'],
  'rule-set-and-diagram': ['rule-set', 'diagram'],
  presentation: ['render', 'explain', 'statistics'],
  features: ['interview', 'record', 'batch', 'practice', 'analysis', 'export'],
  cli: ['cli'],
};

/** Each package and the only files of src that may import it; `*` stands for any part of a path. */
const OWNERS = {
  yaml: ['rule-set/parse.ts'],
  zod: ['rule-set/schema.ts'],
  chalk: ['render/theme.ts'],
  commander: ['cli/*program.ts', 'cli/completion-spec.ts', 'cli/declare-command.ts'],
  '@inquirer/core': ['cli/*prompt*.ts'],
  'csv-stringify': ['batch/*'],
  'wrap-ansi': ['render/*', 'cli/*prompt*.ts'],
  'string-width': ['render/*', 'cli/*prompt*.ts'],
  'escape-goat': ['render/html.ts'],
  'fastest-levenshtein': ['rule-set/*', 'batch/*', 'cli/*'],
  echarts: ['render/chart*.ts'],
  'ts-fsrs': ['practice/schedule.ts'],
  tinyglobby: ['cli/input-files.ts'],
  'read-excel-file': ['cli/excel-rows.ts'],
  'cli-progress': ['cli/progress-bar.ts'],
  '@duckdb/node-api': ['cli/duckdb.ts'],
};

/** Packages that a person may install beside carestep; here they are there for the tests. */
const OPTIONAL = ['@duckdb/node-api'];

/** @param {readonly string[]} names */
const either = (names) => `(${names.join('|')})`;
/** @param {readonly string[]} names */
const folder = (names) => `^src/${either(names)}/`;
/** @param {string} name */
const packagePath = (name) => `(^|/)node_modules/${name}/`;
/** @param {string} glob */
const pattern = (glob) => `${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`;

const rows = Object.values(LAYERS);

/** What every file of src must match: the layer check refuses a folder without a row. */
export const KNOWN_FILES = new RegExp(`^src/(${either(rows.flat())}/|index\\.ts$)`);

/** @type {import('dependency-cruiser').DependencyType[]} */
const npmTypes = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/**
 * @param {[string, string[]]} entry
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function ownerRule([name, files]) {
  return {
    name: `owner-of-${name.replace('@', '').replace('/', '-')}`,
    comment: `Only ${files.join(' and ')} may import ${name}: call what is exported there, or move the code there.`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${either(files.map(pattern))}` },
    to: { path: packagePath(name) },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'core-stands-alone',
      comment: 'core imports nothing above it: pass what it needs in as an argument, or move the code up.',
      severity: 'error',
      from: { path: folder(LAYERS.core) },
      to: { path: '^src/', pathNot: folder(LAYERS.core) },
    },
    {
      name: 'rule-set-and-diagram-on-core',
      comment:
        'rule-set and diagram build on core alone: move what they share down to core, or the caller up.',
      severity: 'error',
      from: { path: folder(LAYERS['rule-set-and-diagram']) },
      to: { path: '^src/', pathNot: folder(rows.slice(0, 2).flat()) },
    },
    {
      name: 'presentation-below-features',
      comment: 'render, explain and statistics know no feature: let the feature call them with plain values.',
      severity: 'error',
      from: { path: folder(LAYERS.presentation) },
      to: { path: '^src/', pathNot: folder(rows.slice(0, 3).flat()) },
    },
    {
      name: 'features-below-cli',
      comment:
        'A feature knows no command line: take the file, clock or terminal as an argument that cli passes in.',
      severity: 'error',
      from: { path: folder(LAYERS.features) },
      to: { path: '^src/', pathNot: folder(rows.slice(0, 4).flat()) },
    },
    {
      name: 'features-stay-apart',
      comment:
        'Features never import each other: move what two of them need down to explain, render or statistics.',
      severity: 'error',
      from: { path: folder(LAYERS.features) },
      to: { path: folder(LAYERS.features), pathNot: '^src/$1/' },
    },
    {
      name: 'library-without-cli',
      comment: 'The library must load without a terminal: export the thing from below cli instead.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'nobody-imports-index',
      comment: 'src/index.ts is for other programs: import the file that defines the thing.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'no-cycle',
      comment:
        'Two files import each other, if only for types: move what both need into a third file below them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'core-without-packages',
      comment: 'core imports no package: do it in plain TypeScript, or in the layer that owns the package.',
      severity: 'error',
      from: { path: folder(LAYERS.core) },
      to: { dependencyTypes: npmTypes },
    },
    {
      name: 'builtins-in-cli-only',
      comment: 'Only cli touches files, terminal, clock and hashing: take the result as an argument.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    ...Object.entries(OWNERS).map(ownerRule),
    {
      name: 'package-without-owner',
      comment:
        'Every package has an owner: add it to OWNERS in .dependency-cruiser.mjs with the files that may import it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: npmTypes, pathNot: packagePath(either(Object.keys(OWNERS))) },
    },
    {
      name: 'installed-package',
      comment: 'The package is not in package.json: list it there, or do without.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: packagePath(either(OPTIONAL)) },
    },
    {
      name: 'only-src-ships',
      comment: 'src imports nothing from tests, scripts or bench: move the code into src.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts|bench)/' },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: correct its path, or install the package.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
