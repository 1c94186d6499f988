import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { completionSpec } from '../../src/cli/completion-spec.ts';
import { main } from '../../src/cli/main.ts';
import { adult } from '../adult-rule-set.ts';
import { fakeWorld } from './fake-world.ts';

type Shell = 'bash' | 'zsh' | 'fish';

async function scriptFor(shell: Shell): Promise<string> {
  const world = fakeWorld();
  const code = await main(['completion', shell], world);
  expect({ code, stderr: world.printed().stderr }).toEqual({ code: 0, stderr: '' });
  return world.printed().stdout;
}

const scripts = {
  bash: await scriptFor('bash'),
  zsh: await scriptFor('zsh'),
  fish: await scriptFor('fish'),
};

/** Runs a shell without anybody's settings and returns the lines it prints. */
function linesFrom(shell: Shell, code: string): string[] {
  const args = { bash: ['--norc', '-c'], zsh: ['-fc'], fish: ['--no-config', '-c'] }[shell];
  const { stdout, stderr } = spawnSync(shell, [...args, code], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** What the shell offers after the words, the last of which is being typed, as the word would read then. */
const COMPLETE: Record<Shell, (words: readonly string[]) => string[]> = {
  bash: (words) => {
    // bash takes a word apart at = and hands over the parts.
    const parts = words.flatMap((word) => word.split(/(?<==)|(?==)/));
    const behind = /^.*=/.exec(words.at(-1) ?? '')?.[0] ?? '';
    const code = `${scripts.bash}
COMP_WORDS=(carestep ${parts.map(quoted).join(' ')}); COMP_CWORD=${parts.length}
_carestep; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return linesFrom('bash', code).map((line) => `${behind}${line}`);
  },
  zsh: (words) => {
    // Outside a terminal there is no completion system: what the script hands to it is printed instead.
    const code = `compdef() { : }
compset() { : }
_files() { if [[ $1 == -/ ]]; then print -l -- "$PREFIX"*(N/); else print -l -- "$PREFIX"*(N); fi }
compadd() { [[ $1 == -S ]] && shift 2; shift; [[ $1 == "$PREFIX"* ]] && print -r -- "$1" }
${scripts.zsh}
words=(carestep ${words.map(quoted).join(' ')}); CURRENT=${words.length + 1}; PREFIX=${quoted(words.at(-1) ?? '')}
_carestep; true`;
    return linesFrom('zsh', code);
  },
  fish: (words) => {
    const line = `carestep ${words.join(' ')}`;
    return linesFrom('fish', `${scripts.fish}\ncomplete -C ${quoted(line)}`).flatMap(
      (found) => found.split('\t')[0] ?? [],
    );
  },
};

const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id).sort();

describe.each(['bash', 'zsh', 'fish'] as const)('in %s', (shell) => {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  if (!isThere) process.stdout.write(`skipped: completion in ${shell}, which is not installed\n`);

  test.skipIf(!isThere).each<[words: string[], offered: string[]]>([
    [['sc'], ['score', 'screen']],
    [['rules', 'd'], ['diff']],
    [
      ['rules', 'show', '--by', ''],
      ['dimension', 'level', 'question'],
    ],
    [['screen', '--form'], ['--format']],
    [['screen', '--format', 'm'], ['markdown']],
    [['--format', 'h'], ['html']],
    [['explain', '--format', 'html', '--why-not', ''], ids(adult.levels)],
    [['explain', '--rules', 'ad'], ['adult']],
    [['explain', '--what-if', 'suicidal_t'], ['suicidal_thoughts=']],
    [
      ['explain', '--what-if', 'suicidal_thoughts=p'],
      ['suicidal_thoughts=passive', 'suicidal_thoughts=plan'],
    ],
    [
      ['rules', 'show', '--question', 'self'],
      ['self_care', 'self_harm'],
    ],
    [
      ['score', '--fail-if', ''],
      ['alert', 'open'],
    ],
    [['score', 'a.csv', 'main.te'], ['main.test.ts']],
    [
      ['practice', '--dimension', 's'],
      ['safety', 'schedule', 'step_down'],
    ],
    [
      ['practice', '--source', ''],
      ['generated', 'published', 'written'],
    ],
    [['practice', 'st'], ['stats']],
    [
      ['practice', 'stats', '--format', ''],
      ['json', 'text'],
    ],
    [
      ['completion', ''],
      ['bash', 'fish', 'zsh'],
    ],
  ])('%j offers %j', (words, offered) => {
    const found = COMPLETE[shell](words).sort();
    // fish goes on to the answers at once.
    const isAhead = shell === 'fish' && offered[0]?.endsWith('=');
    if (isAhead) expect(found.every((word) => word.startsWith(offered[0] ?? ''))).toBe(true);
    else expect(found).toEqual(offered);
    expect(found.length).toBeGreaterThanOrEqual(offered.length);
  });
});

test('bash completes a value that is joined to its option', () => {
  expect(COMPLETE.bash(['screen', '--format=h'])).toEqual(['--format=html']);
});

test('every shell knows every command, option and answer', () => {
  for (const script of Object.values(scripts)) {
    for (const { id, answers } of adult.questions) {
      for (const answer of answers) expect(script).toContain(`${id}=${answer.id}`);
    }
    for (const word of ['rules check', 'counterexamples', 'allow-identifier', 'ndjson', 'json-schema']) {
      expect(script).toContain(word);
    }
  }
});

test('a place whose name says nothing about what can stand there is a mistake', () => {
  const program = new Command('demo').option('--fruit <apple>', 'a fruit');
  expect(() => completionSpec(program, 'screen')).toThrow('what can stand for <apple>');
});
