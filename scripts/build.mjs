/**
 * Builds what ships into dist: the types of the library by tsc, then the program and the library with the packages they
 * use built in, so that a start opens few files, and last what follows from each shipped rule set.
 *
 *     node scripts/build.mjs
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
/** Where the parts are gathered: a program that runs meanwhile finds the last build whole. */
const building = join(root, 'dist.partial');
const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Packages in CommonJS ask for parts of Node with `require`, which an ES module does not have by itself. */
const REQUIRE = [
  "import { createRequire as createRequireForBuiltIn } from 'node:module';",
  'const require = createRequireForBuiltIn(import.meta.url);',
].join('\n');

rmSync(building, { recursive: true, force: true });
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
run([tsc, '-p', 'tsconfig.build.json', '--outDir', building], {});

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    index: 'src/index.ts',
    'cli/run-in-process': 'src/cli/run-in-process.ts',
    'cli/score-worker': 'src/cli/score-worker.ts',
  },
  outdir: building,
  // Every part lies as deep as src/cli, so that it finds the files of the package by the same path.
  chunkNames: 'cli/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  banner: { js: REQUIRE },
  define: { CARESTEP_BUILD: JSON.stringify(hashOfSources()) },
  external: Object.keys(peerDependencies),
  metafile: true,
  write: false,
  logLevel: 'warning',
});

for (const { path, text } of outputFiles) {
  const body = text.replace(`${REQUIRE}\n`, '');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, /\brequire\b/.test(body) ? text : body);
}
writeLicenses(Object.keys(metafile.inputs));
keepShippedRuleSets();
rmSync(dist, { recursive: true, force: true });
renameSync(building, dist);

/**
 * The terms under which each built-in package is passed on, in one file.
 *
 * @param {readonly string[]} inputs the files that were built in
 */
function writeLicenses(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    if (typeof license !== 'string') throw new Error(`${name} does not say under which license it is`);
    // Few packages name their license without a copy of it.
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : `\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  writeFileSync(join(building, 'licenses.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Opens each shipped rule set once, and ships what the program keeps of it. */
function keepShippedRuleSets() {
  // What the last build kept would be used again where nothing has changed, and not be kept anew.
  rmSync(join(dist, 'kept'), { recursive: true, force: true });
  mkdirSync(join(building, 'kept'));
  const program = `import { runInProcess } from ${JSON.stringify(pathToFileURL(join(building, 'cli/run-in-process.js')))};
await runInProcess();`;
  for (const name of readdirSync(join(root, 'rules'))) {
    const cache = mkdtempSync(join(tmpdir(), 'carestep-build-'));
    run(['--input-type=module', '--eval', program, 'carestep', 'rules', 'check', '--rules', name], {
      XDG_CACHE_HOME: cache,
    });
    for (const file of readdirSync(join(cache, 'carestep'))) {
      const kind = file.slice(file.indexOf('.'));
      const kept = join(building, 'kept', `${name}${kind}`);
      renameSync(join(cache, 'carestep', file), kept);
      chmodSync(kept, 0o644);
    }
    rmSync(cache, { recursive: true });
  }
}

/** What is kept was made by one build: the same sources and packages. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts')) hash.update(`${file}\n${readFileSync(join(root, 'src', file), 'utf8')}`);
  }
  return hash
    .update(readFileSync(join(root, 'package.json')))
    .digest('hex')
    .slice(0, 16);
}

/**
 * @param {readonly string[]} args what Node is told to run
 * @param {Record<string, string>} env
 */
function run(args, env) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`the build stopped: node ${args.join(' ')} ended with ${status}`);
}
