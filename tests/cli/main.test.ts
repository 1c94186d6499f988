import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { type FakeWorldOptions, fakeWorld } from './fake-world.ts';

/** Runs one command line in a world of its own. */
async function run(line: string, options: FakeWorldOptions = {}) {
  const world = fakeWorld(options);
  const code = await main(line === '' ? [] : line.split(' '), world);
  return { code, ...world.printed() };
}

describe('help', () => {
  test('lists the commands, an example each and the exit codes', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: carestep [options] [command]

      Suggests a level of mental-health care from a few answers, and says why.

      Options:
        -V, --version                 print the version
        -h, --help                    show help

      Commands:
        screen [options]              ask what matters and suggest a level (this runs
                                      if no command is named)
        score [options] [files...]    score a file of cases
        map [options] <file>          say how a file of another making is to be scored
        explain [options] <case>      show every rule and how it stands for one case
        practice [options]            tell cases to place, then say what the criteria
                                      give and why
        record                        list, show, compare or verify saved screenings
        draft                         list or erase interviews that are not over
        rules                         begin, check, test, prove, compare or show a
                                      rule set
        export                        write a rule set in a form that other programs
                                      read
        completion [options] <shell>  print a script that completes command lines in
                                      your shell

      Examples:
        carestep                             ask, suggest a level and say why
        carestep screen --out report.html    the same, with a page for the chart
        carestep screen --save records       the same, then agree or override, and save
        carestep score cases.csv             score every case of a file
        carestep explain case.yaml           see each rule and how it stands
        carestep explain case.yaml --why-not outpatient
                                             see what stands against a level
        carestep explain case.yaml --what-if monitoring_need=daily
                                             see what another answer would lead to
        carestep practice                    learn the criteria by placing people
        carestep rules show --level iop      read the criteria for one level

      Exit codes: 0 done, 1 findings, 2 wrong command line or file, 3 open (no single
      level), 4 an alert is in force, 70 a mistake in carestep, 130 cancelled.

      carestep supports a clinician's judgment and does not replace it.
      "
    `);
  });

  test.each(['screen', 'score', 'explain'])('of %s has an example', async (name) => {
    const { code, stdout } = await run(`${name} --help`);
    expect(code).toBe(0);
    expect(stdout).toContain(`Example:\n  carestep ${name}`);
    expect(stdout).toContain('--rules <set>');
    expect(Math.max(...stdout.split('\n').map((text) => text.length))).toBeLessThanOrEqual(80);
  });

  test('prints the version', async () => {
    const { code, stdout } = await run('--version');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a wrong command line', () => {
  test.each([
    ['scroe cases.csv', 'error: there is no command `scroe`\n  help: did you mean `carestep score`?\n'],
    [
      'admit',
      'error: there is no command `admit`\n  help: the commands are screen, score, map, explain, practice, record, draft, rules, export, completion\n',
    ],
  ])('%s', async (line, expected) => {
    expect(await run(line)).toEqual({ code: 2, stdout: '', stderr: expected });
  });

  test.each([
    ['explain', 'missing required argument `case`'],
    ['explain a.yaml b.yaml', 'too many arguments'],
    ['explain --format pdf a.yaml', '`pdf` is invalid. Allowed choices are text, markdown, html, json'],
    ['score --fail-if sad a.csv', 'Allowed choices are open, alert'],
    ['score --fromat csv a.csv', 'unknown option `--fromat`\n(Did you mean --format?)'],
    ['screen extra', 'too many arguments'],
    ['explain --id', 'argument missing'],
  ])('%s: exit 2, with what is wrong on stderr', async (line, message) => {
    const { code, stdout, stderr } = await run(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('--help');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('never carries a control character back to the terminal', async () => {
    const world = fakeWorld();
    expect(await main(['sc\u001b[31mreen'], world)).toBe(2);
    expect(world.printed().stderr).toContain('sc\\u{1b}[31mreen');
  });
});

describe('explain', () => {
  const files = {
    'case.yaml': 'id: one\nanswers:\n  suicidal_thoughts: none\n  work_or_school: unable\n',
    'alert.json': '{"id":"two","answers":{"suicidal_thoughts":"intent"}}',
    'several.ndjson':
      '{"id":"a1","answers":{"symptom_severity":"mild"}}\n{"id":"a2","answers":{"symptom_severity":"severe"}}\n',
    'wrong.yaml': 'id: one\nanswers:\n  symptom_severity: sever\n',
  };

  test('shows the outcome and every rule; an open level is exit 3', async () => {
    const { code, stdout, stderr } = await run('explain case.yaml', { files });
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toContain('Case one\nBetween IOP and inpatient: answers still open');
    expect(stdout).toContain('✓ functioning.unable-to-work (at least IOP)');
    expect(stdout).toContain('? safety.harm-to-others (at least inpatient, alert)');
    expect(stdout).toContain('· safety.suicidal-intent (at least inpatient, alert)');
  });

  test('puts an alert on top; it is exit 4', async () => {
    const { code, stdout } = await run('explain alert.json', { files });
    expect(code).toBe(4);
    expect(stdout).toMatch(/^ALERT: /);
  });

  test('reads one case of several by id', async () => {
    const { code, stdout } = await run('explain several.ndjson --id a2', { files });
    expect(code).toBe(3);
    expect(stdout).toContain('Case a2');
  });

  test('reads standard input', async () => {
    const { code, stdout } = await run('explain -', { stdin: files['case.yaml'] });
    expect(code).toBe(3);
    expect(stdout).toContain('Case one');
  });

  test('writes JSON', async () => {
    const { code, stdout } = await run('explain case.yaml --format json', { files });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      case: 'one',
      level: null,
      lowest: 'iop',
      highest: 'inpatient',
    });
  });

  test('says why not a level', async () => {
    const { stdout } = await run('explain case.yaml --why-not outpatient', { files });
    expect(stdout).toContain('What stands against outpatient');
    const json = await run('explain case.yaml --why-not outpatient --format json', { files });
    expect(JSON.parse(json.stdout).why_not).toMatchObject({
      level: 'outpatient',
      still_possible: false,
      objecting_rules: ['functioning.unable-to-work'],
    });
  });

  test('compares with answers changed, and takes unknown for open', async () => {
    const line = 'explain case.yaml --what-if work_or_school=managing --what-if suicidal_thoughts=unknown';
    const { code, stdout } = await run(line, { files });
    expect(code).toBe(3);
    expect(stdout).toContain('- work or school: unable to work or    │ + work or school: managing, or not');
    expect(stdout).toContain('+ suicidal thoughts: open');
    const json = JSON.parse((await run(`${line} --format json`, { files })).stdout);
    expect([json.given.lowest, json.what_if.lowest]).toEqual(['iop', 'outpatient']);
  });

  test.each([
    ['explain missing.yaml', 'there is no file or folder `missing.yaml`'],
    ['explain several.ndjson', '`several.ndjson` holds 2 cases\n  help: name one of them, as in `--id a1`'],
    ['explain several.ndjson --id a3', '`several.ndjson` holds no case `a3`\n  help: did you mean `a1`?'],
    ['explain wrong.yaml', 'error: wrong.yaml:3:21: `sever` is not an answer to `symptom_severity`'],
    ['explain case.yaml --why-not ipo', 'there is no level `ipo`\n  help: did you mean `iop`?'],
    ['explain case.yaml --what-if mood', '`mood` does not name a question and an answer'],
    ['explain case.yaml --what-if severity=mild', 'there is no question `severity`'],
    ['explain case.yaml --what-if symptom_severity=mid', 'did you mean `mild`?'],
    ['explain case.yaml --what-if symptom_severity=mild --why-not iop', 'ask two different things'],
    [
      'explain case.yaml --rules adlut',
      'there is no shipped rule set `adlut`\n  help: did you mean `adult`?',
    ],
    ['explain case.yaml --rules ./nowhere', 'there is no file or folder'],
  ])('%s: exit 2', async (line, message) => {
    const { code, stdout, stderr } = await run(line, { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('shows every problem of an invalid rule set with its place', async () => {
    const own = { ...files, './own/rule-set.yaml': 'rule_set: own\nversion: 1.0\n' };
    const { code, stderr } = await run('explain case.yaml --rules ./own', { files: own });
    expect(code).toBe(2);
    expect(stderr).toContain('rule-set.yaml:2:10');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('refuses a folder that is no rule set', async () => {
    const { code, stderr } = await run('explain case.yaml --rules ./own/', {
      files: { ...files, './own/x.yaml': '' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('the folder `./own` holds no `rule-set.yaml`');
  });
});

test('an error of ours is calm, has no stack, and exits with 70', async () => {
  const broken = {
    sha256: () => {
      throw new Error('the sky fell');
    },
  };
  const { code, stderr } = await run('explain -', {
    ...broken,
    stdin: 'answers: { symptom_severity: mild }',
  });
  expect(code).toBe(70);
  expect(stderr).toBe(
    'error: something went wrong inside carestep: the sky fell\n' +
      '  help: this is a mistake in carestep, not in your answers; please report it with the command you ran\n',
  );
});
