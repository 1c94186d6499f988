import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffVersions, whyNotComparable } from '../../../src/analysis/diff/diff-versions.ts';
import { type Answers, idsFromAnswers } from '../../../src/core/answers.ts';
import type { Move, MoveBlame, VersionDifference } from '../../../src/core/version-difference.ts';
import { arbitraryRuleSet, ruleSetOf, runs } from '../../arbitrary-rule-set.ts';
import {
  comparedCases,
  countApart,
  type JudgedCase,
  judge,
  levelUndone,
  versionPairs,
} from './every-case.ts';

const ALERT_KINDS = ['alert', 'advice', 'recheck'];

/** A comparison with every case judged by the rules themselves. */
const compared = versionPairs.map((versions) => ({
  versions,
  difference: diffVersions(versions),
  cases: comparedCases(versions).map((given) => judge(versions, given)),
}));

function inCell(cases: readonly JudgedCase[], from: number, to: number): JudgedCase[] {
  return cases.filter(({ level }) => level.old === from && level.new === to);
}

/** A case over both versions by ids, the order of its keys set. */
function byIds({ versions }: VersionDifference, answers: Answers | undefined) {
  return idsFromAnswers(versions.new, answers ?? []);
}

function within(difference: VersionDifference, { region }: Move, { given }: JudgedCase): boolean {
  return region.answers.every(({ question, answers }) => {
    const asked = difference.versions.new.questions[question];
    const answer = asked?.answers.findIndex(({ id }) => id === given[asked.id]) ?? -1;
    return ((answers >>> answer) & 1) === 1;
  });
}

describe('against every case, judged by the rules one by one', () => {
  test('the matrix, the cases compared and the cases apart are exact', () => {
    fc.assert(
      fc.property(compared, ({ versions, difference, cases }) => {
        expect(difference.compared).toBe(BigInt(cases.length));
        const counts = difference.matrix.map((row, from) =>
          row.map((_, to) => BigInt(inCell(cases, from, to).length)),
        );
        expect(difference.matrix).toEqual(counts);
        expect(difference.apart).toEqual({
          old: BigInt(countApart(versions.old, versions.new)),
          new: BigInt(countApart(versions.new, versions.old)),
        });
      }),
      runs(150),
    );
  });

  test('each move has an example that moves, and a region all of whose cases move, with no smaller one around it', () => {
    fc.assert(
      fc.property(compared, ({ difference, cases }) => {
        const cells = difference.matrix.flatMap((row, from) =>
          row.flatMap((count, to) => (count > 0n && from !== to ? [`${from} to ${to}`] : [])),
        );
        expect(difference.moves.map(({ from, to }) => `${from} to ${to}`)).toEqual(cells);
        for (const move of difference.moves) {
          const moved = inCell(cases, move.from, move.to);
          const example = byIds(difference, move.example);
          const exampleCase = moved.find(({ given }) => JSON.stringify(given) === JSON.stringify(example));
          expect(exampleCase).toBeDefined();
          const { version } = move.region;
          const lower = Math.min(move.from, move.to);
          expect(version).toBe(move.from < move.to ? 'old' : 'new');
          const given = cases.filter(({ level }) => level[version] === lower);
          const region = given.filter((judged) => within(difference, move, judged));
          expect(region.length).toBe(Number(move.region.cases));
          expect(region.every((judged) => moved.includes(judged))).toBe(true);
          expect(region).toContain(exampleCase);
          const stays = given.filter((judged) => !moved.includes(judged));
          expect(move.region.answers.length).toBe(fewestAnswers(example, stays));
        }
      }),
      runs(150),
    );
  });

  test('the rules to blame are those whose being undone takes cases from the new level', () => {
    let together = 0;
    fc.assert(
      fc.property(compared, ({ difference, cases }) => {
        for (const move of difference.moves) {
          const moved = inCell(cases, move.from, move.to);
          const undo = (indexes: readonly number[], judged: JudgedCase) =>
            levelUndone(
              difference,
              difference.changes.filter((_, index) => indexes.includes(index)),
              judged,
            );
          const alone = difference.changes.flatMap((_, index) => {
            const count = moved.filter((judged) => undo([index], judged) !== move.to).length;
            return count === 0 ? [] : [{ changes: [index], cases: BigInt(count) }];
          });
          const singles = move.blame.filter(({ changes }) => changes.length === 1);
          const byChange = (a: MoveBlame, b: MoveBlame) => (a.changes[0] ?? 0) - (b.changes[0] ?? 0);
          expect(singles.toSorted(byChange)).toEqual(alone.toSorted(byChange));

          const sets = move.blame.filter(({ changes }) => changes.length > 1);
          together += sets.length;
          for (const { changes, cases: count } of sets) {
            const explained = moved.filter((judged) => undo(changes, judged) !== move.to);
            expect(explained.length).toBeGreaterThanOrEqual(Number(count));
            const needsAll = explained.filter((judged) =>
              changes.every(
                (left) =>
                  undo(
                    changes.filter((each) => each !== left),
                    judged,
                  ) === move.to,
              ),
            );
            expect(needsAll.length).toBeGreaterThan(0);
          }
          const unexplained = moved.filter((judged) =>
            move.blame.every(({ changes }) => undo(changes, judged) === move.to),
          );
          expect(move.unexplained).toBe(BigInt(unexplained.length));
        }
      }),
      runs(150),
    );
    expect(together).toBeGreaterThan(10);
  });

  test('changes said to alter nothing may all be undone, and no alert of theirs holds elsewhere', () => {
    let idle = 0;
    fc.assert(
      fc.property(compared, ({ difference, cases }) => {
        const nothing = difference.changes.filter(({ effect }) => effect === 'nothing');
        idle += nothing.length;
        const changed = cases.filter(
          (judged) => levelUndone(difference, nothing, judged) !== judged.level.new,
        );
        expect(changed).toEqual([]);
        const ids = nothing.map(({ id }) => id);
        expect(difference.effects.filter(({ id }) => ids.includes(id))).toEqual([]);
      }),
      runs(150),
    );
    expect(idle).toBeGreaterThan(20);
  });

  test('alerts, advice and rechecks are counted by rule, with an example each way', () => {
    fc.assert(
      fc.property(compared, ({ versions, difference, cases }) => {
        const former = new Map(difference.changes.map(({ id, formerId }) => [id, formerId ?? id]));
        const expected = ids(versions).flatMap((id) =>
          ALERT_KINDS.flatMap((kind) => {
            const holds = (judged: JudgedCase, version: 'old' | 'new') => {
              const own = version === 'old' ? (former.get(id) ?? id) : id;
              const rule = versions[version].rules.find((candidate) => candidate.id === own);
              return rule !== undefined && kindsOf(rule) === kind && judged.holding[version].includes(own);
            };
            const lost = cases.filter((judged) => holds(judged, 'old') && !holds(judged, 'new')).length;
            const gained = cases.filter((judged) => holds(judged, 'new') && !holds(judged, 'old')).length;
            return lost + gained === 0 ? [] : [`${id} ${kind} -${lost} +${gained}`];
          }),
        );
        const found = difference.effects.filter(({ kind }) => kind !== 'question');
        // A rule that was given another id stands in the list once, under the new one.
        const renamed = new Set(difference.changes.flatMap(({ formerId }) => formerId ?? []));
        expect(
          found.map(({ id, kind, lost, gained }) => `${id} ${kind} -${lost.cases} +${gained.cases}`).sort(),
        ).toEqual(expected.filter((line) => !renamed.has(line.split(' ')[0] ?? '')).sort());
        const lostAll = cases.filter(({ alerts }) => alerts.old.length > 0 && alerts.new.length === 0);
        expect(difference.alertsLost.cases).toBe(BigInt(lostAll.length));
        if (lostAll.length > 0) {
          expect(lostAll.map(({ given }) => given)).toContainEqual(
            byIds(difference, difference.alertsLost.example),
          );
        }
      }),
      runs(150),
    );
  });
});

