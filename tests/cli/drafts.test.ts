import { describe, expect, test } from 'vitest';
import { type Draft, draftText, parseDraft } from '../../src/cli/draft.ts';
import { draftFolder } from '../../src/cli/draft-folder.ts';
import { draftKeeper } from '../../src/cli/draft-keeper.ts';
import { draftToResume, findDrafts } from '../../src/cli/find-draft.ts';
import { main } from '../../src/cli/main.ts';
import { beginInterview, nextState } from '../../src/interview/next-state.ts';
import { CLINIC } from '../interview/clinic-rule-set.ts';
import { type FakeWorldOptions, fakeWorld } from './fake-world.ts';

const FOLDER = '/state/carestep/drafts';
const IDENTITY = { id: 'clinic', version: '1.0.0', fingerprint: '0a'.repeat(32) };
const BEGAN = new Date('2026-01-15T08:50:00Z');

const DRAFT: Draft = {
  carestep_draft: 1,
  id: 'k7f3-9xq2',
  changed: '2026-01-15T09:00:00.000Z',
  seconds: 600,
  rule_set: IDENTITY,
  options: { rules: 'adult', case: null, save: null, from: null },
  interview: {
    answers: { thoughts: 'none' },
    unknown: [],
    path: ['thoughts'],
    position: 1,
    acknowledged: [],
    notes: {},
    scope: 'deciding',
    offer_declined: false,
    earlier: null,
    question: 'care',
    is_review: false,
  },
};

function world(options: FakeWorldOptions = {}) {
  return fakeWorld({ env: { XDG_STATE_HOME: '/state' }, ...options });
}

function keeperIn(place: ReturnType<typeof world>) {
  const { id, rule_set, options } = DRAFT;
  const header = { id, rule_set, options };
  return draftKeeper({ header, ruleSet: CLINIC.ruleSet, began: BEGAN, isResumed: false }, place);
}

const begun = beginInterview(CLINIC, { answers: [], full: false });
const answered = nextState(CLINIC, begun, { kind: 'answered', answer: 0 });

describe('the folder of drafts', () => {
  test.for<[Readonly<Record<string, string>>, string | undefined]>([
    [{ HOME: '/home/c' }, '/home/c/.local/state/carestep/drafts'],
    [{ HOME: '/home/c', XDG_STATE_HOME: '/state' }, '/state/carestep/drafts'],
    // The specification says that a relative path is no path.
    [{ HOME: '/home/c', XDG_STATE_HOME: 'state' }, '/home/c/.local/state/carestep/drafts'],
    [{ HOME: '/home/c', XDG_STATE_HOME: '' }, '/home/c/.local/state/carestep/drafts'],
    [{ LOCALAPPDATA: 'C:\\Users\\c\\AppData\\Local' }, 'C:\\Users\\c\\AppData\\Local\\carestep\\drafts'],
    [{}, undefined],
  ])('of %j is %s', ([env, folder]) => {
    expect(draftFolder({ env })).toBe(folder);
  });
});

describe('a draft as text', () => {
  test('is read as it was written', () => {
    expect(parseDraft(draftText(DRAFT))).toEqual(DRAFT);
  });

  test.for<[string, string]>([
    ['no JSON', '{'],
    ['another version', draftText(DRAFT).replace('"carestep_draft": 1', '"carestep_draft": 2')],
    ['a key that is missing', draftText(DRAFT).replace('"seconds": 600,', '')],
    ['a key too many', draftText(DRAFT).replace('"seconds": 600,', '"seconds": 600, "name": "x",')],
    ['another scope', draftText(DRAFT).replace('"deciding"', '"some"')],
    ['a number for an answer', draftText(DRAFT).replace('"thoughts": "none"', '"thoughts": 0')],
  ])('with %s is none', ([, text]) => {
    expect(parseDraft(text)).toBeUndefined();
  });
});

