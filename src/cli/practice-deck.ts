import { cardOf, type Deck } from '../practice/deck.ts';
import { VignetteGenerator } from '../practice/generate/vignette-generator.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
import { openVignettes } from './open-vignettes.ts';
import type { PracticeOptions } from './practice-options.ts';
import type { World } from './world.ts';

/** The vignettes that practice draws from: all there are, or those of one source. */
export async function openDeck(
  opened: OpenedRuleSet,
  source: PracticeOptions['source'],
  world: World,
): Promise<Deck> {
  const { compiled } = opened;
  const { vignettes, unlikely } = await openVignettes(opened, world);
  const generator = new VignetteGenerator(compiled, unlikely);
  const isGenerating = source === undefined || source === 'generated';
  return {
    told: vignettes
      .filter((vignette) => source === undefined || vignette.source === source)
      .map((vignette) => cardOf(compiled, vignette)),
    ...(isGenerating && { generate: (wish, random) => generator.vignette(wish, random) }),
    pair: (wish, random) => generator.pair(wish, random),
  };
}
