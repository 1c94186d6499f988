import type { AlikeAnswers, Claim, Expectation, ExpectedOutcomeClaim } from '../core/guarantee.ts';
import type { LevelSet } from '../core/rule-set.ts';
import { testedQuestions } from '../core/tested-questions.ts';
import { claimKind } from './claim-keys.ts';
import { diagnostic } from './diagnostic.ts';
import type { KnownQuestion } from './names.ts';
import { describe, entryOf, type MapNode, type Node, nodeAt, scalarsAt } from './node.ts';
import { type Reading, readAnswerCondition } from './read-condition.ts';
import { readTest } from './read-test.ts';
import { lookUp, reportRepeated } from './vocabulary.ts';

/** Reads the one claim of a guarantee; undefined if anything in it was reported. */
export function readClaim(node: MapNode, id: string, reading: Reading): Claim | undefined {
  const kind = claimKind(node, id, reading.report);
  switch (kind) {
    case 'expected_outcome':
      return readExpectedOutcome(node, reading);
    case 'never_lowers': {
      const questions = readRaised(node, reading);
      return questions && { kind, questions };
    }
    case 'never_matters': {
      const questions = readQuestions(node, 'never_matters', reading);
      return questions && { kind, questions: questions.map(({ index }) => index) };
    }
    case 'stays': {
      const levels = readLevels(entryOf(node, 'stays')?.value, reading);
      const whatever = readQuestions(node, 'whatever', reading);
      if (levels === undefined || whatever === undefined) return undefined;
      return { kind, levels, whatever: whatever.map(({ index }) => index) };
    }
    case 'always_one_level':
    case 'each_rule_can_matter':
      return { kind };
    case 'each_answer_can_matter': {
      const alike = readAlike(node, reading);
      return alike && { kind, alike };
    }
    case undefined:
      return undefined;
    default:
      return kind satisfies never;
  }
}

function readExpectedOutcome(node: MapNode, reading: Reading): ExpectedOutcomeClaim | undefined {
  const when = readWhen(entryOf(node, 'when')?.value, reading);
  const expect = readExpectation(entryOf(node, 'expect')?.value, reading);
  const any = readQuestions(node, 'any_answer', reading);
  const isBest = entryOf(node, 'best_elsewhere') !== undefined;
  const anyEntry = entryOf(node, 'any_answer');
  if (anyEntry !== undefined && !isBest) {
    const message = '`any_answer` cannot stand without `best_elsewhere`';
    reading.report(diagnostic('missing-key', anyEntry.keyPlace, message, 'add `best_elsewhere: true`'));
    return undefined;
  }
  if (when === undefined || expect === undefined || any === undefined) return undefined;
  const named = new Set([...any.map(({ index }) => index), ...(when.when ? testedQuestions(when.when) : [])]);
  const best = isBest ? orderedQuestions(reading).filter(({ index }) => !named.has(index)) : [];
  return { kind: 'expected_outcome', ...when, best: best.map(({ index }) => index), expect };
}

/** A condition on answers, beside which `alert` may stand. */
function readWhen(
  node: Node | undefined,
  reading: Reading,
): Pick<ExpectedOutcomeClaim, 'when' | 'whenAlert'> | undefined {
  if (node === undefined) return {};
  const alert = node.kind === 'map' ? entryOf(node, 'alert') : undefined;
  if (node.kind !== 'map' || alert === undefined) {
    const when = readAnswerCondition(node, reading);
    return when && { when };
  }
  const whenAlert = readTrueOrFalse(alert.value, 'alert', reading);
  const entries = node.entries.filter((entry) => entry !== alert);
  const when = entries.length === 0 ? undefined : readAnswerCondition({ ...node, entries }, reading);
  if (whenAlert === undefined || (when === undefined && entries.length > 0)) return undefined;
  return { whenAlert, ...(when && { when }) };
}

