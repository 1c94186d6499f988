import type { Random } from './random.ts';

/** Below this expected number of hits, counting up is cheaper than proposing and refusing. */
const FEW = 10;

/**
 * Draws how many of `trials` succeed if each does with `chance`, exactly so distributed and at a cost that does not
 * grow with `trials`: by inversion where few succeed, else by transformed rejection (BTRS, Hörmann 1993).
 */
export function drawBinomial(trials: number, chance: number, random: Random): number {
  if (trials <= 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  if (chance > 0.5) return trials - drawBinomial(trials, 1 - chance, random);
  return trials * chance < FEW
    ? drawByInversion(trials, chance, random)
    : drawByRejection(trials, chance, random);
}

function drawByInversion(trials: number, chance: number, random: Random): number {
  const odds = chance / (1 - chance);
  let left = random();
  let likelihood = (1 - chance) ** trials;
  let hits = 0;
  while (left > likelihood && hits < trials) {
    left -= likelihood;
    hits++;
    likelihood *= ((trials - hits + 1) / hits) * odds;
  }
  return hits;
}

/** The constants are those of Hörmann's table. */
function drawByRejection(trials: number, chance: number, random: Random): number {
  const deviation = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const center = trials * chance + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const logOdds = Math.log(chance / (1 - chance));
  const mode = Math.floor((trials + 1) * chance);
  const atMode = logFactorial(mode) + logFactorial(trials - mode);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const hits = Math.floor(((2 * a) / us + b) * u + center);
    if (hits < 0 || hits > trials) continue;
    if (us >= 0.07 && v <= squeeze) return hits;
    const likelihood = atMode - logFactorial(hits) - logFactorial(trials - hits) + (hits - mode) * logOdds;
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= likelihood) return hits;
  }
}

/** Stirling's series; below 10, where it is too coarse, the product itself. */
function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return Math.log(product);
  }
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3);
}
