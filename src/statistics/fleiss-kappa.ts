/**
 * Fleiss' kappa (1971) for several raters: how much more often two raters of a case agree than they would if all drew
 * from the same shares of categories. The raters of one case need not be those of another. `ratings[case]` lists
 * categories, in any order. Undefined unless every case has the same number of ratings, two or more, and where all
 * ratings are of one category.
 */
export function fleissKappa(ratings: readonly (readonly number[])[]): number | undefined {
  const raters = ratings[0]?.length ?? 0;
  if (raters < 2 || ratings.some((ofCase) => ofCase.length !== raters)) return undefined;
  const used = new Map<number, number>();
  let agreeingPairs = 0;
  for (const ofCase of ratings) {
    for (const [category, count] of countsOf(ofCase)) {
      agreeingPairs += count * (count - 1);
      used.set(category, (used.get(category) ?? 0) + count);
    }
  }
  if (used.size === 1) return undefined;
  const observed = agreeingPairs / (ratings.length * raters * (raters - 1));
  const all = ratings.length * raters;
  const expected = [...used.values()].reduce((sum, count) => sum + (count / all) ** 2, 0);
  return (observed - expected) / (1 - expected);
}

function countsOf(categories: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}