function readExpectation(node: Node | undefined, reading: Reading): Expectation | undefined {
  if (node?.kind !== 'map') return undefined;
  const level = entryOf(node, 'level');
  const alert = entryOf(node, 'alert');
  if (level === undefined && alert === undefined) {
    const help = 'add `level:`, `alert:` or both';
    reading.report(diagnostic('missing-key', node.place, '`expect` expects nothing', help));
    return undefined;
  }
  const levels = level && readLevels(level.value, reading);
  const hasAlert = alert && readTrueOrFalse(alert.value, 'alert', reading);
  if ((level && levels === undefined) || (alert && hasAlert === undefined)) return undefined;
  return { ...(levels !== undefined && { levels }), ...(hasAlert !== undefined && { alert: hasAlert }) };
}

function readTrueOrFalse(node: Node, key: string, { report }: Reading): boolean | undefined {
  if (node.kind === 'broken') return undefined;
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
  const message = `\`${key}\` must be \`true\` or \`false\`, not ${describe(node)}`;
  report(diagnostic('wrong-type', node.place, message, 'write it without quotes'));
  return undefined;
}

function readLevels(node: Node | undefined, { names, report }: Reading): LevelSet | undefined {
  const scale = { vocabulary: names.levels, key: 'level', ordered: true, conditional: false };
  return node && readTest(node, scale, report);
}

/** The questions to which a more serious answer never lowers the level. */
function readRaised(node: MapNode, reading: Reading): readonly number[] | undefined {
  const fixed = readQuestions(node, 'held_fixed', reading);
  const value = nodeAt(node, ['never_lowers']);
  const isAll = value?.kind === 'scalar' && value.text === 'all_ordered';
  if (value?.kind === 'scalar' && !isAll) {
    const message = `\`never_lowers\` can only be \`all_ordered\` or a list of questions, not \`${value.text}\``;
    reading.report(
      diagnostic('wrong-value', value.place, message, `write \`[${value.text}]\` for one question`),
    );
    return undefined;
  }
  const raised = isAll ? orderedQuestions(reading) : readQuestions(node, 'never_lowers', reading, true);
  return fixed && raised?.filter((question) => !fixed.includes(question)).map(({ index }) => index);
}

/** The questions listed under a key; none if the key is absent, undefined if one cannot be used. */
function readQuestions(
  node: MapNode,
  key: string,
  { names, report }: Reading,
  mustBeOrdered = false,
): readonly KnownQuestion[] | undefined {
  const tokens = scalarsAt(node, key);
  reportRepeated(tokens, report);
  const questions = tokens.flatMap((token) => {
    const question = lookUp(names.questions, token, report);
    if (question === undefined || !mustBeOrdered || question.ordered) return question ?? [];
    const message = `\`${token.text}\` is nominal: none of its answers is more serious than another`;
    report(diagnostic('range-on-nominal', token.place, message, 'take it out of the list'));
    return [];
  });
  return questions.length === tokens.length ? questions : undefined;
}

function readAlike(node: MapNode, { names, report }: Reading): readonly AlikeAnswers[] | undefined {
  const listed = nodeAt(node, ['except']);
  const items = listed?.kind === 'list' ? listed.items : [];
  const alike = items.flatMap((item): AlikeAnswers[] => {
    const [token] = scalarsAt(item, 'question');
    const [because] = scalarsAt(item, 'because');
    const question = token && lookUp(names.questions, token, report);
    const answers = nodeAt(item, ['answers']);
    if (token === undefined || question === undefined || answers === undefined || because === undefined)
      return [];
    // Answers that are all alike are no mistake of the list, so its test may name them all.
    const scale = {
      vocabulary: question.answers,
      key: token.text,
      ordered: question.ordered,
      conditional: true,
    };
    const set = readTest(answers, scale, report);
    return set === undefined ? [] : [{ question: question.index, answers: set, because: because.text }];
  });
  return alike.length === items.length ? alike : undefined;
}

function orderedQuestions({ names }: Reading): readonly KnownQuestion[] {
  return [...names.questions.entries.values()].filter(({ ordered }) => ordered);
}
