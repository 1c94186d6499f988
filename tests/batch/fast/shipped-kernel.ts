import { Kernel } from '../../../src/batch/fast/kernel.ts';
import { rowKernel } from '../../../src/cli/row-kernel.ts';

/** The kernel as it was built last. */
export function shippedKernel(): WebAssembly.Module {
  const module = rowKernel();
  if (module === undefined) throw new Error('this machine cannot run the kernel');
  return module;
}

/** A kernel with nothing in its memory. */
export function newKernel(): Kernel {
  return new Kernel(shippedKernel());
}
