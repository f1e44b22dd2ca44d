import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

/** 已有决定. What was decided on a reading, by whom, when, why, and what it became. */
export function Decision({ of }: { readonly of: StoredReading }): ReactElement {
  const { review } = useWords();
  return (
    <p className="decision">
      <b>{review.state[of.state]}</b>
      {of.decidedBy && of.decidedAt ? (
        <span className="t3"> {review.decidedBy(of.decidedBy, of.decidedAt.slice(0, 10))}</span>
      ) : null}
      {of.reason ? <span className="t2"> {of.reason}</span> : null}{" "}
      {of.entry ? (
        <Link to="/entries/$id" params={{ id: of.entry }}>
          {review.becameEntry}
        </Link>
      ) : null}
      {of.observation ? <span>{review.becameValue}</span> : null}
    </p>
  );
}
