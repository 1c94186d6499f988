/** Whether tests that grow with patience take all they can use (`CARESTEP_CONTRACT=full`), or what a daily run can wait for. */
export const isThorough = process.env['CARESTEP_CONTRACT'] === 'full';
