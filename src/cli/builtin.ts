/** A part of Node, loaded when it is first asked for: each takes milliseconds of a start, and most runs need few. */
export const builtin = {
  crypto: () => process.getBuiltinModule('node:crypto'),
  files: () => process.getBuiltinModule('node:fs/promises'),
  workerThreads: () => process.getBuiltinModule('node:worker_threads'),
  zlib: () => process.getBuiltinModule('node:zlib'),
} as const;
