import { OPEN } from '../../../src/core/answers.ts';
import type { RuleSet } from '../../../src/core/rule-set.ts';

/** A piece of told text that stands for an answer: question, answer, and the verb that a piece after it may share. */
interface Piece {
  readonly text: string;
  readonly question: number;
  readonly answer: number;
  /** The verb with which the piece begins, or for a piece without one the verb it needs before it. */
  readonly verb: string;
  readonly begins: 'with verb' | 'without verb';
}

/** The words of "they" for those of "the client"; typed here again, so that the telling is not checked by itself. */
const THEY: Readonly<Record<string, string>> = {
  is: 'are',
  has: 'have',
  was: 'were',
  can: 'can',
  cannot: 'cannot',
  attempted: 'attempted',
  comes: 'come',
  copes: 'cope',
  declines: 'decline',
  finds: 'find',
  keeps: 'keep',
  looks: 'look',
  misses: 'miss',
  needs: 'need',
  plans: 'plan',
  speaks: 'speak',
  stays: 'stay',
  struggles: 'struggle',
  takes: 'take',
  thinks: 'think',
  uses: 'use',
  wishes: 'wish',
};

const LEADS = /^(In addition|At the same time|Beyond that), /;
const SUBJECTS =
  /^(You are asked about a client who|This is about a client who|The case is that of a client who|[Tt]he client|[Tt]hey) /;
const SUMMARIES = [
  /^Nothing of concern was found about (.*)$/,
  /^There is no concern about (.*)$/,
  /^No problem stood out in (.*)$/,
  /^(.*) give no cause for concern$/,
];

/**
 * Reads generated vignettes back from their text alone. A sentence that is made of anything but the phrases of answers,
 * or that can be taken apart in two ways, throws.
 */
export function reader(ruleSet: RuleSet): (text: readonly string[]) => Int8Array {
  const all = { they: pieces(ruleSet, 'they'), client: pieces(ruleSet, 'client') } as const;
  /** Questions and answers that a sentence tells. */
  const toldIn = (sentence: string): readonly { readonly question: number; readonly answer: number }[] => {
    if (!sentence.endsWith('.')) throw new Error(`no sentence: ${sentence}`);
    const said = sentence.slice(0, -1).replace(LEADS, '');
    const summary = SUMMARIES.map((form) => form.exec(said)?.[1]).find((names) => names !== undefined);
    if (summary !== undefined) return namesIn(ruleSet, summary).map((question) => ({ question, answer: 0 }));
    const subject = SUBJECTS.exec(said)?.[0];
    if (subject === undefined) throw new Error(`no subject: ${sentence}`);
    return piecesIn(/they $/i.test(subject) ? all.they : all.client, said.slice(subject.length));
  };
  return (text) => {
    const answers = new Int8Array(ruleSet.questions.length).fill(OPEN);
    const sentences = text.flatMap((paragraph) => paragraph.split(/(?<=\.) /));
    for (const { question, answer } of sentences.flatMap(toldIn)) {
      if (answers[question] !== OPEN) throw new Error(`told twice: ${ruleSet.questions[question]?.id}`);
      answers[question] = answer;
    }
    return answers;
  };
}

const JOINTS = [', and ', ', but ', ', or ', ' and ', ' but ', ' or ', ', '];

/** The one way to take a text apart into parts set off by joints; throws if there is none, or more than one. */
function onlyWay<Part>(
  text: string,
  partsAt: (rest: string, before: Part | undefined) => readonly [Part, string][],
): Part[] {
  const ways = (rest: string, before: Part | undefined): Part[][] =>
    partsAt(rest, before).flatMap(([part, left]) => {
      if (left === '') return [[part]];
      const joints = JOINTS.filter((joint) => left.startsWith(joint));
      return joints.flatMap((joint) => ways(left.slice(joint.length), part).map((parts) => [part, ...parts]));
    });
  const [only, second] = ways(text, undefined);
  if (only === undefined) throw new Error(`says something else: ${text}`);
  if (second !== undefined) throw new Error(`can be read in two ways: ${text}`);
  return only;
}

function piecesIn(all: readonly Piece[], text: string): Piece[] {
  return onlyWay<Piece>(text, (rest, before) =>
    all
      .filter((piece) => rest.startsWith(piece.text))
      .filter((piece) => (piece.begins === 'with verb' ? true : before?.verb === piece.verb))
      .map((piece) => [piece, rest.slice(piece.text.length)]),
  );
}

function pieces(ruleSet: RuleSet, person: 'they' | 'client'): Piece[] {
  return ruleSet.questions.flatMap(({ answers }, question) =>
    answers.flatMap(({ phrase }, answer): Piece[] => {
      const words = phrase.split(' ');
      const place = words.findIndex((word) => word in THEY);
      const verb = words[place] ?? '';
      const said = person === 'they' ? words.with(place, THEY[verb] ?? '') : words;
      const whole = { text: said.join(' '), question, answer, verb, begins: 'with verb' } as const;
      return place === 0
        ? [whole, { ...whole, text: words.slice(1).join(' '), begins: 'without verb' }]
        : [whole];
    }),
  );
}

function namesIn(ruleSet: RuleSet, text: string): number[] {
  const names = ruleSet.questions.map(({ title }, question) => ({ name: title.toLowerCase(), question }));
  return onlyWay<{ question: number }>(text.toLowerCase(), (rest) =>
    names
      .filter(({ name }) => rest.startsWith(name))
      .map(({ name, question }) => [{ question }, rest.slice(name.length)]),
  ).map(({ question }) => question);
}
