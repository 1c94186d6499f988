import type { ParentRuleSet } from '../core/rule-set.ts';
import { SHOWN_DIGITS } from '../render/identity.ts';

/** The page that a new rule set begins with: where it comes from and what to do with it. */
export function ruleSetReadme(id: string, parent: ParentRuleSet | undefined): string {
  const origin =
    parent === undefined
      ? 'A small rule set to begin with. Its levels, questions and rules show the format; replace them with your own.'
      : `Copied from \`${parent.id}\` ${parent.version}, fingerprint ${parent.fingerprint.slice(0, SHOWN_DIGITS)}.`;
  const diff =
    parent === undefined
      ? '| `carestep rules diff HEAD:PATH .` | what changed since the last commit; `PATH` is this folder from the top of the repository |'
      : '| `carestep rules diff .` | what is different from the rule set it was copied from |';
  return `# The rule set \`${id}\`

${origin}

**Not validated on patients.** It supports a clinician's judgment and does not replace it.

Questions and rules stand in one file a dimension; \`rule-set.yaml\` names the levels, dimensions and sources.
\`guarantees.yaml\` says what must be true of every case, \`examples/\` what is expected of single ones.

In this folder:

| command | shows |
| --- | --- |
| \`carestep rules check --rules .\` | what is wrong, or does nothing |
| \`carestep rules test --rules .\` | whether the examples come out as expected, and what they leave untested |
| \`carestep rules verify --rules .\` | whether every guarantee holds, over all cases |
${diff}
| \`carestep rules show --rules . --out criteria.html\` | the criteria as a page to read and print |
| \`carestep screen --rules .\` | the interview |

Change \`version\` in \`rule-set.yaml\` with every change of meaning, and give each new rule a \`because\` and a source.
`;
}
