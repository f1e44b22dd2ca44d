import type { Page } from "@qipan/policy/records/page";

/** 页作答. A page of the ledger with a list of its own, as an answer is built from. */
export function plainPage<T>({ items, ...page }: Page<T>): Omit<Page<T>, "items"> & { readonly items: T[] } {
  return { ...page, items: [...items] };
}
