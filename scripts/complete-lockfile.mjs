/**
 * Adds to package-lock.json the builds for other platforms that the registry at hand did not offer. npm leaves such an
 * optional package out when it writes the lockfile, and `npm ci` then refuses the lockfile for lacking it. Registry
 * addresses are taken out, so that the lockfile is the same wherever it is written.
 *
 *     npm install --package-lock-only && node scripts/complete-lockfile.mjs [LOCKFILE]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const path = process.argv[2] ?? join(import.meta.dirname, '../package-lock.json');
const lockfile = JSON.parse(readFileSync(path, 'utf8'));

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** @type {Record<string, object>} */
const added = {};
for (const [folder, entry] of Object.entries(lockfile.packages)) {
  delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${folder}/node_modules/${name}`, `node_modules/${name}`];
    if (places.some((place) => place in lockfile.packages)) continue;
    added[`node_modules/${name}`] = {
      version,
      ...platform(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
  }
}
const packages = Object.entries({ ...lockfile.packages, ...added }).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(path, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(packages) }, null, 2)}\n`);
process.stdout.write(`added ${Object.keys(added).length} builds for other platforms\n`);

/**
 * @param {string} name such as `@rollup/rollup-linux-x64-musl`
 * @returns what npm reads to see that this machine needs none of it
 */
function platform(name) {
  const words = name.split('-');
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (cpu.length === 0 || (os.length === 0 && !cpu.includes('wasm32')))
    throw new Error(`${name} is optional and names no platform`);
  const last = words.at(-1) ?? '';
  const libc = last.startsWith('musl')
    ? ['musl']
    : last.startsWith('gnu') && os[0] === 'linux'
      ? ['glibc']
      : [];
  return { cpu, ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) };
}
