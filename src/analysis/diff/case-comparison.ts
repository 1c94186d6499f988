import type { Answers } from '../../core/answers.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import type {
  CasesCompared,
  CaseUnderVersion,
  MovedCase,
  OfVersions,
} from '../../core/version-difference.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { evaluate } from '../../explain/evaluate.ts';
import { type AlignedVersion, alignVersions } from './align-versions.ts';

/**
 * Compares real cases under two versions, one after the other. Where answers are open, the ranges of levels are
 * compared; each version completes them with its own answers.
 */
export class CaseComparison {
  /** The questions and answers of both versions, by which cases are read. */
  readonly asked: RuleSet;
  readonly #compiled: OfVersions<CompiledRuleSet>;
  readonly #aligned: OfVersions<AlignedVersion>;
  readonly #moved: MovedCase[] = [];
  readonly #apart: string[] = [];
  #compared = 0;

  constructor(compiled: OfVersions<CompiledRuleSet>) {
    this.#compiled = compiled;
    this.#aligned = alignVersions({ old: compiled.old.ruleSet, new: compiled.new.ruleSet });
    this.asked = this.#aligned.new.ruleSet;
  }

  /** Adds a case over the questions of both versions. */
  add(id: string, answers: Answers): void {
    const old = this.#aligned.old.ownAnswers(answers);
    const now = this.#aligned.new.ownAnswers(answers);
    if (old === undefined || now === undefined) {
      this.#apart.push(id);
      return;
    }
    this.#compared++;
    const under = {
      old: caseUnder(this.#compiled.old, old),
      new: caseUnder(this.#compiled.new, now),
    };
    if (JSON.stringify(under.old) !== JSON.stringify(under.new)) this.#moved.push({ id, under });
  }

  result(): CasesCompared {
    return { compared: this.#compared, moved: this.#moved, apart: this.#apart };
  }
}

function caseUnder(compiled: CompiledRuleSet, answers: Answers): CaseUnderVersion {
  const { lowest, highest, alerts } = evaluate(compiled, answers);
  return { lowest, highest, hasAlert: alerts.length > 0 };
}
