/**
 * Bundles the command line: what most runs need into few files in CommonJS, which Node loads at once, and the rest into
 * many, each loaded when it is needed.
 *
 * A start is made of small things: Node opens ES modules one after the other through its thread pool, so that forty
 * files take longer than all that is done with them, and it takes milliseconds to prepare for the first of them.
 */
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * The files that come first, in the order in which they are loaded, and the module that each is for. A layer holds all
 * that its module imports but for what a layer before it holds. The other files take from the layers what these hold,
 * so that no part of the program is there twice.
 */
const LAYERS = [
  { name: 'start', entry: 'src/cli/run-in-process.ts' },
  { name: 'program', entry: 'src/cli/program.ts' },
  { name: 'score', entry: 'src/cli/commands/score.ts' },
  { name: 'ndjson', entry: 'src/batch/read-ndjson.ts' },
  { name: 'blocks', entry: 'src/cli/scored-blocks.ts' },
];

/** With `require` packages in CommonJS ask for parts of Node, and other files for the layers. */
export const REQUIRE = [
  "import { createRequire as createRequireForBuiltIn } from 'node:module';",
  'const require = createRequireForBuiltIn(import.meta.url);',
].join('\n');

/** How esbuild writes an import of names from a layer, and a late import of the whole. */
const FROM_LAYER = /import\{([^{}]*)\}from"\.\/(\w+)\.cjs";/g;
/** The same from any file outside of a layer, and the one export at its end. */
const NAMED_IMPORT = /import\{([^{}]*)\}from"(\.\/\w+\.cjs|[\w:/]+)";/g;
const LAST_EXPORT = /export\{([^{}]*)\};\s*$/;
const LATE_LAYER = /import\("\.\/(\w+)\.cjs"\)/g;

/**
 * commander can run a command as a program of its own, which ours never are: the part of Node for it is slow to load.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutChildProcess = {
  name: 'without-child-process',
  setup(bundle) {
    bundle.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('node_modules/commander/') ? { path, namespace: 'nothing' } : undefined,
    );
    bundle.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Every export of some modules under one name; a name that two of them export is an error of the build.
 *
 * @param {readonly string[]} modules
 * @returns {import('esbuild').Plugin}
 */
function exportsOf(modules) {
  return {
    name: 'exports-of-modules',
    setup(bundle) {
      const contents = modules.map((path) => `export * from ${JSON.stringify(path)};`).join('\n');
      bundle.onResolve({ filter: /^modules$/ }, ({ path }) => ({ path, namespace: path }));
      bundle.onLoad({ filter: /./, namespace: 'modules' }, () => ({ contents, resolveDir: '/' }));
    },
  };
}

/**
 * @param {import('esbuild').BuildOptions} options what every file is built with
 * @param {string} root the folder of the package
 * @returns {Promise<{ files: { name: string, text: string }[], inputs: string[] }>} the files by their names, and what
 *   they were built from
 */
