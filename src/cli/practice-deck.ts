import type { Deck } from '../practice/deck.ts';
import { VignetteGenerator } from '../practice/generate/vignette-generator.ts';
import type { PracticeOptions } from './command-options.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
import type { World } from './world.ts';

/** The vignettes that practice draws from: all there are, or those of one source. */
export async function openDeck(
  { compiled }: OpenedRuleSet,
  source: PracticeOptions['source'],
  _world: World,
): Promise<Deck> {
  const generator = new VignetteGenerator(compiled, []);
  const isGenerating = source === undefined || source === 'generated';
  return {
    told: [],
    ...(isGenerating && { generate: (wish, random) => generator.vignette(wish, random) }),
    pair: (wish, random) => generator.pair(wish, random),
  };
}
