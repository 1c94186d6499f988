import { type Answers, OPEN } from '../../core/answers.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import { type Random, seededRandom } from '../../statistics/random.ts';
import { allFacts, type Fact, summedUp } from './facts.ts';
import { composeSentences, lastLast, listed, predicate, type Sentence } from './sentences.ts';
import { drawOne, shuffled } from './weighted-draw.ts';

/** A paragraph that has as many sentences is full. */
const FULL = 4;

/** How a telling is chosen among many. */
export interface Manner {
  /** The same seed tells cases alike, so that two that differ in one answer read alike. */
  readonly seed: number;
  /** Questions (indexes) whose answers are told in their own words even if they are unremarkable. */
  readonly spelled: readonly number[];
}

/**
 * Tells cases in paragraphs, through the phrases of their answers and nothing else. Each answer is told once: in the words
 * of its phrase, or where the first answer is the usual one, in a summary that names the question.
 */
export class CaseTeller {
  readonly #ruleSet: RuleSet;
  readonly #facts: readonly (readonly Fact[])[];

  constructor(ruleSet: RuleSet) {
    this.#ruleSet = ruleSet;
    this.#facts = allFacts(ruleSet);
  }

  tell(answers: Answers, { seed, spelled }: Manner): string[] {
    const random = seededRandom(seed);
    const facts = this.#facts.flatMap((own, question) => own[answers[question] ?? OPEN] ?? []);
    const opening = openingFacts(facts);
    const gate = opening[0]?.question.dimension;
    const dimensions = shuffled([...this.#ruleSet.dimensions.keys()], random);
    const blocks = dimensions
      .sort((a, b) => Number(b === gate) - Number(a === gate))
      .map((dimension) => {
        const own = facts.filter((fact) => fact.question.dimension === dimension && !opening.includes(fact));
        // A seed of its own: what one dimension has to tell leaves the telling of the others as it is.
        return tellDimension(own, spelled, seededRandom(seed + dimension + 1));
      });
    return paragraphs([[openingSentence(opening, random)], ...blocks], random);
  }
}

/** A sentence that is finished, or one whose subject depends on what stands before it. */
type Part = string | Sentence;

function tellDimension(facts: readonly Fact[], spelled: readonly number[], random: Random): Part[] {
  const summed = summedUp(facts, spelled, random);
  const sentences = composeSentences(
    facts.filter((fact) => !summed.includes(fact)),
    random,
  );
  if (summed.length === 0) return sentences;
  const summary = summarySentence(summed, random);
  return random() < 0.6 ? [...sentences, summary] : [summary, ...sentences];
}

/** What asks whether other questions apply, and the first question without an order: who this is about. */
function openingFacts(facts: readonly Fact[]): Fact[] {
  const gates = facts.filter(({ gate }) => gate);
  const nominal = facts.find(({ question }) => !question.ordered);
  const both = nominal === undefined ? gates : [...gates, nominal];
  return both.filter(({ phrase }) => phrase.joins !== 'alone');
}

function openingSentence(opening: readonly Fact[], random: Random): string {
  if (opening.length === 0) return 'A client is to be placed.';
  const told = predicate({ facts: lastLast(opening), word: 'and' }, 'client') ?? '';
  return drawOne(
    [
      `You are asked about a client who ${told}.`,
      `This is about a client who ${told}.`,
      `The case is that of a client who ${told}.`,
      `The client ${told}.`,
    ],
    random,
  );
}

function summarySentence(facts: readonly Fact[], random: Random): string {
  const names = facts.map(({ question }) => nameOf(question.title));
  // A name with an "and" of its own reads best before the others, and set off from the last.
  const ordered = names.toSorted((a, b) => Number(isCompound(b)) - Number(isCompound(a)));
  const isUnclear = names.length === 2 && names.some(isCompound);
  const or = listed(ordered, 'or', isUnclear);
  const and = listed(ordered, 'and', isUnclear);
  return drawOne(
    [
      `Nothing of concern was found about ${or}.`,
      `There is no concern about ${or}.`,
      `No problem stood out in ${or}.`,
      `${and.charAt(0).toUpperCase()}${and.slice(1)} give no cause for concern.`,
    ],
    random,
  );
}

function isCompound(name: string): boolean {
  return / (and|or) /.test(name);
}

/** A title within a sentence: without its capital, unless it begins with an abbreviation. */
function nameOf(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
}

const LEADS = ['In addition', 'At the same time', 'Beyond that'] as const;

function paragraphs(blocks: readonly (readonly Part[])[], random: Random): string[] {
  const told: string[][] = [];
  let wasClient = false;
  for (const block of blocks) {
    const last = told.at(-1);
    const paragraph = last === undefined || last.length >= FULL ? [] : last;
    if (paragraph !== last) told.push(paragraph);
    if (paragraph.length === 0) wasClient = false;
    for (const [place, part] of block.entries()) {
      const isFinished = typeof part === 'string';
      const mayLead = wasClient && place > 0 && !LEADS.some((lead) => paragraph.at(-1)?.startsWith(lead));
      paragraph.push(isFinished ? part : withSubject(part, { wasClient, mayLead }, random));
      // The opening is about the client as well; a summary is not.
      wasClient = !isFinished || (told.length === 1 && paragraph.length === 1);
    }
  }
  return told.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join(' '));
}

/** "They" stands only after a sentence about the client, and not every sentence has room for it. */
function withSubject(
  sentence: Sentence,
  { wasClient, mayLead }: { readonly wasClient: boolean; readonly mayLead: boolean },
  random: Random,
): string {
  const lead = mayLead && random() < 0.12 ? drawOne(LEADS, random) : undefined;
  const wantsThey = random() < 0.65;
  const plural = wasClient && wantsThey ? predicate(sentence, 'they') : undefined;
  const said = plural === undefined ? `the client ${predicate(sentence, 'client') ?? ''}` : `they ${plural}`;
  return lead === undefined ? `${said.charAt(0).toUpperCase()}${said.slice(1)}.` : `${lead}, ${said}.`;
}