describe('two versions that decide alike', () => {
  test('have no moves, whatever is written', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (old) => {
        const rules = old.rules.map((rule) => ({ ...rule, because: 'for another reason' }));
        const difference = diffVersions({ old, new: { ...old, rules } });
        expect(difference.moves).toEqual([]);
        expect(difference.effects).toEqual([]);
        expect(difference.changes.map(({ keys, effect }) => ({ keys, effect }))).toEqual(
          rules.map(() => ({ keys: ['because'], effect: 'nothing' })),
        );
      }),
      runs(50),
    );
  });
});

describe('versions that cannot be compared', () => {
  test('are those with other levels', () => {
    const old = ruleSetOf([], []);
    expect(whyNotComparable({ old, new: old })).toBeUndefined();
    expect(whyNotComparable({ old, new: { ...old, levels: old.levels.slice(1) } })).toEqual({
      kind: 'levels',
      levels: { old: ['outpatient', 'iop', 'php', 'inpatient'], new: ['iop', 'php', 'inpatient'] },
    });
  });
});

function ids({ old, new: now }: { old: { rules: readonly { id: string }[] }; new: typeof old }): string[] {
  return [...new Set([...now.rules, ...old.rules].map(({ id }) => id))];
}

function kindsOf(rule: { readonly kind: string; readonly alert?: string }): string | undefined {
  if (rule.alert !== undefined) return 'alert';
  return rule.kind === 'advise' ? 'advice' : rule.kind === 'recheck' ? 'recheck' : undefined;
}

/** The size of a smallest set of answers of a case that none of the others shares; tries every set. */
function fewestAnswers(example: Readonly<Record<string, string>>, others: readonly JudgedCase[]): number {
  const questions = Object.keys(example);
  const sizes = Array.from({ length: 2 ** questions.length }, (_, set) => {
    const chosen = questions.filter((_, index) => (set >>> index) & 1);
    const isEnough = others.every(({ given }) => chosen.some((id) => given[id] !== example[id]));
    return isEnough ? chosen.length : Number.POSITIVE_INFINITY;
  });
  return Math.min(...sizes);
}
