import type { Level, Question, Rule, RuleSet } from '../../core/rule-set.ts';
import type { OfVersions, WordingChange } from '../../core/version-difference.ts';

/** What an author wrote, by the key under which it stands in the files. */
type Written = Readonly<Record<string, unknown>>;

/** The keys under which two versions of a rule differ; all keys of one that only one version has. */
export function changedRuleKeys(versions: OfVersions<RuleSet>, old?: Rule, now?: Rule): string[] {
  return differingKeys(
    old === undefined ? {} : writtenRule(versions.old, old),
    now === undefined ? {} : writtenRule(versions.new, now),
  );
}

/** What differs outside the rules and does not decide anything: texts, sources, marks, the order of answers. */
export function changedWording(versions: OfVersions<RuleSet>): WordingChange[] {
  const { old, new: now } = versions;
  const header: WordingChange = {
    part: 'rule set',
    id: now.id,
    keys: differingKeys(writtenHeader(old), writtenHeader(now)),
  };
  const levels = now.levels.map((level, index): WordingChange => {
    const keys = differingKeys(writtenLevel(old.levels[index]), writtenLevel(level));
    return { part: 'level', id: level.id, keys };
  });
  const questions = now.questions.flatMap((question): WordingChange[] => {
    const before = old.questions.find(({ id }) => id === question.id);
    if (before === undefined) return [];
    const keys = differingKeys(
      writtenQuestion(old, before, question),
      writtenQuestion(now, question, before),
    );
    return [{ part: 'question', id: question.id, keys }];
  });
  return [header, ...levels, ...questions].filter(({ keys }) => keys.length > 0);
}

function differingKeys(old: Written, now: Written): string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(old)])].filter(
    (key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]),
  );
}

function writtenRule(ruleSet: RuleSet, rule: Rule): Written {
  const { because, sources, accept, when } = rule;
  const basis = rule.practice ? 'practice' : undefined;
  const shared = { when, because, sources, basis, accept, dimension: ruleSet.dimensions[rule.dimension]?.id };
  switch (rule.kind) {
    case 'at_least':
      return { at_least: rule.level, alert: rule.alert, ...shared };
    case 'alert':
      return { alert: rule.alert, ...shared };
    case 'rule_out':
      return { rule_out: rule.levels, ...shared };
    case 'advise':
      return { advise: rule.advise, ...shared };
    case 'recheck':
      return { recheck: rule.questions, ...shared };
    default:
      return rule satisfies never;
  }
}

/** The answers are those that the other version has as well: others are a difference of another kind. */
function writtenQuestion(ruleSet: RuleSet, question: Question, other: Question): Written {
  const { title, prompt, window, help, history, group, accept } = question;
  const known = new Set(other.answers.map(({ id }) => id));
  const answers = question.answers.filter(({ id }) => known.has(id));
  const dimension = ruleSet.dimensions[question.dimension]?.id;
  return {
    title,
    prompt,
    window,
    help,
    history,
    group,
    nominal: !question.ordered,
    accept,
    answers,
    dimension,
  };
}

function writtenLevel(level: Level | undefined): Written {
  if (level === undefined) return {};
  const { suitedFor, nextStep, reviewDays, ...others } = level;
  return { ...others, suited_for: suitedFor, next_step: nextStep, review_days: reviewDays };
}

function writtenHeader(ruleSet: RuleSet): Written {
  return {
    title: ruleSet.title,
    intended_users: ruleSet.intendedUsers,
    population: ruleSet.population,
    demographics: ruleSet.demographics,
    validation: ruleSet.validation,
    time_frame: ruleSet.timeFrame,
    emergency: ruleSet.emergency,
    not_for: ruleSet.notFor,
    dimensions: ruleSet.dimensions,
    sources: ruleSet.sources,
    decisions: ruleSet.decisions,
    overrides: ruleSet.overrideReasons,
  };
}
