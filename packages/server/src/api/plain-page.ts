import type { Page } from "@qipan/policy/records/page";

/** 净页. A page of the ledger as an answer: its rows without the sort key that paging adds to them. */
export function plainPage<T extends object>({
  items,
  ...page
}: Page<T>): Omit<Page<T>, "items"> & { readonly items: T[] } {
  return { ...page, items: items.map(withoutSortKey) };
}

function withoutSortKey<T extends object>(row: T): T {
  if (!("sortValue" in row)) return row;
  const { sortValue: _, ...rest } = row;
  return rest as unknown as T; // the key was never part of T
}
