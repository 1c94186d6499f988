import type { Mapping } from '../batch/mapping/mapping.ts';
import { readMapping } from '../batch/mapping/read-mapping.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { renderDiagnostics } from '../render/diagnostic.ts';
import { createTheme, wantsColor } from '../render/theme.ts';
import { InvalidFileError } from './usage-error.ts';
import type { World } from './world.ts';

/**
 * Reads a mapping to the questions of a rule set.
 *
 * @throws InvalidFileError with every problem found where the file is not valid.
 */
export async function openMapping(path: string, ruleSet: RuleSet, world: World): Promise<Mapping> {
  const file = { path, text: await world.readFile(path) };
  const { mapping, diagnostics } = readMapping(file, ruleSet);
  if (mapping !== undefined) return mapping;
  const theme = createTheme({ color: wantsColor(world.env, world.stderrIsTTY) });
  throw new InvalidFileError(renderDiagnostics(diagnostics, [file], theme));
}
