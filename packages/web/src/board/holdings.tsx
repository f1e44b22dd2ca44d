import { entryKinds } from "@qipan/policy/records/registers";
import type { Output } from "@qipan/server/contract/client";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { count } from "../format/number.ts";
import { useWords } from "../words/use-words.ts";

type Board = Output<"getBoard">;

/** 收录. What the ledger holds as of the day, and what waits: readings to review, rows from memory to check. */
export function Holdings({ board }: { readonly board: Board }): ReactElement {
  const { board: words, terms } = useWords();
  return (
    <section className="side" aria-labelledby="holdings">
      <h2 id="holdings" className="h3">
        {words.holdings} <span className="n">{words.holdingsNote}</span>
      </h2>
      <ul className="ledger-counts">
        <li className="wide-cell">
          <Link to="/documents">
            <span>{words.documents}</span> <b>{count(board.documents)}</b>
          </Link>
          <span>
            {words.sentences} <b>{count(board.sentences)}</b>
          </span>
          <Link to="/monitoring">
            <span>{words.observations}</span> <b>{count(board.observations)}</b>
          </Link>
        </li>
        {entryKinds.map((kind) => (
          <li key={kind}>
            <Link to="/registers/$kind" params={{ kind }}>
              <span>{terms.kinds[kind]}</span>{" "}
              <b>{count(board.counts.find((held) => held.kind === kind)?.count ?? 0)}</b>
            </Link>
          </li>
        ))}
      </ul>
      <Waiting board={board} />
    </section>
  );
}

function Waiting({ board }: { readonly board: Board }): ReactElement {
  const { board: words } = useWords();
  return (
    <ul className="todo">
      <li>
        <Link to="/documents">
          <b>{count(board.pendingReadings)}</b> {words.pending}
        </Link>
      </li>
      <li>
        <Link to="/registers">
          <b>{count(board.recalled.entries)}</b> {words.recalledEntries}
        </Link>
      </li>
      <li>
        <Link to="/monitoring">
          <b>{count(board.recalled.observations)}</b> {words.recalledObservations}
        </Link>
      </li>
    </ul>
  );
}
