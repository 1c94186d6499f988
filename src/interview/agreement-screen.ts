import { IDENTIFIER_WORDS } from '../core/identifying-text.ts';
import { headline } from '../render/ladder.ts';
import { levelAt } from '../render/level-word.ts';
import { type Choice, type KeyAction, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { cut, wrapped } from '../render/text-lines.ts';
import {
  type AgreementEvent,
  type AgreementStep,
  type SuggestedCare,
  safetyRulesAgainst,
} from './agreement.ts';

/** The screens on which a clinician agrees, or chooses another level and says why. */
export function agreementScreen(
  care: SuggestedCare,
  step: Extract<AgreementStep, { kind: 'level' | 'reason' | 'confirm' }>,
  look: Look,
): Screen<AgreementEvent> {
  switch (step.kind) {
    case 'level':
      return levelScreen(care, look);
    case 'reason':
      return reasonScreen(care, step.placed, step.differs, look);
    case 'confirm':
      return confirmScreen(care, step.placed, look);
    default:
      return step satisfies never;
  }
}

/** What stands above the line in which the note is typed. */
export function noteLines(
  { ruleSet }: SuggestedCare,
  { placed, reason, refused }: Extract<AgreementStep, { kind: 'note' }>,
  { width, theme }: Look,
): string[] {
  const label = ruleSet.overrideReasons[reason]?.label ?? '';
  const ask = 'Why, in your own words? One line; leave out anything that identifies the person.';
  const refusal =
    refused === undefined
      ? []
      : wrapped(`The note looks as if it holds ${IDENTIFIER_WORDS[refused]}: write it without.`, width).map(
          theme.caution,
        );
  return [
    theme.heading(cut(placementTitle(ruleSet, placed), width)),
    ...wrapped(label, width).map(theme.quiet),
    '',
    ...wrapped(ask, width),
    ...refusal,
  ];
}

function levelScreen({ ruleSet, outcome }: SuggestedCare, { width, theme }: Look): Screen<AgreementEvent> {
  const canOverride = ruleSet.overrideReasons.length > 0;
  const choices = ruleSet.levels.flatMap((level, index): Choice<AgreementEvent>[] => {
    const isPossible = outcome.possible.includes(index);
    if (!isPossible && !canOverride) return [];
    const mark = outcome.settled ? 'suggested' : 'still possible';
    const text = isPossible ? `${level.name} (${mark})` : level.name;
    return [
      {
        lines: wrapped(text, width - NUMBER_WIDTH),
        detail: wrapped(level.dose, width, ' '.repeat(NUMBER_WIDTH)),
        event: { kind: 'place', level: index },
      },
    ];
  });
  const agree: KeyAction<AgreementEvent> = { key: 'a', word: 'agree', event: { kind: 'agree' } };
  const later: KeyAction<AgreementEvent> = {
    key: 'l',
    word: 'save and decide later',
    event: { kind: 'decide_later' },
  };
  const ask = outcome.settled ? 'Do you agree?' : 'Which level do you choose?';
  const isAnyOther = choices.length > outcome.possible.length;
  const other = isAnyOther ? ' A level not marked asks for your reason.' : '';
  return {
    above: [theme.heading(cut(headline(ruleSet, outcome), width)), ...wrapped(`${ask}${other}`, width), ''],
    choices,
    below: [],
    keys: outcome.settled ? [agree, later] : [later],
    help: [],
    onIdleEnter: outcome.settled
      ? 'Enter alone decides nothing: press a to agree, or type the number of a level'
      : 'Enter alone decides nothing: type the number of a level first',
  };
}

function reasonScreen(
  care: SuggestedCare,
  placed: number,
  differs: boolean,
  { width, theme }: Look,
): Screen<AgreementEvent> {
  const { ruleSet } = care;
  const again = differs
    ? wrapped('The two reasons were not the same: choose anew.', width).map(theme.caution)
    : [];
  return {
    above: [
      theme.heading(cut(placementTitle(ruleSet, placed), width)),
      ...wrapped('What is the main reason?', width),
      ...again,
      '',
    ],
    ...reasonChoices(care, width),
  };
}

function confirmScreen(care: SuggestedCare, placed: number, { width, theme }: Look): Screen<AgreementEvent> {
  const { ruleSet, outcome } = care;
  const against = safetyRulesAgainst(care, placed);
  const [first, ...more] = against;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  const emergency = outcome.alerts.length > 0 ? wrapped(ruleSet.emergency, width).map(theme.strong) : [];
  return {
    above: [
      theme.heading(cut(placementTitle(ruleSet, placed), width)),
      ...wrapped(`Safety stands against this: ${first?.because ?? ''}${others}`, width).map(theme.alert),
      ...emergency,
      ...wrapped('Give the reason a second time, to confirm it.', width),
      '',
    ],
    ...reasonChoices(care, width),
  };
}

function reasonChoices({ ruleSet }: SuggestedCare, width: number) {
  return {
    choices: ruleSet.overrideReasons.map(
      ({ label }, reason): Choice<AgreementEvent> => ({
        lines: wrapped(label, width - NUMBER_WIDTH),
        detail: [],
        event: { kind: 'because', reason },
      }),
    ),
    below: [],
    keys: [{ key: 'b', word: 'back', event: { kind: 'back' } }] satisfies KeyAction<AgreementEvent>[],
    help: [],
    onIdleEnter: 'Enter alone gives no reason: type the number of one first',
  };
}

function placementTitle(ruleSet: SuggestedCare['ruleSet'], placed: number): string {
  return `Your choice: ${levelAt(ruleSet, placed).name}`;
}
