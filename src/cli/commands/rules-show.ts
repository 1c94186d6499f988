import type { RuleSet } from '../../core/rule-set.ts';
import { type CriteriaChoice, criteriaOf } from '../../render/criteria.ts';
import { renderCriteriaHtml } from '../../render/criteria-html.ts';
import { renderCriteriaMarkdown } from '../../render/criteria-markdown.ts';
import { renderCriteriaText } from '../../render/criteria-text.ts';
import { printable } from '../../render/printable.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import { suggestion } from '../../rule-set/suggestion.ts';
import type { RulesShowOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

type Format = NonNullable<RulesShowOptions['format']>;

/** Shows the criteria, or a part of them, for reading. */
export async function run(options: RulesShowOptions, world: World): Promise<ExitCode> {
  const { compiled, identity } = await openRuleSet(options.rules, world);
  const criteria = criteriaOf(compiled.ruleSet, identity, choiceOf(options, compiled.ruleSet));
  const { out } = options;
  const format = options.format ?? formatOf(out);
  const color = out === undefined && wantsColor(world.env, world.stdoutIsTTY);
  const look = { width: world.columns, theme: createTheme({ color }) };
  const text = written(criteria, format, look);
  if (out === undefined) {
    world.stdout.write(text);
  } else {
    await writeWholeFile(world, out, text);
    world.stderr.write(`Written to ${printable(out)}\n`);
  }
  return EXIT.done;
}

function written(
  criteria: Parameters<typeof renderCriteriaHtml>[0],
  format: Format,
  look: Parameters<typeof renderCriteriaText>[1],
): string {
  switch (format) {
    case 'text':
      return renderCriteriaText(criteria, look);
    case 'markdown':
      return renderCriteriaMarkdown(criteria);
    case 'html':
      return renderCriteriaHtml(criteria);
    default:
      return format satisfies never;
  }
}

/** The format of a file by how its name ends. */
function formatOf(path = ''): Format {
  if (/\.html?$/i.test(path)) return 'html';
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'text';
}

/** What to show; grouped, unless `--by` says otherwise, by what was asked for. */
function choiceOf(options: RulesShowOptions, ruleSet: RuleSet): CriteriaChoice {
  const level = indexOf(options.level, 'level', ruleSet.levels);
  const dimension = indexOf(options.dimension, 'dimension', ruleSet.dimensions);
  const question = indexOf(options.question, 'question', ruleSet.questions);
  const narrowest = question !== undefined ? 'question' : dimension !== undefined ? 'dimension' : 'level';
  return {
    by: options.by ?? narrowest,
    ...(level !== undefined && { level }),
    ...(dimension !== undefined && { dimension }),
    ...(question !== undefined && { question }),
  };
}

function indexOf(
  id: string | undefined,
  noun: string,
  named: readonly { readonly id: string }[],
): number | undefined {
  if (id === undefined) return undefined;
  const index = named.findIndex((candidate) => candidate.id === id);
  if (index === -1) {
    const known = named.map((candidate) => candidate.id);
    throw new UsageError(`there is no ${noun} \`${printable(id)}\``, suggestion(id, known, `${noun}s`));
  }
  return index;
}
