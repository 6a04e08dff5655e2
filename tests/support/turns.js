// How often a test tries what chance makes: as often as it says, or a tenth of that with `scripts/test --quick`.
// @ts-check

/** @param {number} count */
export const turns = (count) => ("QUICK_TESTS" in process.env ? Math.max(1, Math.floor(count / 10)) : count);
