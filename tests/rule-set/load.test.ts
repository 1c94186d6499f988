import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/rule-set/diagnostic.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { changed } from './seeded-text.ts';
import { SMALL_RULE_SET } from './small-rule-set.ts';

function loadSmall() {
  const { ruleSet, places, diagnostics } = loadRuleSet(SMALL_RULE_SET);
  expect(diagnostics).toEqual([]);
  if (ruleSet === undefined) throw new Error('the small rule set does not load');
  return { ruleSet, places };
}

/** The text at a place, as the file has it. */
function textAt(place: Place | undefined): string | undefined {
  const file = SMALL_RULE_SET.find(({ path }) => path === place?.path);
  if (place === undefined || file === undefined) return undefined;
  return file.text.split('\n')[place.line - 1]?.slice(place.column - 1, place.column - 1 + place.length);
}

describe('a sound rule set', () => {
  test('has its parts in the order of the header and the files', () => {
    const { ruleSet } = loadSmall();
    expect(ruleSet.levels.map(({ id }) => id)).toEqual(['outpatient', 'iop', 'inpatient']);
    expect(ruleSet.dimensions).toEqual([
      { id: 'safety', title: 'Safety', rulePrefix: 'safety' },
      { id: 'step_down', title: 'Step-down', rulePrefix: 'down' },
    ]);
    expect(ruleSet.questions.map(({ id }) => id)).toEqual([
      'thoughts',
      'attempt',
      'care_now',
      'progress',
      'setting',
    ]);
    expect(ruleSet.rules.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'safety.plan at_least',
      'safety.active at_least',
      'safety.attempt alert',
      'down.not-ready rule_out',
      'down.burden at_least',
      'down.virtual advise',
      'down.only-thoughts advise',
      'down.disagree recheck',
    ]);
  });

  test('has the reasons for another level in their order, and review intervals where the header gives them', () => {
    const { ruleSet } = loadSmall();
    expect(ruleSet.overrideReasons).toEqual([
      { id: 'judgment', label: 'clinical judgment' },
      { id: 'declines', label: 'the person declines' },
    ]);
    expect(ruleSet.levels.map(({ reviewDays }) => reviewDays)).toEqual([undefined, undefined, undefined]);
    const change = {
      file: 'rule-set.yaml',
      from: '    review: daily\n',
      to: '    review: daily\n    review_days: { first: 1, every: 2 }\n',
    };
    expect(loadRuleSet(changed(change)).ruleSet?.levels[2]?.reviewDays).toEqual({ first: 1, every: 2 });
  });

  test('does not depend on the order in which the files are given', () => {
    expect(loadRuleSet([...SMALL_RULE_SET].reverse()).ruleSet).toEqual(loadSmall().ruleSet);
  });

  test('knows files by their names, wherever the folder is', () => {
    const moved = SMALL_RULE_SET.map(({ path, text }) => ({ path: `some/where\\${path}`, text }));
    expect(loadRuleSet(moved).ruleSet).toEqual(loadSmall().ruleSet);
  });

  test('reads the same from lines that end in CR LF, and with a byte order mark', () => {
    const windows = SMALL_RULE_SET.map(({ path, text }) => ({
      path,
      text: `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    }));
    expect(loadRuleSet(windows).diagnostics).toEqual([]);
    expect(loadRuleSet(windows).ruleSet).toEqual(loadSmall().ruleSet);
  });

  test('has flags and conditions of questions', () => {
    const { ruleSet } = loadSmall();
    const [, attempt, , progress, setting] = ruleSet.questions;
    expect(attempt).toMatchObject({ history: true, ordered: true });
    expect(setting).toMatchObject({ history: false, ordered: false });
    expect(progress?.appliesWhen).toEqual({ kind: 'answer', question: 2, answers: 0b110 });
    expect(attempt).not.toHaveProperty('appliesWhen');
  });

  test('has conditions by index and answer set', () => {
    const { ruleSet } = loadSmall();
    const when = Object.fromEntries(ruleSet.rules.map((rule) => [rule.id, rule.when]));
    expect(when['safety.plan']).toEqual({ kind: 'answer', question: 0, answers: 0b1000 });
    expect(when['safety.active']).toEqual({
      kind: 'all',
      of: [
        { kind: 'answer', question: 0, answers: 0b1100 },
        {
          kind: 'none',
          of: [
            {
              kind: 'all',
              of: [
                { kind: 'answer', question: 1, answers: 0b01 },
                { kind: 'answer', question: 3, answers: 0b01 },
              ],
            },
          ],
        },
      ],
    });
    expect(when['down.burden']).toEqual({
      kind: 'count',
      atLeast: 2,
      of: [
        { kind: 'answer', question: 0, answers: 0b0110 },
        { kind: 'answer', question: 1, answers: 0b10 },
        { kind: 'answer', question: 3, answers: 0b10 },
      ],
    });
    expect(when['down.only-thoughts']).toEqual({
      kind: 'all',
      of: [
        { kind: 'rests_on', rules: ['safety.plan', 'safety.active'] },
        {
          kind: 'any',
          of: [
            { kind: 'level', levels: 0b110 },
            { kind: 'answer', question: 4, answers: 0b101 },
          ],
        },
      ],
    });
  });

  test('has the effect of each kind of rule', () => {
    const { ruleSet } = loadSmall();
    const rule = Object.fromEntries(ruleSet.rules.map((each) => [each.id, each]));
    expect(rule['safety.plan']).toMatchObject({
      level: 2,
      alert: 'a worked-out plan',
      practice: false,
      accept: [],
    });
    expect(rule['safety.active']).toMatchObject({ level: 1, practice: true, dimension: 0 });
    expect(rule['safety.active']).not.toHaveProperty('alert');
    expect(rule['safety.active']?.accept).toHaveLength(1);
    expect(rule['down.not-ready']).toMatchObject({ levels: 0b010, dimension: 1 });
    expect(rule['down.disagree']).toMatchObject({ questions: [0, 3] });
    expect(rule['safety.plan']?.sources).toEqual([{ document: 'guide', section: 'Safety' }]);
  });

  test('knows the place of each level, question, answer, rule and condition', () => {
    const { ruleSet, places } = loadSmall();
    const [plan, active] = ruleSet.rules;
    const named = [...ruleSet.levels, ...ruleSet.questions, ...ruleSet.rules];
    expect(named.map((part) => textAt(places.get(part)))).toEqual(named.map(({ id }) => id));
    const answers = ruleSet.questions.flatMap((question) => question.answers);
    expect(answers.map((answer) => textAt(places.get(answer))?.replaceAll("'", ''))).toEqual(
      answers.map(({ id }) => id),
    );
    expect(textAt(plan && places.get(plan.when))).toBe('thoughts');
    const none = active?.when.kind === 'all' ? active.when.of[1] : undefined;
    expect(textAt(none && places.get(none))).toBe('none');
  });
});

describe('a rule set with mistakes', () => {
  test('gives no rule set for an error, but gives one for a warning', () => {
    const wrong = { file: 'step-down.yaml', from: 'rule_out: [iop]', to: 'rule_out: [ipo]' };
    expect(loadRuleSet(changed(wrong)).ruleSet).toBeUndefined();
    const vacuous = {
      file: 'safety.yaml',
      from: 'thoughts: { from: active }',
      to: 'thoughts: { from: none }',
    };
    const { ruleSet, diagnostics } = loadRuleSet(changed(vacuous));
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
    expect(ruleSet?.rules).toHaveLength(8);
  });

  test('gives all of them at once, by file, line and column', () => {
    const files = SMALL_RULE_SET.map(({ path, text }) => ({
      path,
      text: text.replaceAll('document: guide', 'document: guid').replace('up_to: active', 'up_to: actve'),
    }));
    const found = loadRuleSet(files).diagnostics.map(({ code, path, line }) => `${path}:${line} ${code}`);
    expect(found).toEqual([
      'rule-set.yaml:24 unknown-source',
      'rule-set.yaml:34 unknown-source',
      'rule-set.yaml:44 unknown-source',
      'safety.yaml:30 unknown-source',
      'safety.yaml:39 unknown-source',
      'step-down.yaml:41 unknown-source',
      'step-down.yaml:48 unknown-answer',
      'step-down.yaml:52 unknown-source',
      'step-down.yaml:75 unknown-source',
    ]);
  });

  test('says what is wrong in the words of the author, and what was meant', () => {
    const change = {
      file: 'safety.yaml',
      from: 'thoughts: [passive, active]',
      to: 'thoughts: [passive, actve]',
    };
    expect(loadRuleSet(changed(change)).diagnostics).toEqual([
      {
        code: 'unknown-answer',
        severity: 'error',
        path: 'safety.yaml',
        line: 49,
        column: 31,
        length: 5,
        message: 'unknown answer `actve` for `thoughts`',
        help: 'did you mean `active`? the answers are none, passive, active, plan',
      },
    ]);
  });

  test('names an unknown question once in each place, though its file cannot be read', () => {
    const broken = changed({ add: 'step-down.yaml', text: 'questions: [' });
    expect(loadRuleSet(broken).diagnostics.map(({ code, path }) => `${path} ${code}`)).toEqual([
      'step-down.yaml yaml-syntax',
    ]);
  });
});
