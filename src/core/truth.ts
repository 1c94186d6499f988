/** Three-valued truth of a condition under answers of which some are open. */
export type Truth = 'holds' | 'may_hold' | 'cannot_hold';
