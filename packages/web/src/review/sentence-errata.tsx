import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { Erratum } from "../card/errata.tsx";
import { useWords } from "../words/use-words.ts";

/** 句之勘误. What is said to be wrong in one sentence, and the way to say it. */
export function SentenceErrata({
  document,
  address,
}: {
  readonly document: string;
  readonly address: string;
}): ReactElement {
  const { review } = useWords();
  const { data } = useAsk("listErrata", { params: { id: document } });
  const mayAdd = useAsk("getCard", { params: { id: document } }).data?.mayChange ?? false;
  const here = (data?.items ?? []).filter(({ fields }) => fields["address"] === address);
  return (
    <>
      {here.length > 0 ? (
        <section className="block">
          <h3>{review.sentenceErrata}</h3>
          <ul className="errata">
            {here.map((entry) => (
              <Erratum key={entry.id} entry={entry} document={document} />
            ))}
          </ul>
        </section>
      ) : null}
      {mayAdd ? (
        <p className="small sentence-erratum">
          <Link to="/registers/$kind/new" params={{ kind: "erratum" }} search={{ document, address }}>
            {review.addErratum}
          </Link>
        </p>
      ) : null}
    </>
  );
}
