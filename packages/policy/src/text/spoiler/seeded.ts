/** 随机源. Gives numbers from 0 up to but not including 1, the same ones whenever it is made from the same seed. */
export type Random = () => number;

/** 定种. A source of random numbers for a seed (mulberry32, public domain, Tommy Ettinger 2017). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** 取整. A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** 取一. One of some values. */
export function oneOf<T>(random: Random, values: readonly [T, ...(readonly T[])]): T {
  return values[between(random, 0, values.length - 1)] ?? values[0];
}
