import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/cli/exit-codes.ts';
import { main } from '../../../src/cli/main.ts';
import { jsonSchema, SCHEMA_KINDS } from '../../../src/export/json-schema.ts';
import { adult } from '../../adult-rule-set.ts';
import { fakeWorld } from '../fake-world.ts';

async function exported(...options: string[]) {
  const world = fakeWorld();
  const code = await main(['export', 'json-schema', ...options], world);
  return { code, ...world.printed(), files: world.files };
}

describe('export json-schema', () => {
  test('writes the schema of a dimension of any rule set', async () => {
    const { code, stdout } = await exported();
    expect(code).toBe(EXIT.done);
    expect(JSON.parse(stdout)).toEqual(jsonSchema('dimension', undefined));
  });

  test.each(SCHEMA_KINDS)('writes that of a %s file of one rule set', async (kind) => {
    const { stdout } = await exported('--rules', 'adult', '--for', kind);
    expect(JSON.parse(stdout)).toEqual(jsonSchema(kind, adult));
  });

  test('writes to a file', async () => {
    const { stdout, stderr, files } = await exported('--out', 'dimension.schema.json');
    expect([stdout, stderr]).toEqual(['', 'Written to dimension.schema.json\n']);
    expect(JSON.parse(files.get('dimension.schema.json') ?? '')).toEqual(jsonSchema('dimension', undefined));
  });

  test('knows no other kind', async () => {
    const { code, stderr } = await exported('--for', 'rules');
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('rule-set, dimension, guarantees, examples, vignettes, case');
  });
});
