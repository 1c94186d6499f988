/**
 * Checks the layers of src against `.dependency-cruiser.mjs`, and that the check saw every file of src: a check
 * that looked at nothing must not pass.
 *
 *     node scripts/check-layers.mjs [FOLDER]
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import rules, { KNOWN_FILES } from '../.dependency-cruiser.mjs';

/**
 * @typedef {{ rule: string, file: string, what: string, advice: string }} Finding
 */

/**
 * @param {string} root the folder that holds src
 * @returns {Promise<{ files: number, findings: Finding[] }>} what is wrong, and how many files were looked at
 */
export async function checkLayers(root) {
  const files = sourceFiles(root);
  const result = await cruise(['src'], { ...rules.options, baseDir: root, validate: true, ruleSet: rules });
  if (typeof result.output === 'string')
    throw new Error('dependency-cruiser returned text in place of a graph');
  const seen = new Set(result.output.modules.map((module) => module.source));
  const advice = new Map(rules.forbidden?.map((rule) => [rule.name, rule.comment ?? '']));
  return {
    files: files.length,
    findings: [
      ...files
        .filter((file) => !seen.has(file))
        .map((file) => ({
          rule: 'every-file-seen',
          file,
          what: 'was not looked at',
          advice:
            'The layer check cannot read this file: check the TypeScript version that dependency-cruiser supports.',
        })),
      ...files
        .filter((file) => !KNOWN_FILES.test(file))
        .map((file) => ({
          rule: 'known-folder',
          file,
          what: 'is in no layer',
          advice: 'Add its folder to a row of LAYERS in .dependency-cruiser.mjs, or move the file.',
        })),
      ...result.output.summary.violations.map(({ rule, from, to }) => ({
        rule: rule.name,
        file: from,
        what: `imports ${to}`,
        advice: advice.get(rule.name) ?? '',
      })),
    ],
  };
}

/** @param {string} root */
function sourceFiles(root) {
  return readdirSync(resolve(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name).slice(resolve(root).length + 1))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, findings } = await checkLayers(resolve(process.argv[2] ?? '.'));
  for (const { rule, file, what, advice } of findings) {
    process.stdout.write(`${file} ${what}\n  ${rule}: ${advice}\n`);
  }
  if (files === 0) process.stdout.write('src holds no file: nothing was checked\n');
  if (findings.length === 0) process.stdout.write(`layers: ${files} files, no objection\n`);
  process.exitCode = findings.length > 0 || files === 0 ? 1 : 0;
}
