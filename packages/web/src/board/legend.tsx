import type { ReactElement } from "react";
import { Stone } from "../parts/stone.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { BoardStone } from "./stone-grid.ts";

const states = ["done", "recent", "building", "planned"] as const;

/** 图例. The shapes of the stones with their words and how many there are. */
export function Legend({ stones }: { readonly stones: readonly BoardStone[] }): ReactElement {
  const { parts, board } = useWords();
  const recalled = stones.filter((stone) => stone.confidence === "recalled").length;
  const english = useLanguage() === "en";
  const say = (state: (typeof states)[number]): string => {
    const n = stones.filter((stone) => stone.state === state).length;
    return english ? `${n} ${parts.stones[state]}` : `${parts.stones[state]} ${n}`;
  };
  return (
    <ul className="legend">
      {states.map((state) => (
        <li key={state}>
          <Stone state={state} size={16} />
          {say(state)}
        </li>
      ))}
      {recalled > 0 ? (
        <li>
          <span className="chk near">{board.toCheck(recalled)}</span>
        </li>
      ) : null}
    </ul>
  );
}
