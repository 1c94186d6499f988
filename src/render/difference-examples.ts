import { type Answers, answersFromIds, idsFromAnswers } from '../core/answers.ts';
import type { CaseCount, Version } from '../core/version-difference.ts';
import { caseFileText, type WrittenCase } from './case-file.ts';
import type { DifferencePage } from './difference-page.ts';
import { identityText } from './identity.ts';
import { levelAt, levelWord } from './level-word.ts';

/** A case file: its name without the extension, and its text. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The examples of a difference as case files that `carestep explain` reads. Where the versions ask different questions
 * of a case, each gets a file of its own, `NAME.old` and `NAME.new`.
 */
export function exampleFiles(page: DifferencePage): ExampleFile[] {
  return examplesOf(page).flatMap((example) => {
    const text = (version: Version) =>
      caseFileText(page.versions[version].ruleSet, [
        { ...example, answers: ownAnswers(page, version, example.answers) },
      ]);
    const [old, now] = [text('old'), text('new')];
    if (old === now) return [{ name: example.id, text: now }];
    return [
      { name: `${example.id}.old`, text: old },
      { name: `${example.id}.new`, text: now },
    ];
  });
}

/** One case per move, and one per alert, advice or recheck that is lost or gained by an edit of its own. */
function examplesOf({ versions, difference }: DifferencePage): WrittenCase[] {
  const [old, now] = [identityText(versions.old.identity), identityText(versions.new.identity)];
  const word = (level: number) => levelWord(levelAt(versions.new.ruleSet, level));
  const levelId = (level: number) => levelAt(versions.new.ruleSet, level).id;
  const moves = difference.moves.map(({ from, to, example }) => ({
    id: `${levelId(from)}-to-${levelId(to)}`,
    answers: example,
    note: `${word(from)} by ${old}, ${word(to)} by ${now}.`,
  }));
  const sided = (id: string, what: string, lost: CaseCount, gained: CaseCount) => [
    ...written(`${id}-lost`, lost, `${what} by ${old}, and not by ${now}.`),
    ...written(`${id}-gained`, gained, `${what} by ${now}, and not by ${old}.`),
  ];
  return [
    ...moves,
    ...sided('any-alert', 'An alert', difference.alertsLost, difference.alertsGained),
    ...difference.effects.flatMap(({ kind, id, asWritten, lost, gained }) =>
      asWritten ? [] : sided(id, `${kind === 'question' ? 'question' : kind} ${id}`, lost, gained),
    ),
  ];
}

function written(id: string, { example }: CaseCount, note: string): WrittenCase[] {
  return example === undefined ? [] : [{ id, answers: example, note }];
}

/** A case over the questions of both versions as one of them asks them. */
function ownAnswers({ versions, difference }: DifferencePage, version: Version, answers: Answers): Int8Array {
  const { ruleSet } = versions[version];
  const given = Object.entries(idsFromAnswers(difference.versions.new, answers));
  const own = given.filter(([id]) => ruleSet.questions.some((question) => question.id === id));
  return answersFromIds(ruleSet, Object.fromEntries(own)).answers;
}
