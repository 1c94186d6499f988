import { alertOf } from '../core/rule-set.ts';
import { answerText, answerTexts, changesText, questionTitles } from './answer-text.ts';
import { type ExplainedCase, recheckParts, ruleWithId, safetyFirst } from './explained-case.ts';
import { DECISION_SUPPORT_NOTE, identityText } from './identity.ts';
import { headline } from './ladder.ts';
import { levelAt, levelWords } from './level-word.ts';
import { markdownText as text } from './markdown-text.ts';
import { counted, reasonText } from './reason-text.ts';

/** The outcome of a case as a Markdown note for a record: everything, nothing folded. */
export function renderOutcomeMarkdown(subject: ExplainedCase): string {
  const { id, ruleSet, answers, explanation, identity } = subject;
  const { outcome } = explanation;
  const given = ruleSet.questions.flatMap((_, index) => {
    const answer = answers[index] ?? -1;
    return answer < 0 ? [] : [answerText(ruleSet, index, answer)];
  });
  const blocks = [
    `# ${text(headline(ruleSet, outcome))}`,
    ...(id === undefined ? [] : [`Case ${text(id)}`]),
    ...alertBlocks(subject),
    ...outcome.possible.map((index) => {
      const level = levelAt(ruleSet, index);
      return `**${text(level.name)}**: ${text(level.dose)}. ${text(level.place)}`;
    }),
    ...list(
      outcome.settled ? 'Still open, and able to raise an alert' : 'Still open, and able to change the level',
      questionTitles(ruleSet, safetyFirst(ruleSet, outcome.open)),
    ),
    ...list('Why', [
      ...outcome.reasons.map((reason) => `${reasonText(ruleSet, reason)} (${reason.rules.join(' | ')})`),
      ...(outcome.lowerRules.length > 0
        ? [`and ${counted(outcome.lowerRules.length, 'rule')} asking for less`]
        : []),
    ]),
    ...list('Why not lower', notLower(subject)),
    ...list('Why not higher', notHigher(subject)),
    ...list('What would change it', otherLevels(subject)),
    ...list(
      'Plan and barriers',
      outcome.advice.map((rule) => adviceText(subject, rule)),
    ),
    ...list(
      'Answers to check again',
      outcome.rechecks.map((recheck) => {
        const { questions, because } = recheckParts(ruleSet, recheck);
        return `${answerTexts(ruleSet, questions, answers).join(' and ')}: ${because}`;
      }),
    ),
    ...list('Answers', given),
    `---\n\n${text(identityText(identity))} · ${DECISION_SUPPORT_NOTE}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function alertBlocks({ ruleSet, explanation }: ExplainedCase): string[] {
  const found = explanation.outcome.alerts.map((id) => alertOf(ruleWithId(ruleSet, id)) ?? '');
  if (found.length === 0) return [];
  const lines = [...found.map((alert) => `**ALERT: ${text(alert)}**`), text(ruleSet.emergency)];
  return [lines.map((line) => `> ${line}`).join('\n>\n')];
}

function notLower({ ruleSet, answers, explanation: { whyNotLower } }: ExplainedCase): string[] {
  if (whyNotLower === undefined) return [];
  const enough = answerTexts(ruleSet, whyNotLower.answers, answers).join('; ');
  return [`not ${levelWords(ruleSet, [whyNotLower.level])}, because of ${enough}`];
}

function notHigher({ ruleSet, explanation: { whyNotHigher } }: ExplainedCase): string[] {
  if (whyNotHigher === undefined) return [];
  const level = levelWords(ruleSet, [whyNotHigher.level]);
  const { nearest } = whyNotHigher;
  if (nearest === undefined)
    return [`no rule asks for ${level}, and no change of present answers makes one ask`];
  const lacks = changesText(ruleSet, nearest.lacks);
  return [`no rule asks for ${level}; the nearest (${nearest.rule}) lacks ${lacks}`];
}

function otherLevels({ ruleSet, explanation }: ExplainedCase): string[] {
  return explanation.otherLevels.flatMap(({ level, ways, total }) => {
    const to = `to ${levelWords(ruleSet, [level])}: `;
    const lines = ways.map((way) => to + changesText(ruleSet, way.changes));
    const left = total - ways.length;
    return left > 0 ? [...lines, `${to}${counted(left, 'other way')} with as few changes`] : lines;
  });
}

function adviceText({ ruleSet }: ExplainedCase, id: string): string {
  const rule = ruleWithId(ruleSet, id);
  return rule.kind === 'advise' ? rule.advise : rule.because;
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${text(item)}`).join('\n')];
}
