import type { Decision, Dimension, Level, ParentRuleSet, RuleSet, Source } from '../core/rule-set.ts';
import { checkCitations, citationsOf } from './citations.ts';
import type { DimensionFile, Header } from './folder.ts';
import { titlePlace } from './node.ts';
import type { Reading } from './read-condition.ts';
import type { Shape } from './schema.ts';

/** Everything of the rule set that does not stand in the dimension files; unsound parts are left out. */
export type LinkedHeader = Omit<RuleSet, 'questions' | 'rules'>;

/** Checks the citations of the header and gives it its final form; `undefined` if its own keys are unsound. */
export function linkHeader(
  { shape, levels, sources, decisions, overrides }: Header,
  dimensions: readonly DimensionFile[],
  reading: Reading,
): LinkedHeader | undefined {
  for (const { node } of [...levels.list, ...decisions.list]) checkCitations(node, reading);
  if (shape === undefined) return undefined;
  return {
    id: shape.rule_set,
    version: shape.version,
    ...(shape.parent && { parent: parentOf(shape.parent) }),
    title: shape.title,
    intendedUsers: shape.intended_users,
    population: shape.population,
    notFor: shape.not_for,
    demographics: shape.demographics,
    validation: shape.validation,
    timeFrame: shape.time_frame,
    emergency: shape.emergency,
    levels: levels.list.flatMap((item) => {
      if (item.shape === undefined) return [];
      const { suited_for: suitedFor, next_step: nextStep, review_days: reviewDays, ...level } = item.shape;
      const linked: Level = {
        ...level,
        suitedFor,
        nextStep,
        ...(reviewDays && { reviewDays }),
        sources: citationsOf(level.sources),
      };
      reading.places.set(linked, titlePlace(item.node));
      return [linked];
    }),
    dimensions: dimensions.flatMap((file): Dimension[] =>
      file.shape === undefined
        ? []
        : [{ id: file.id, title: file.shape.title, rulePrefix: file.rulePrefix.text }],
    ),
    sources: sources.list.flatMap((item): Source[] => {
      if (item.shape === undefined) return [];
      const { date, url, ...source } = item.shape;
      return [{ ...source, ...(date !== undefined && { date }), ...(url !== undefined && { url }) }];
    }),
    decisions: decisions.list.flatMap((item): Decision[] =>
      item.shape === undefined ? [] : [{ ...item.shape, sources: citationsOf(item.shape.sources) }],
    ),
    overrideReasons: overrides.list.flatMap(({ shape: reason }) => reason ?? []),
  };
}

function parentOf({
  rule_set: id,
  version,
  fingerprint,
}: NonNullable<Shape<'header'>['parent']>): ParentRuleSet {
  return { id, version, fingerprint };
}
