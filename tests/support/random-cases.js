// The number of repetitions of a random test: a twentieth with `scripts/test --quick` and `scripts/mutate`.
// @ts-check

/** @param {number} count */
export const cases = (count) => ("FEW_CASES" in process.env ? Math.max(1, Math.floor(count / 20)) : count);
