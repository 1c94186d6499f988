/**
 * Builds the folder `kernel`, which is AssemblyScript, into WebAssembly.
 *
 *     node scripts/build-kernel.mjs FILE.wasm
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = join(import.meta.dirname, '..');

/** @param {string} file where it goes */
export async function buildKernel(file) {
  const { error, stderr } = await main(
    // Nothing is collected as garbage: the kernel makes no objects.
    [
      'index.ts',
      '--baseDir',
      join(root, 'kernel'),
      '--outFile',
      file,
      ...['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='],
    ],
  );
  if (error !== null) throw new Error(`the kernel cannot be built\n${stderr.toString()}`);
}

const [, program, file] = process.argv;
if (program !== undefined && file !== undefined && import.meta.url === pathToFileURL(program).href)
  await buildKernel(file);
