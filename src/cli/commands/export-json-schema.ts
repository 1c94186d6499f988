import { jsonSchema } from '../../export/json-schema.ts';
import { printable } from '../../render/printable.ts';
import type { ExportJsonSchemaOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Writes the JSON Schema of one kind of file, for an editor to complete and check while someone types. */
export async function run(options: ExportJsonSchemaOptions, world: World): Promise<ExitCode> {
  const { rules, out } = options;
  const ruleSet = rules === undefined ? undefined : (await openRuleSet(rules, world)).compiled.ruleSet;
  const text = `${JSON.stringify(jsonSchema(options.for, ruleSet), null, 2)}\n`;
  if (out === undefined) {
    world.stdout.write(text);
  } else {
    await writeWholeFile(world, out, text);
    world.stderr.write(`Written to ${printable(out)}\n`);
  }
  return EXIT.done;
}
