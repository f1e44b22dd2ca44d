import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

/** What can be done now; an act that is not there has no button. */
export interface Acts {
  readonly accept?: (() => void) | undefined;
  readonly edit?: (() => void) | undefined;
  readonly merge?: (() => void) | undefined;
  readonly split?: (() => void) | undefined;
  readonly reject?: (() => void) | undefined;
  readonly undo?: (() => void) | undefined;
}

const keys = { accept: "A", edit: "E", merge: "M", split: "S", reject: "X", undo: "U" } as const satisfies Record<
  keyof Acts,
  string
>;
const order = ["accept", "edit", "merge", "split", "reject", "undo"] as const;

/** 审核键钮. The acts with their letters; accepting, as it is or edited, stands in ink. */
export function ActButtons({ acts, busy }: { readonly acts: Acts; readonly busy: boolean }): ReactElement {
  const { review } = useWords();
  const offered = order.filter((act) => acts[act]);
  const likeliest = offered.find((act) => act === "accept" || act === "edit");
  return (
    <div className="acts">
      {offered.map((act) => (
        <button
          key={act}
          type="button"
          className={act === likeliest ? "btn main" : "btn"}
          disabled={busy}
          onClick={acts[act]}
          aria-keyshortcuts={keys[act].toLowerCase()}
        >
          {review.acts[act]} <kbd aria-hidden="true">{keys[act]}</kbd>
        </button>
      ))}
    </div>
  );
}
