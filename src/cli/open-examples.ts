import type { Example } from '../core/example.ts';
import { renderDiagnostics } from '../render/diagnostic.ts';
import { createTheme, wantsColor } from '../render/theme.ts';
import { readExamples } from '../rule-set/read-examples.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
import { InvalidFileError } from './usage-error.ts';
import type { World } from './world.ts';

/**
 * Reads the examples in the folder `examples` of a rule set; a rule set may have none.
 *
 * @throws InvalidFileError with every problem found where a file is not valid.
 */
export async function openExamples(
  { compiled, folder }: OpenedRuleSet,
  world: World,
): Promise<readonly Example[]> {
  const names = await namesIn(`${folder}/examples`, world);
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .map(async (name) => {
        const path = `${folder}/examples/${name}`;
        return { path, text: await world.readFile(path) };
      }),
  );
  const { examples, diagnostics } = readExamples(files, compiled.ruleSet);
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const theme = createTheme({ color: wantsColor(world.env, world.stderrIsTTY) });
    throw new InvalidFileError(renderDiagnostics(diagnostics, files, theme));
  }
  return examples;
}

async function namesIn(folder: string, world: World): Promise<readonly string[]> {
  try {
    return await world.readDir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