export async function bundleProgram(options, root) {
  /** @type {Map<string, string>} the layer that holds a module */
  const layerOf = new Map();
  /** @type {Map<string, string>} what the layers load late, by the name that its file will have */
  const late = new Map();
  /** @type {Map<string, Set<string>>} what each layer is asked for by the files that were built so far */
  const asked = new Map(LAYERS.map(({ name }) => [name, new Set()]));
  /** @type {Set<string>} */
  const inputs = new Set();

  const inMemory = /** @satisfies {import('esbuild').BuildOptions} */ ({
    ...options,
    outdir: 'unused',
    format: 'esm',
    metafile: true,
    write: false,
  });

  /**
   * Leaves to the layers what they hold, and to files of their own what a layer loads late.
   *
   * @param {string} [own] the layer that is built
   * @returns {import('esbuild').Plugin}
   */
  function apart(own) {
    return {
      name: 'apart',
      setup(bundle) {
        bundle.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
          if (pluginData === apart || from.importer.includes('node_modules')) return undefined;
          const found = await bundle.resolve(path, { ...from, pluginData: apart });
          if (found.external || found.namespace !== 'file') return found;
          const lateName = from.kind === 'dynamic-import' ? basename(path, '.ts') : undefined;
          const file = fileOf(found.path, lateName, own);
          return file === undefined ? found : { path: `./${file}`, external: true };
        });
      },
    };
  }

  /**
   * The file to ask for a module; undefined where it goes into the one that is built.
   *
   * @param {string} module
   * @param {string | undefined} name what it is called where it is loaded late
   * @param {string | undefined} own the layer that is built
   */
  function fileOf(module, name, own) {
    const begun =
      name === undefined ? undefined : LAYERS.find(({ entry }) => resolve(root, entry) === module);
    const layer = layerOf.get(module) ?? begun?.name;
    if (layer !== undefined) return layer === own ? undefined : `${layer}.cjs`;
    if (own === undefined || name === undefined) return undefined;
    if ((late.get(name) ?? module) !== module) throw new Error(`two files are called ${name}`);
    late.set(name, module);
    return `${name}.js`;
  }

  /**
   * @param {import('esbuild').BuildOptions} more
   * @returns {Promise<import('esbuild').OutputFile[]>}
   */
  async function built(more) {
    const { metafile, outputFiles } = await build({
      ...inMemory,
      ...more,
    });
    for (const input of Object.keys(metafile?.inputs ?? {})) inputs.add(input);
    for (const { text } of outputFiles ?? []) {
      for (const [, names = '', layer = ''] of text.matchAll(FROM_LAYER)) {
        for (const name of names.split(',')) asked.get(layer)?.add(name.replace(/ as .*/, ''));
      }
    }
    return outputFiles ?? [];
  }

  for (const { name, entry } of LAYERS) {
    const plugins = [withoutChildProcess, apart(name)];
    const { metafile } = await build({
      ...inMemory,
      entryPoints: [entry],
      plugins,
    });
    // The few packages that several files use are small: each has its own.
    const own = Object.keys(metafile.inputs).filter((input) => input.startsWith('src/'));
    for (const input of own) layerOf.set(resolve(root, input), name);
  }
  const others = await built({
    entryPoints: Object.fromEntries(late),
    splitting: true,
    banner: { js: REQUIRE },
    plugins: [apart()],
  });
  const files = others.map(({ path, text }) => {
    const body = requiringLayers(text.replace(`${REQUIRE}\n`, ''));
    return { name: basename(path), text: /\brequire\b/.test(body) ? `${REQUIRE}\n${body}` : body };
  });
  // From the last to the first, for each may ask those before it.
  for (const { name, entry } of LAYERS.toReversed()) {
    const names = [...(asked.get(name) ?? [])].sort().join();
    const modules = [...layerOf].flatMap(([path, layer]) => (layer === name ? [path] : []));
    const contents = `export * from './${entry}'; export { ${names} } from 'modules';`;
    const [layer] = await built({
      stdin: { contents, resolveDir: root },
      define: { ...options.define, 'import.meta.dirname': '__dirname' },
      plugins: [withoutChildProcess, exportsOf(modules), apart(name)],
    });
    files.push({ name: `${name}.cjs`, text: asCommonJs(layer?.text ?? '') });
  }
  return { files, inputs: [...inputs].filter((input) => input.includes('/')) };
}

/**
 * A layer in CommonJS. esbuild would write one that looks at every name of another file anew at each use, and asks for
 * each file as often as a module of the layer imports from it, which takes a start as long as reading the rules.
 *
 * @param {string} text the layer as an ES module of one file
 */
function asCommonJs(text) {
  /** @type {Map<string, string[]>} */
  const taken = new Map();
  const body = text
    .replaceAll(NAMED_IMPORT, (_, /** @type {string} */ names, /** @type {string} */ file) => {
      taken.set(file, [...(taken.get(file) ?? []), names.replaceAll(' as ', ':')]);
      return '';
    })
    .replace(LAST_EXPORT, (_, /** @type {string} */ names) => {
      const given = names.split(',').map((name) => name.split(' as ').reverse().join(':'));
      return `module.exports={${given}};`;
    });
  const requires = [...taken].map(([file, names]) => `const{${names}}=require("${file}");\n`);
  return `${requires.join('')}${requiringLayers(body)}`;
}

/**
 * Has the layers asked with `require`: to import from CommonJS Node would read each once more, for the names it exports.
 *
 * @param {string} text
 */
function requiringLayers(text) {
  const required = text
    .replaceAll(
      FROM_LAYER,
      (_, /** @type {string} */ names, /** @type {string} */ layer) =>
        `const{${names.replaceAll(' as ', ':')}}=require("./${layer}.cjs");`,
    )
    .replaceAll(LATE_LAYER, 'Promise.resolve().then(()=>require("./$1.cjs"))');
  const [left] = /(?:from|import\()"\.\/\w+\.cjs"/.exec(required) ?? [];
  if (left !== undefined) throw new Error(`the build does not know this way to use a layer: ${left}`);
  return required;
}
