import type { Answers } from '../../core/answers.ts';
import type { AnswerCondition } from '../../core/rule-set.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { terminalOf } from '../../diagram/possible.ts';
import type { Random } from '../../statistics/random.ts';
import type { CaseWish } from '../deck.ts';
import type { Vignette, VignettePair } from '../vignette.ts';
import { CaseSpace } from './case-space.ts';
import { CaseTeller, type Manner } from './case-teller.ts';
import { CaseDraw, type DrawnPair } from './draw-cases.ts';

/** How often another case is drawn where one has just been told. */
const TRIES = 20;

/**
 * Vignettes without end: complete cases that one answer parts from another level, told through the phrases of their
 * answers. The same random numbers give the same vignettes, and no case comes twice in a row unless there is no other.
 */
export class VignetteGenerator {
  readonly #compiled: CompiledRuleSet;
  readonly #draw: CaseDraw;
  readonly #teller: CaseTeller;
  #last: DrawnPair | undefined;

  /** @param unlikely answers that seldom come together: cases have them only where a wish leaves no others. */
  constructor(compiled: CompiledRuleSet, unlikely: readonly AnswerCondition[]) {
    this.#compiled = compiled;
    this.#draw = new CaseDraw(compiled, new CaseSpace(compiled, unlikely));
    this.#teller = new CaseTeller(compiled.ruleSet);
  }

  /** Undefined if no case is as wished. */
  vignette(wish: CaseWish, random: Random): Vignette | undefined {
    const drawn = this.#next(wish, random);
    return drawn && this.#told(drawn[drawn.wished], mannerOf(drawn, random), random);
  }

  /** Two cases told alike, one of them as wished; undefined if there are none. */
  pair(wish: CaseWish, random: Random): VignettePair | undefined {
    const drawn = this.#next(wish, random);
    if (drawn === undefined) return undefined;
    const { decided, other, question } = drawn;
    const manner = mannerOf(drawn, random);
    const [one, two] = random() < 0.5 ? [decided, other] : [other, decided];
    const first = this.#told(one, manner, random);
    const second = this.#told(two, manner, random);
    const needsMore = this.#levelOf(one) > this.#levelOf(two) ? 'first' : 'second';
    return { first, second, question, needsMore };
  }

  #next(wish: CaseWish, random: Random): DrawnPair | undefined {
    let drawn = this.#draw.pair(wish, random);
    for (let tries = 0; drawn !== undefined && tries < TRIES; tries++) {
      const isNewCase = drawn[drawn.wished].join() !== this.#last?.[this.#last.wished].join();
      const isNewRule = wish.rule !== undefined || drawn.rule.id !== this.#last?.rule.id;
      if (isNewCase && isNewRule) break;
      drawn = this.#draw.pair(wish, random);
    }
    this.#last = drawn;
    return drawn;
  }

  #told(answers: Answers, manner: Manner, random: Random): Vignette {
    const id = `new-${Math.floor(random() * 36 ** 8).toString(36)}`;
    return { id, source: 'generated', text: this.#teller.tell(answers, manner), answers };
  }

  #levelOf(answers: Answers): number {
    return terminalOf(this.#compiled.level, answers) ?? 0;
  }
}

/** What the two cases differ in is spelled out, however unremarkable. */
function mannerOf({ question }: DrawnPair, random: Random): Manner {
  return { seed: Math.floor(random() * 2 ** 32), spelled: [question] };
}