describe('a keeper', () => {
  test('writes each state whole, with the time the interview has taken, and erases it', async () => {
    const place = world();
    const keeper = await keeperIn(place);
    expect(keeper.isKept()).toBe(false);
    await keeper.keep(answered);
    expect([...place.files.keys()]).toEqual([`${FOLDER}/k7f3-9xq2.json`]);
    expect(parseDraft(place.files.get(`${FOLDER}/k7f3-9xq2.json`) ?? '')).toEqual(DRAFT);
    expect(keeper.isKept()).toBe(true);
    await keeper.erase();
    expect([...place.files.keys()]).toEqual([]);
    await keeper.keep(answered);
    expect([...place.files.keys()]).toEqual([]);
  });

  test('lets only the owner read it', async () => {
    const modes: (number | undefined)[] = [];
    const place = world({ writeFile: async (_path, _text, mode) => void modes.push(mode) });
    await (await keeperIn(place)).keep(answered);
    expect(modes).toEqual([0o600]);
  });

  test('says so and lets the interview go on where the disk is full or the folder cannot be made', async () => {
    const refuse = async () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    const full = await keeperIn(world({ writeFile: refuse }));
    expect(full.isKeeping()).toBe(true);
    await full.keep(answered);
    expect([full.isKeeping(), full.isKept()]).toEqual([false, false]);
    expect((await keeperIn(world({ makeDir: refuse }))).isKeeping()).toBe(false);
    expect((await keeperIn(world({ env: {} }))).isKeeping()).toBe(false);
  });

  test('does not take a mistake in the program for a full disk', async () => {
    const fail = async () => {
      throw new TypeError('a mistake');
    };
    await expect(keeperIn(world({ makeDir: fail }))).rejects.toThrow('a mistake');
  });
});

describe('drafts on the disk', () => {
  const text = (changed: string) => draftText({ ...DRAFT, changed });
  const files = {
    [`${FOLDER}/a.json`]: text('2026-01-15T09:00:00.000Z'),
    [`${FOLDER}/b.json`]: text('2026-01-16T09:00:00.000Z'),
    [`${FOLDER}/c.json`]: 'broken',
    [`${FOLDER}/b.json.partial`]: 'half of it',
  };

  test('are found, the one changed last first, and a broken one is named', async () => {
    const found = await findDrafts(world({ files }));
    expect(found.map(({ id, draft }) => [id, draft !== undefined])).toEqual([
      ['b', true],
      ['a', true],
      ['c', false],
    ]);
    expect(await findDrafts(world())).toEqual([]);
  });

  test('are resumed by their id, or where there is only one', async () => {
    expect((await draftToResume('a', world({ files }))).changed).toBe('2026-01-15T09:00:00.000Z');
    const [one] = Object.entries(files).slice(0, 1);
    expect(await draftToResume(undefined, world({ files: Object.fromEntries(one ? [one] : []) }))).toEqual(
      DRAFT,
    );
  });

  test.for<[string | undefined, string]>([
    [undefined, 'there are 3 drafts, and each may be about another person'],
    ['d', 'there is no draft `d`'],
    ['c', 'the draft `c` cannot be read'],
  ])('are not resumed by %s', async ([id, message]) => {
    await expect(draftToResume(id, world({ files }))).rejects.toThrow(message);
  });

  test('are erased with what an interrupted writing left', async () => {
    const place = world({ files });
    expect(await main(['draft', 'erase', 'b'], place)).toBe(0);
    expect([...place.files.keys()]).toEqual([`${FOLDER}/a.json`, `${FOLDER}/c.json`]);
    expect(await main(['draft', 'erase'], place)).toBe(2);
    expect(await main(['draft', 'erase', '--all'], place)).toBe(0);
    expect([...place.files.keys()]).toEqual([]);
    expect(place.printed().stdout).toBe('Erased 1 draft.\nErased 2 drafts.\n');
    expect(place.printed().stderr).toContain('there are 2 drafts');
  });

  test('are erased also where no more than a half-written one is there', async () => {
    const place = world({ files: { [`${FOLDER}/a.json.partial`]: '{ "carestep' } });
    expect(await main(['draft', 'list'], place)).toBe(0);
    expect(await main(['draft', 'erase'], place)).toBe(0);
    expect(place.printed().stdout).toBe('a  cannot be read\nErased 1 draft.\n');
    expect([...place.files.keys()]).toEqual([]);
  });

  test('that an interview cannot go on with are refused with what to do', async () => {
    const terminal = { stdinIsTTY: true, stdoutIsTTY: true };
    for (const option of [['--answers', 'x.yaml'], ['--full'], ['--no-draft'], ['--id', 'x']]) {
      const place = world({ files, ...terminal });
      expect(await main(['screen', '--resume', 'a', ...option], place)).toBe(2);
      expect(place.printed().stderr).toContain(`\`${option[0]}\` does not go together with \`--resume\``);
    }
  });
});
