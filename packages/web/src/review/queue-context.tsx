import type { ReviewItem } from "@qipan/server/contract/review";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { numeral } from "../format/number.ts";
import { unitText } from "../format/value.ts";
import { addressText } from "../parts/source-sentence.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { markedRuns } from "./marked-runs.ts";
import { whyText } from "./why-text.ts";

/** 句与上下文. The sentence of a reading with what stands before and after it, and what other places say of the same. */
export function QueueContext({ item }: { readonly item: ReviewItem }): ReactElement {
  const { review, parts } = useWords();
  const { context } = item;
  return (
    <>
      <p className="reader-tools small">
        <span lang={languageTag.zh}>{item.documentName}</span>
        <span>{addressText(item.address, parts)}</span>
        {context?.page ? <span>{review.queue.page(context.page)}</span> : null}
        <Link to="/documents/$id" params={{ id: item.document }} search={{ sel: item.address, reading: item.id }}>
          {review.queue.inText}
        </Link>
      </p>
      <article className="paper queue-paper" lang={languageTag.zh} aria-label={review.sentence}>
        {context ? (
          <>
            {context.headings.length > 0 ? <p className="queue-headings">{context.headings.join(" / ")}</p> : null}
            {context.before ? <p className="queue-near">{context.before.text}</p> : null}
            <p className="queue-sentence">
              {markedRuns(context, item.reading.spans).map(({ text, isMarked, at }) =>
                isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
              )}
            </p>
            {context.after ? <p className="queue-near">{context.after.text}</p> : null}
          </>
        ) : (
          <p className="queue-sentence">
            <mark>{item.quote}</mark>
          </p>
        )}
      </article>
      <Elsewhere item={item} />
    </>
  );
}

function Elsewhere({ item }: { readonly item: ReviewItem }): ReactElement | null {
  const { review, terms, parts } = useWords();
  if (item.twins.length + item.figures.length === 0) return null;
  return (
    <section className="queue-elsewhere" aria-label={review.queue.elsewhere}>
      <h2 className="h3">{review.queue.elsewhere}</h2>
      <ul>
        {item.figures.map((figure) => (
          <li key={figure.observation}>
            <b>
              {numeral(figure.value)} {unitText(figure.unit, terms)}
            </b>{" "}
            <span className="t3 small">
              {figure.periodStart} — {figure.periodEnd} {whyText(figure.why, review)}
            </span>
          </li>
        ))}
        {item.twins.map((twin) => (
          <li key={twin.reading}>
            <Link
              to="/documents/$id"
              params={{ id: twin.document }}
              search={{ sel: twin.address, reading: twin.reading }}
            >
              <span lang={languageTag.zh}>{twin.documentName}</span> {addressText(twin.address, parts)}
            </Link>{" "}
            <span className="t3 small">{terms.readingStates[twin.state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
