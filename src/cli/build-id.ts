/** Set by the build to a hash of all sources; not there where the sources are run as they are. */
declare const CARESTEP_BUILD: string | undefined;

/** Which build of carestep this is; `undefined` where the sources are run unbuilt, as in tests. */
export const BUILD_ID = typeof CARESTEP_BUILD === 'string' ? CARESTEP_BUILD : undefined;
