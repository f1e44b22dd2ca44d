import type { CallContext } from "../http/handlers.ts";
import type { PageOf } from "./list-export.ts";

/** Rows of an export at most, which is what a sheet holds. A longer one breaks off with an error rather than end short unsaid. */
export const mostExportRows = 1_000_000;

/** Rows fetched at a time while exporting; each page is a transaction of its own, so a slow client holds none open. */
const pageRows = 500;

/** 逐页. Every page of a list from the first. Throws beyond `mostExportRows`. */
export async function* pagesOf(
  page: PageOf,
  asked: { query: object },
  context: CallContext,
): AsyncGenerator<readonly unknown[]> {
  let cursor: string | null = null;
  let given = 0;
  do {
    const query: object = { ...asked.query, limit: pageRows, cursor: cursor ?? undefined };
    const { items, next }: Awaited<ReturnType<PageOf>> = await page({ ...asked, query }, context);
    given += items.length;
    if (given > mostExportRows) throw new Error(`An export ran past ${mostExportRows} rows; narrow its filters`);
    cursor = next;
    yield items;
  } while (cursor !== null);
}
