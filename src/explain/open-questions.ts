import { evenShares } from '../core/answer-shares.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { InformationGains } from '../diagram/information.ts';
import { LivePart } from '../diagram/live-part.ts';
import { SupportFinder } from '../diagram/support.ts';

/** Finds the open questions that still matter, in one case after the other. */
export class OpenQuestions {
  readonly #support: SupportFinder;
  readonly #gains: InformationGains;
  readonly #alert: LivePart;
  /** Per question, the bits that its answer tells about the level, and about the alerts at hand. */
  readonly #levelGains: Float64Array;
  readonly #alertGains: Float64Array;

  constructor({ ruleSet: { questions }, level, rules }: CompiledRuleSet) {
    const diagrams = [level, ...rules];
    this.#support = new SupportFinder(diagrams);
    this.#gains = new InformationGains(diagrams, evenShares(questions));
    this.#alert = new LivePart(rules);
    this.#levelGains = new Float64Array(questions.length);
    this.#alertGains = new Float64Array(questions.length);
  }

  /**
   * The open questions (indexes) that still matter, most decisive first: those whose answers can still change the
   * level, by how much uncertainty about the level they remove on average; then those that can only still raise an
   * alert, by how much they tell about the alerts; then question order. No answer counts as more common than another,
   * so that no outcome rests on the assumption of a rule set.
   *
   * @param level what the answers leave of the level diagram
   */
  of(level: LivePart, undecidedAlerts: readonly Diagram[]): number[] {
    const matter = this.#matter(level, undecidedAlerts);
    if (matter.length < 2) return matter;
    const levelGains = this.#levelGains.fill(0);
    this.#gains.add(level, levelGains);
    const levelGain = (question: number) => levelGains[question] ?? 0;
    const isTie = new Set(matter.map(levelGain)).size < matter.length;
    const alertGains = this.#alertGains.fill(0);
    for (const alert of isTie ? undecidedAlerts : []) {
      this.#gains.add(this.#alert.fill(alert, level.answers), alertGains);
    }
    const alertGain = (question: number) => alertGains[question] ?? 0;
    return matter.sort((a, b) => levelGain(b) - levelGain(a) || alertGain(b) - alertGain(a) || a - b);
  }

  #matter(level: LivePart, undecidedAlerts: readonly Diagram[]): number[] {
    this.#support.add(level);
    for (const alert of undecidedAlerts) this.#support.add(this.#alert.fill(alert, level.answers));
    return this.#support.take();
  }
}
