import type { ReactElement } from "react";
import { count } from "../format/number.ts";
import { useWords } from "../words/use-words.ts";

/** 再取. Says how many rows are shown of how many and fetches the next page; nothing once all are in. */
export function MoreButton(props: {
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  readonly shown: number;
  readonly total: number;
}): ReactElement | null {
  const { frame } = useWords();
  if (!props.of.hasNextPage)
    return props.shown > 12 ? <p className="more small t3">{frame.total(props.total, true)}</p> : null;
  return (
    <p className="more">
      <button
        type="button"
        className="btn"
        onClick={() => void props.of.fetchNextPage()}
        aria-busy={props.of.isFetchingNextPage}
      >
        {frame.more(props.total - props.shown)}
      </button>{" "}
      <span className="small t3">
        {count(props.shown)} / {count(props.total)}
      </span>
    </p>
  );
}
