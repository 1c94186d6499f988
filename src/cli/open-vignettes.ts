import type { AnswerCondition } from '../core/rule-set.ts';
import type { FiledVignette } from '../core/vignette.ts';
import { renderDiagnostics } from '../render/diagnostic.ts';
import { createTheme, wantsColor } from '../render/theme.ts';
import { readVignettes } from '../rule-set/read-vignettes.ts';
import { unlessMissing } from './draft-folder.ts';
import { openExamples } from './open-examples.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
import { InvalidFileError } from './usage-error.ts';
import type { World } from './world.ts';

/** What a rule set has for practice. */
export interface OpenedVignettes {
  readonly vignettes: readonly FiledVignette[];
  /** Answers that seldom come together in one person. */
  readonly unlikely: readonly AnswerCondition[];
}

/**
 * Reads the vignettes in the folder `vignettes` of a rule set; a rule set may have none.
 *
 * @throws InvalidFileError with every problem found where a file is not valid.
 */
export async function openVignettes(opened: OpenedRuleSet, world: World): Promise<OpenedVignettes> {
  const folder = `${opened.folder}/vignettes`;
  const names = (await unlessMissing(() => world.readDir(folder))) ?? [];
  if (names.length === 0) return { vignettes: [], unlikely: [] };
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .map(async (name) => ({ path: `${folder}/${name}`, text: await world.readFile(`${folder}/${name}`) })),
  );
  const examples = await openExamples(opened, world);
  const { vignettes, unlikely, diagnostics } = readVignettes(files, opened.compiled.ruleSet, examples);
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const theme = createTheme({ color: wantsColor(world.env, world.stderrIsTTY) });
    throw new InvalidFileError(renderDiagnostics(diagnostics, files, theme));
  }
  return { vignettes, unlikely };
}
