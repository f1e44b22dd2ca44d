import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { Answer } from "../parts/answer.tsx";

interface PageOf<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** 分页回答. What a paged question has brought so far: all rows together, and the first page for its totals. */
export function PagesAnswer<T, P extends PageOf<T>>(props: {
  readonly of: UseInfiniteQueryResult<InfiniteData<P & { items: readonly T[] }, string | undefined>>;
  readonly missing?: ReactNode;
  readonly children: (rows: readonly T[], first: P) => ReactNode;
}): ReactElement | null {
  const { data } = props.of;
  const [first] = data?.pages ?? [];
  if (props.of.isPending) return null;
  if (!data || !first)
    return (
      <Answer of={{ ...props.of, data: undefined }} missing={props.missing}>
        {() => null}
      </Answer>
    );
  return (
    <>
      {props.children(
        data.pages.flatMap((page) => page.items),
        first,
      )}
    </>
  );
}
