import type { Rule } from '../core/rule-set.ts';
import { checkAcceptances, linkAcceptances } from './acceptances.ts';
import { checkCitations, citationsOf } from './citations.ts';
import { diagnostic, type Report } from './diagnostic.ts';
import type { DimensionFile } from './folder.ts';
import { entryOf, type MapNode, type Node, scalarsAt, titlePlace } from './node.ts';
import { type Reading, readAdviseCondition, readAnswerCondition } from './read-condition.ts';
import type { Shape } from './schema.ts';
import type { Item } from './shape.ts';
import { nearest } from './suggestion.ts';
import { lookUp, reportRepeated } from './vocabulary.ts';

/** Links the rules of all dimensions; unsound rules are left out. */
export function linkRules(dimensions: readonly DimensionFile[], reading: Reading): readonly Rule[] {
  const rules: Rule[] = [];
  const prefixes = dimensions.map((file) => file.rulePrefix.text);
  for (const [dimension, file] of dimensions.entries()) {
    const shared = prefixes.indexOf(file.rulePrefix.text) !== dimension;
    if (!shared) checkPrefixes(file, reading.report);
    for (const item of file.rules.list) {
      const rule = linkRule(item, dimension, reading);
      if (rule === undefined) continue;
      rules.push(rule);
      reading.places.set(rule, titlePlace(item.node));
    }
  }
  return rules;
}

/** Where no rule of a file carries the prefix, the prefix is the mistake. */
function checkPrefixes({ rulePrefix, rules }: DimensionFile, report: Report): void {
  const prefix = rulePrefix.text;
  const ids = rules.list.flatMap(({ id }) => (id?.text.includes('.') ? [id] : []));
  const wrong = ids.filter(({ text }) => !text.startsWith(`${prefix}.`));
  if (wrong.length > 1 && wrong.length === ids.length) {
    const message = `no rule of this file has an id that begins with \`${prefix}.\``;
    report(
      diagnostic('wrong-prefix', rulePrefix.place, message, 'set `rule_prefix` to what the ids begin with'),
    );
    return;
  }
  for (const { text, place } of wrong) {
    const message = `the id \`${text}\` does not begin with the prefix of its file, \`${prefix}\``;
    const help = `write \`${prefix}${text.slice(text.indexOf('.'))}\`, or move the rule`;
    report(diagnostic('wrong-prefix', place, message, help));
  }
}

const KINDS = ['at_least', 'rule_out', 'advise', 'recheck', 'alert'] as const;

type Kind = (typeof KINDS)[number];

/** What the rule does; `at_least` may come with an alert. */
function kindOf({ node, id }: Item<'rule'>, report: Report): Kind | undefined {
  const entries = node.entries.filter(({ key }) => KINDS.some((kind) => kind === key));
  const [kind, ...others] = KINDS.filter((known) => entries.some(({ key }) => key === known));
  const alone = others.length === 0 || (kind === 'at_least' && others.join() === 'alert');
  const [first, second] = entries;
  if (!alone && first && second) {
    const message = `a rule does one thing, and this one has \`${first.key}\` already`;
    report(diagnostic('several-rule-kinds', second.keyPlace, message, 'write two rules'));
    return undefined;
  }
  const misspelt = node.entries.some(({ key }) => nearest(key, KINDS) !== undefined);
  if (kind === undefined && !misspelt) {
    const help = 'add `at_least`, `rule_out`, `alert`, `advise` or `recheck`';
    report(diagnostic('no-rule-kind', titlePlace(node), `the rule \`${id?.text ?? ''}\` does nothing`, help));
  }
  return kind;
}

function linkRule({ node, shape, id }: Item<'rule'>, dimension: number, reading: Reading): Rule | undefined {
  const kind = kindOf({ node, shape, id }, reading.report);
  checkCitations(node, reading);
  checkAcceptances(node, 'rule', reading);
  const when: Node = entryOf(node, 'when')?.value ?? { kind: 'broken', place: node.place };
  if (kind === 'advise' || kind === undefined) {
    // Without a kind nobody knows what the condition may test: the wider reading raises no second complaint.
    const adviseWhen = readAdviseCondition(when, reading);
    if (kind === undefined || adviseWhen === undefined || shape?.advise === undefined) return undefined;
    return { kind, ...commonOf(node, shape, dimension, reading), advise: shape.advise, when: adviseWhen };
  }
  const answerWhen = readAnswerCondition(when, reading);
  const levels = linkLevels(node, kind, reading);
  const questions = linkRechecked(node, reading);
  if (shape === undefined || answerWhen === undefined || levels === undefined) return undefined;
  const common = { ...commonOf(node, shape, dimension, reading), when: answerWhen };
  const alert = shape.alert === undefined ? undefined : { alert: shape.alert };
  const [level] = levels;
  switch (kind) {
    case 'at_least':
      return level === undefined ? undefined : { kind, ...common, level, ...alert };
    case 'rule_out':
      return { kind, ...common, levels: levels.reduce((set, index) => set | (2 ** index), 0) };
    case 'alert':
      return alert && { kind, ...common, ...alert };
    case 'recheck':
      return questions && { kind, ...common, questions };
    default:
      return kind satisfies never;
  }
}

function commonOf(node: MapNode, shape: Shape<'rule'>, dimension: number, reading: Reading) {
  return {
    id: shape.id,
    dimension,
    because: shape.because,
    sources: citationsOf(shape.sources),
    practice: shape.basis !== undefined,
    accept: linkAcceptances(node, shape.accept, reading),
  };
}

/** The levels that the rule names as its effect; `undefined` if one of them is unknown or cannot be ruled out. */
function linkLevels(node: Node, kind: Kind, { names, report }: Reading): readonly number[] | undefined {
  const tokens = [...scalarsAt(node, 'at_least'), ...scalarsAt(node, 'rule_out')];
  reportRepeated(tokens, report);
  const indexes: number[] = [];
  for (const token of tokens) {
    const index = lookUp(names.levels, token, report);
    if (index === undefined) return undefined;
    const edge = index === 0 ? 'first' : 'last';
    if (
      kind === 'rule_out' &&
      names.levels.complete &&
      (index === 0 || index === names.levels.entries.size - 1)
    ) {
      const message = `\`${token.text}\` is the ${edge} level, which cannot be ruled out`;
      const help =
        index === 0 ? 'use `at_least` with the next level' : 'the last level must stay open to everybody';
      report(diagnostic('rule-out-edge-level', token.place, message, help));
    }
    indexes.push(index);
  }
  return indexes;
}

function linkRechecked(node: Node, { names, report }: Reading): readonly number[] | undefined {
  const tokens = scalarsAt(node, 'recheck');
  reportRepeated(tokens, report);
  const questions = tokens.map((token) => lookUp(names.questions, token, report)?.index);
  const known = questions.filter((index) => index !== undefined);
  return known.length === tokens.length ? known : undefined;
}
