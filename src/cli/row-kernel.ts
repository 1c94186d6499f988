import { readFileSync } from 'node:fs';
import { packageFile } from './package-file.ts';

/** The program that scores rows; none on machines that cannot run it, which score with more time. */
export function rowKernel(): WebAssembly.Module | undefined {
  const program = readFileSync(packageFile('dist/kernel.wasm'));
  return hasLowByteFirst() && WebAssembly.validate(program) ? new WebAssembly.Module(program) : undefined;
}

/** The kernel takes numbers with their low byte first, which this program lays out as the machine does. */
function hasLowByteFirst(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
