import { type IdentifierKind, identifierIn } from '../core/identifying-text.ts';
import type { Outcome } from '../core/outcome.ts';
import { type Agreement, UNDECIDED } from '../core/record.ts';
import { alertOf, type Rule, type RuleSet } from '../core/rule-set.ts';
import type { Trace } from '../core/trace.ts';

/** The result that the clinician is asked about. */
export interface SuggestedCare {
  readonly ruleSet: RuleSet;
  readonly outcome: Outcome;
  readonly trace: Trace;
}

/** What is on the screen. Levels and reasons by index. */
export type AgreementStep =
  | { readonly kind: 'level' }
  /** `differs`: the reason given the second time was not the first one. */
  | { readonly kind: 'reason'; readonly placed: number; readonly differs: boolean }
  /** The level lies below what a safety rule holds: the reason is asked for once more. */
  | { readonly kind: 'confirm'; readonly placed: number; readonly reason: number }
  /** `refused`: the note seems to identify the person. */
  | {
      readonly kind: 'note';
      readonly placed: number;
      readonly reason: number;
      readonly refused?: IdentifierKind;
    }
  | { readonly kind: 'end'; readonly agreement: Agreement };

/** What the clinician does. One that has no meaning at the present step changes nothing. */
export type AgreementEvent =
  /** With the one level that is left. */
  | { readonly kind: 'agree' }
  | { readonly kind: 'decide_later' }
  | { readonly kind: 'place'; readonly level: number }
  | { readonly kind: 'because'; readonly reason: number }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'back' };

/** The step after an event: a level that the answers leave possible is agreement, any other wants a reason. */
export function nextAgreement(
  care: SuggestedCare,
  step: AgreementStep,
  event: AgreementEvent,
): AgreementStep {
  switch (event.kind) {
    case 'agree':
      return step.kind === 'level' && care.outcome.settled ? place(care, care.outcome.lowest) : step;
    case 'decide_later':
      return step.kind === 'level' ? { kind: 'end', agreement: UNDECIDED } : step;
    case 'place':
      return step.kind === 'level' ? place(care, event.level) : step;
    case 'because':
      return because(care, step, event.reason);
    case 'note':
      return note(care, step, event.text);
    case 'back':
      return back(step);
    default:
      return event satisfies never;
  }
}

/** The rules in force for the sake of safety that a placement goes against, in rule set order. */
export function safetyRulesAgainst({ ruleSet, outcome, trace }: SuggestedCare, level: number): Rule[] {
  return trace.flatMap(({ rule: index, truth }) => {
    const rule = ruleSet.rules[index];
    const isForSafety = rule !== undefined && (rule.dimension === 0 || alertOf(rule) !== undefined);
    return truth === 'holds' && isForSafety && objects(rule, outcome, level) ? [rule] : [];
  });
}

function objects(rule: Rule, outcome: Outcome, level: number): boolean {
  switch (rule.kind) {
    case 'at_least':
      return level < rule.level;
    case 'alert':
      return level < outcome.lowest;
    case 'rule_out':
      return level < outcome.lowest && ((rule.levels >>> level) & 1) === 1;
    case 'advise':
    case 'recheck':
      return false;
    default:
      return rule satisfies never;
  }
}

function place({ ruleSet, outcome }: SuggestedCare, level: number): AgreementStep {
  const placed = ruleSet.levels[level]?.id;
  if (placed !== undefined && outcome.possible.includes(level)) {
    return { kind: 'end', agreement: { decision: 'agreed', placed, reason: null, note: null } };
  }
  const canOverride = placed !== undefined && ruleSet.overrideReasons.length > 0;
  return canOverride ? { kind: 'reason', placed: level, differs: false } : { kind: 'level' };
}

function because(care: SuggestedCare, step: AgreementStep, reason: number): AgreementStep {
  if (care.ruleSet.overrideReasons[reason] === undefined) return step;
  if (step.kind === 'reason') {
    const isHeld = safetyRulesAgainst(care, step.placed).length > 0;
    return { kind: isHeld ? 'confirm' : 'note', placed: step.placed, reason };
  }
  if (step.kind !== 'confirm') return step;
  if (step.reason !== reason) return { kind: 'reason', placed: step.placed, differs: true };
  return { kind: 'note', placed: step.placed, reason };
}

function note({ ruleSet }: SuggestedCare, step: AgreementStep, text: string): AgreementStep {
  if (step.kind !== 'note' || text.trim() === '') return step;
  // A date may well stand in a note; the others name a person.
  const refused = identifierIn(text, (kind) => kind !== 'birth-date');
  if (refused !== undefined) return { ...step, refused };
  const placed = ruleSet.levels[step.placed]?.id;
  const reason = ruleSet.overrideReasons[step.reason]?.id;
  if (placed === undefined || reason === undefined) return step;
  return { kind: 'end', agreement: { decision: 'overridden', placed, reason, note: text.trim() } };
}

function back(step: AgreementStep): AgreementStep {
  switch (step.kind) {
    case 'level':
    case 'end':
      return step;
    case 'reason':
      return { kind: 'level' };
    case 'confirm':
    case 'note':
      return { kind: 'reason', placed: step.placed, differs: false };
    default:
      return step satisfies never;
  }
}
