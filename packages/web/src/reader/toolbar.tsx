import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Seg } from "../parts/seg.tsx";
import { useWords } from "../words/use-words.ts";
import { type Mark, marks } from "./mention-text.ts";
import type { Selection } from "./use-selection.ts";

const sorts: readonly Mark[] = ["date", "quantity", "body", "title"];

/** 纸上栏. Which form of the text, what the underlines mean, how far review has come. */
export function Toolbar(props: {
  readonly view: Selection["view"];
  readonly read: number;
  readonly pending: number;
}): ReactElement {
  const { reader } = useWords();
  const navigate = useNavigate();
  const viewNotes = { repaired: reader.repairedNote, raw: reader.rawNote, both: reader.bothNote };
  return (
    <div className="reader-tools">
      <Seg
        label={reader.view}
        options={[
          { id: "repaired", label: reader.repaired },
          { id: "raw", label: reader.raw },
          { id: "both", label: reader.both },
        ]}
        value={props.view}
        onChange={(view) =>
          void navigate({
            to: ".",
            search: (held) => ({ ...held, view: view === "repaired" ? undefined : view }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      <span className="t3 small view-note">{viewNotes[props.view]}</span>
      <ul className="span-legend push" aria-label={reader.legend}>
        {sorts.map((sort) => (
          <li key={sort} title={reader.spanNames[sort]}>
            <span className={marks[sort]}>{reader.spans[sort]}</span>
          </li>
        ))}
      </ul>
      <span className="small">{reader.counts(props.read, props.read - props.pending)}</span>
    </div>
  );
}
