import type { ParentRuleSet } from '../../core/rule-set.ts';
import { identityText } from '../../render/identity.ts';
import { printable } from '../../render/printable.ts';
import { copiedHeader } from '../../rule-set/copied-header.ts';
import type { RulesNewOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { packageFile } from '../package-file.ts';
import { ruleSetReadme } from '../rule-set-readme.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';

const HEADER = 'rule-set.yaml';

/** The folders of a rule set that hold more files; the header and the dimensions stand beside them. */
const FOLDERS = ['.', 'examples', 'vignettes'];

/** The version of a rule set that nobody has used yet. */
const FIRST_VERSION = '0.1.0';

/** Makes a folder with a rule set of one's own: a small one to begin with, or a copy that remembers its parent. */
export async function run(options: RulesNewOptions, world: World): Promise<ExitCode> {
  const folder = pathOf(options.folder);
  const id = idOf(options, folder);
  await refuseUsed(folder, world);
  const source = await openRuleSet(options.from ?? packageFile('templates/starter'), world);
  const { id: parentId, version, fingerprint } = source.identity;
  const parent: ParentRuleSet | undefined =
    options.from === undefined ? undefined : { id: parentId, version, fingerprint };

  const files = await filesIn(source.folder, world);
  for (const { name, text } of files) {
    const header = { id, version: FIRST_VERSION, ...(parent && { parent }) };
    await writeInto(folder, name, name === HEADER ? copiedHeader(text, header) : text, world);
  }
  await writeInto(folder, 'README.md', ruleSetReadme(id, parent), world);

  const { identity } = await openRuleSet(folder, world);
  const from = parent === undefined ? '' : `, a copy of ${identityText(source.identity)}`;
  const shown = printable(folder);
  world.stdout.write(
    `Wrote ${identityText(identity)}${from}, to ${shown}\n` +
      `Begin with ${shown}/README.md, then: carestep rules check --rules ${shown}\n`,
  );
  return EXIT.done;
}

/** A path that `--rules` takes for one: with a slash. */
function pathOf(given: string): string {
  const path = given.replace(/[\\/]+$/, '') || '/';
  return /[\\/]/.test(path) || path.startsWith('.') ? path : `./${path}`;
}

/**
 * The id that was given, or that of a rule set called as its folder.
 *
 * @throws UsageError where it cannot be one.
 */
function idOf({ id }: RulesNewOptions, folder: string): string {
  const name = folder.split(/[\\/]/).at(-1) ?? '';
  const wanted = id ?? name.toLowerCase().replaceAll(/[\s_]+/g, '-');
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(wanted)) return wanted;
  throw new UsageError(
    `\`${printable(wanted)}\` cannot be the id of a rule set`,
    'choose one of small letters, digits and hyphens, as in `--id my-rules`',
  );
}

async function refuseUsed(folder: string, world: World): Promise<void> {
  const names = await namesIn(folder, world);
  if (names.length === 0) return;
  throw new UsageError(
    `the folder \`${printable(folder)}\` is not empty`,
    'name a folder that is new or empty; nothing was written',
  );
}

async function filesIn(folder: string, world: World): Promise<{ name: string; text: string }[]> {
  const names = await Promise.all(
    FOLDERS.map(async (part) => {
      const found = await namesIn(part === '.' ? folder : `${folder}/${part}`, world);
      return found
        .filter((name) => /^[^/]+\.yaml$/.test(name))
        .map((name) => (part === '.' ? name : `${part}/${name}`));
    }),
  );
  return Promise.all(
    names.flat().map(async (name) => ({ name, text: await world.readFile(`${folder}/${name}`) })),
  );
}

async function writeInto(folder: string, name: string, text: string, world: World): Promise<void> {
  const path = `${folder}/${name}`;
  await world.makeDir(path.slice(0, path.lastIndexOf('/')));
  await world.writeFile(path, text);
}

/** What stands in a folder; nothing where there is none. */
async function namesIn(folder: string, world: World): Promise<readonly string[]> {
  try {
    return await world.readDir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
