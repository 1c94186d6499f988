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
import { build } from 'esbuild';
import { buildKernel } from './build-kernel.mjs';
import { bundleProgram, REQUIRE } from './bundle-program.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
/** Where the parts are gathered: a program that runs meanwhile finds the last build whole. */
const building = join(root, 'dist.partial');
const { version, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(building, { recursive: true, force: true });
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
run([tsc, '-p', 'tsconfig.build.json', '--outDir', building], {});
await buildKernel(join(building, 'kernel.wasm'));

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.17',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  define: {
    CARESTEP_BUILD: JSON.stringify(hashOfSources()),
    CARESTEP_VERSION: JSON.stringify(version),
  },
  external: Object.keys(peerDependencies),
  logLevel: 'warning',
};
const alone = await build({
  ...options,
  entryPoints: { index: 'src/index.ts', 'cli/score-worker': 'src/cli/score-worker.ts' },
  outdir: building,
  format: 'esm',
  banner: { js: REQUIRE },
  metafile: true,
});
// Every part lies as deep as src/cli, so that it finds the files of the package by the same path.
const program = await bundleProgram(options, root);
mkdirSync(join(building, 'cli'), { recursive: true });
for (const { name, text } of program.files) writeFileSync(join(building, 'cli', name), text);
writeLicenses([...Object.keys(alone.metafile.inputs), ...program.inputs]);
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
  const program = `require(${JSON.stringify(join(building, 'cli/start.cjs'))}).runInProcess();`;
  for (const name of readdirSync(join(root, 'rules'))) {
    const cache = mkdtempSync(join(tmpdir(), 'carestep-build-'));
    run(['--eval', program, 'carestep', 'rules', 'check', '--rules', name], {
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
