import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

/** 更多. Goes on from where a list stops; nothing when it is whole. `left` is null where the rest was not counted. */
export function MoreRows(props: {
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly left: number | null;
  readonly label?: string;
}): ReactElement | null {
  const { registers } = useWords();
  if (!props.of.hasNextPage) return null;
  const words = props.left === null ? registers.moreInexact : registers.more(props.left);
  return (
    <p className="more-rows">
      <button
        type="button"
        className="btn"
        disabled={props.of.isFetchingNextPage}
        onClick={() => props.of.fetchNextPage()}
      >
        {props.label ?? words}
      </button>
    </p>
  );
}
