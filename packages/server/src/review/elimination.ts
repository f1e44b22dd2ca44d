/** 余项. A happening that no pair holds yet, with its days. */
export interface Remaining {
  readonly id: string;
  readonly dateStart: string | null;
  readonly dateEnd: string | null;
}

/**
 * 排除配对. Pairs what is left when it can be nothing else: on the very same days one reading and one entry are left, and
 * the entry names the reading's document as its source. `told` are all readings left, `held` the entries left that name
 * the document; days with more than one on either side stay open.
 */
export function pairByElimination(
  told: readonly Remaining[],
  held: readonly Remaining[],
): readonly { readonly reading: string; readonly entry: string }[] {
  const readings = Map.groupBy(told, daysOf);
  const entries = Map.groupBy(held, daysOf);
  return [...readings].flatMap(([days, [reading, ...others]]) => {
    const [entry, ...more] = entries.get(days) ?? [];
    const isOnly = reading && entry && others.length === 0 && more.length === 0 && reading.dateStart !== null;
    return isOnly ? [{ reading: reading.id, entry: entry.id }] : [];
  });
}

function daysOf({ dateStart, dateEnd }: Remaining): string {
  return `${dateStart}/${dateEnd}`;
}
