import type { ReaderSentence } from "@qipan/server/contract/documents";
import { useEffect, useMemo } from "react";
import { useAskPages } from "../ask.ts";

/** Sentences fetched at a time. */
export const pageSize = 300;

/** 正文. The sentences fetched so far, in order, and how to go on. */
export interface Text {
  readonly sentences: readonly ReaderSentence[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly isFetching: boolean;
  readonly fetchMore: () => void;
  readonly pages: ReturnType<typeof useAskPages<"readDocument">>;
}

/** The text of a document, a page at a time. A wanted sentence that is not yet there is fetched for, page after page. */
export function useText(id: string, wanted: string | undefined): Text {
  const pages = useAskPages("readDocument", { params: { id }, query: { limit: pageSize } });
  const sentences = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const isThere = wanted === undefined || sentences.some(({ address }) => address === wanted);
  useEffect(() => {
    if (!isThere && hasNextPage && !isFetching) void fetchNextPage();
  }, [isThere, hasNextPage, isFetching, fetchNextPage]);
  return {
    sentences,
    total: pages.data?.pages[0]?.total ?? 0,
    hasMore: hasNextPage,
    isFetching,
    fetchMore: () => void fetchNextPage(),
    pages,
  };
}
