/** 一个数. One measured figure; `unit` says which way it reads, `note` what it was taken on. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note: string;
}

/** 一项测量. A measure takes a while and gives its figures; `seconds` is about how long it takes on two cores. */
export interface Measure {
  readonly name: string;
  readonly seconds: number;
  readonly take: (say: (line: string) => void) => Promise<readonly Figure[]>;
}

/** The value below which a share of the values lies, by nearest rank; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs something and gives what came out with the milliseconds it took. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}
