import { init } from 'z3-solver';

const SATISFIABLE = 1;
const UNSATISFIABLE = -1;

/** An SMT solver that knows some definitions and answers questions about them. */
export interface Solver {
  readonly ask: (formula: string) => Promise<'sat' | 'unsat'>;
}

/** Starts the solver once; `stop` ends its threads, which would keep the process alive. */
export async function startSolver(): Promise<{
  readonly withDefinitions: (smtLib: string) => Solver;
  readonly stop: () => void;
}> {
  const { Z3, em } = await init();
  const withDefinitions = (smtLib: string): Solver => {
    const config = Z3.mk_config();
    const context = Z3.mk_context(config);
    const parser = Z3.mk_parser_context(context);
    Z3.parser_context_inc_ref(context, parser);
    const solver = Z3.mk_solver(context);
    Z3.solver_inc_ref(context, solver);
    const assertAll = (text: string): number => {
      const formulas = Z3.parser_context_from_string(context, parser, text);
      const count = Z3.get_error_code(context) === 0 ? Z3.ast_vector_size(context, formulas) : 0;
      if (count === 0) throw new Error(`the solver cannot read: ${text.slice(0, 200)}`);
      for (let index = 0; index < count; index++) {
        Z3.solver_assert(context, solver, Z3.ast_vector_get(context, formulas, index));
      }
      return count;
    };
    assertAll(smtLib);
    return {
      ask: async (formula) => {
        Z3.solver_push(context, solver);
        if (assertAll(`(assert ${formula})`) !== 1) throw new Error('the solver keeps earlier questions');
        const said = await Z3.solver_check(context, solver);
        Z3.solver_pop(context, solver, 1);
        if (said === SATISFIABLE) return 'sat';
        if (said === UNSATISFIABLE) return 'unsat';
        throw new Error('the solver gives no answer');
      },
    };
  };
  return { withDefinitions, stop: () => em.PThread.terminateAllThreads() };
}
