/** 令牌桶. Tokens refilled at `perSecond` up to `burst`; one is taken for each request. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Rates for one address: reading and changing are counted apart. */
export interface Rates {
  readonly reading: Rate;
  readonly changing: Rate;
}

/** Far above what people and their pages need, far below what keeps the database from answering others. */
export const defaultRates: Rates = { reading: { perSecond: 100, burst: 400 }, changing: { perSecond: 20, burst: 60 } };

/** Takes one token for a key at an instant (milliseconds); gives the seconds to wait, 0 when there was a token. */
export type TakeToken = (key: string, nowMs: number) => number;

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

/** Buckets kept at most; beyond it those that are full again are dropped. */
const mostBuckets = 10_000;

/** Makes an empty set of buckets, one for each key, each full at first sight. */
export function tokenBuckets({ perSecond, burst }: Rate): TakeToken {
  const buckets = new Map<string, Bucket>();
  const fill = (bucket: Bucket, nowMs: number): number =>
    Math.min(burst, bucket.tokens + (Math.max(0, nowMs - bucket.filledAtMs) / 1000) * perSecond);
  return (key, nowMs) => {
    if (buckets.size > mostBuckets)
      for (const [old, bucket] of buckets) if (fill(bucket, nowMs) >= burst) buckets.delete(old);
    const held = buckets.get(key) ?? { tokens: burst, filledAtMs: nowMs };
    const tokens = fill(held, nowMs);
    const left = tokens >= 1 ? tokens - 1 : tokens;
    buckets.set(key, { tokens: left, filledAtMs: nowMs });
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
}
