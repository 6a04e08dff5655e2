// Pseudo-random numbers, the same in each run.
// @ts-check

/**
 * Numbers from 0 to below 1 (the mulberry32 generator).
 * @param {number} seed
 */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Moments in order from one to another, both ends included.
 * @param {() => number} random
 * @param {number} from
 * @param {number} to
 * @param {number} count
 */
export function moments(random, from, to, count) {
  const between = Array.from({ length: count }, () => Math.round(from + random() * (to - from)));
  return [from, ...between.sort((one, other) => one - other), to];
}
