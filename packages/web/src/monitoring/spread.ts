/** A label that wants to stand at `at` and takes up `height`. */
export interface Wanting {
  readonly at: number;
  readonly height: number;
}

/**
 * 排开. Places for labels in one column so that none meets another, in the order of where they want to be: pushed down
 * from `from`, then up again where they would pass `to`. The answer is in the order of the input.
 */
export function spread(
  labels: readonly Wanting[],
  within: { readonly from: number; readonly to: number },
): readonly number[] {
  const order = labels.map((_, index) => index).sort((a, b) => (labels[a]?.at ?? 0) - (labels[b]?.at ?? 0));
  const places = labels.map((label) => label.at);
  let free = within.from;
  for (const index of order) {
    places[index] = Math.max(places[index] ?? 0, free);
    free = (places[index] ?? 0) + (labels[index]?.height ?? 0);
  }
  let limit = within.to;
  for (const index of order.toReversed()) {
    const lowest = limit - (labels[index]?.height ?? 0);
    if ((places[index] ?? 0) <= lowest) break;
    places[index] = lowest;
    limit = lowest;
  }
  return places;
}
