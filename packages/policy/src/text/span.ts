/** 区间. Half-open range of offsets; of which text is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 相交. Whether two ranges share at least one position. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** 包含. Whether `inner` lies within `outer`; equal ranges contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
