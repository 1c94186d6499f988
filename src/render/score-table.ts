import stringWidth from 'string-width';
import type { Outcome } from '../core/outcome.ts';
import { alertOf, type RuleSet } from '../core/rule-set.ts';
import { ruleWithId } from './explained-case.ts';
import { cutTo } from './fitted-list.ts';
import { DECISION_SUPPORT_NOTE } from './identity.ts';
import { levelAt, levelWord } from './level-word.ts';
import { counted, reasonText } from './reason-text.ts';
import { aligned, cut, wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** One case of the table. */
export interface TableCase {
  readonly id: string;
  readonly outcome: Outcome;
  /** Texts that stand beside the case unread, in the order of `TableLook.keep`. */
  readonly kept: readonly string[];
}

export interface TableLook {
  readonly ruleSet: RuleSet;
  readonly identity: string;
  readonly keep: readonly string[];
  readonly width: number;
  readonly theme: Theme;
}

const NARROWEST_ID = 8;
const WIDEST_ID = 24;
const GAP = '  ';
/** Enough for any one reason; where one of several holds, the first ones stand for all. */
const MOST_WHY_LINES = 3;

/**
 * Cases for a person to read down: the id and the level, then every alert in full, what is still open and, quietly,
 * the weightiest reason. The id column is as wide as the first cases need.
 */
export class ScoreTable {
  readonly #look: TableLook;
  readonly #levelWidth: number;
  #idWidth: number | undefined;
  #hasAlert = false;

  constructor(look: TableLook) {
    this.#look = look;
    const words = look.ruleSet.levels.map(levelWord).sort((a, b) => b.length - a.length);
    this.#levelWidth = words.slice(0, 2).join(' to ').length;
  }

  start(): string {
    return '';
  }

  cases(some: readonly TableCase[]): string {
    if (some.length === 0) return '';
    const widest = Math.max(...some.slice(0, 1000).map(({ id }) => stringWidth(id)));
    this.#idWidth ??= Math.max(NARROWEST_ID, Math.min(WIDEST_ID, Math.floor(this.#look.width / 3), widest));
    const idWidth = this.#idWidth;
    return some.map((one) => this.#case(one, idWidth)).join('');
  }

  end(): string {
    const { ruleSet, identity, width, theme } = this.#look;
    const emergency = this.#hasAlert ? [...wrapped(ruleSet.emergency, width).map(theme.alert), ''] : [];
    const footer = wrapped(`${identity} · ${DECISION_SUPPORT_NOTE}`, width).map(theme.quiet);
    return [...emergency, ...footer].map((line) => `${line}\n`).join('');
  }

  #case({ id, outcome, kept }: TableCase, idWidth: number): string {
    const { ruleSet, keep, width, theme } = this.#look;
    const [idCell = ''] = aligned([cut(id, idWidth), ' '.repeat(idWidth)]);
    const level = outcome.settled ? theme.chosen : theme.caution;
    const indent = ' '.repeat(idWidth) + GAP;
    const alerts = outcome.alerts.map((rule) => alertOf(ruleWithId(ruleSet, rule)) ?? '');
    this.#hasAlert ||= alerts.length > 0;
    const open = openText(ruleSet, outcome);
    const room = width - indent.length - this.#levelWidth - GAP.length;
    const besideLevel = room > 20 ? cut(open, room) : '';
    const levelText = rangeText(ruleSet, outcome);
    const padding = besideLevel === '' ? '' : ' '.repeat(this.#levelWidth - levelText.length) + GAP;
    const copied = keep.map((name, index) => `${name}: ${kept[index] ?? ''}`).join(' · ');
    const below = width - indent.length;
    const lines = [
      `${theme.strong(idCell)}${GAP}${level(levelText)}${padding}${besideLevel}`,
      ...alerts.flatMap((text) => wrapped(text, below, 'ALERT: ')).map((line) => indent + theme.alert(line)),
      ...(besideLevel === '' && open !== '' ? wrapped(open, below).map((line) => indent + line) : []),
      ...cutTo(wrapped(whyText(ruleSet, outcome), below), MOST_WHY_LINES).map(
        (line) => indent + theme.quiet(line),
      ),
      ...(copied === '' ? [] : [indent + theme.quiet(cut(copied, below))]),
      '',
    ];
    return lines.map((line) => `${line}\n`).join('');
  }
}

function rangeText(ruleSet: RuleSet, { lowest, highest, settled }: Outcome): string {
  const from = levelWord(levelAt(ruleSet, lowest));
  return settled ? from : `${from} to ${levelWord(levelAt(ruleSet, highest))}`;
}

function openText(ruleSet: RuleSet, { open }: Outcome): string {
  const [first, ...more] = open;
  if (first === undefined) return '';
  const title = ruleSet.questions[first]?.title ?? '';
  return `open: ${title}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}

function whyText(ruleSet: RuleSet, { reasons, settled }: Outcome): string {
  const [first, ...more] = reasons;
  if (first === undefined) return settled ? 'no rule asks for more' : 'no rule asks for more so far';
  const others = more.length > 0 ? ` (and ${counted(more.length, 'more reason')})` : '';
  return `${reasonText(ruleSet, first)}${others}`;
}
