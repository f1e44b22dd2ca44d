/** 记忆. Values by key, those last asked for; a value weighs something and all together never too much. */
export interface Remembered<T> {
  /** The value of a key, which counts as asked for now; undefined when it is not remembered. */
  get(key: string): T | undefined;
  put(key: string, value: T, weight: number): void;
}

interface Held<T> {
  readonly value: T;
  readonly weight: number;
}

/** 设记忆. Keeps at most `most` values and `mostWeight` together, the newest in any case; the least recently asked for go first. */
export function remembering<T>({ most, mostWeight }: { most: number; mostWeight: number }): Remembered<T> {
  const held = new Map<string, Held<T>>();
  const put = (key: string, one: Held<T>): void => {
    held.delete(key); // put last again
    held.set(key, one);
  };
  const weight = (): number => [...held.values()].reduce((sum, one) => sum + one.weight, 0);
  return {
    get: (key) => {
      const one = held.get(key);
      if (one) put(key, one);
      return one?.value;
    },
    put: (key, value, itsWeight) => {
      put(key, { value, weight: itsWeight });
      for (const [oldest] of held) {
        if (held.size <= 1 || (held.size <= most && weight() <= mostWeight)) return;
        held.delete(oldest);
      }
    },
  };
}
