import type { Output } from "@qipan/server/contract/client";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useAct } from "../ask.ts";
import { ProblemState } from "../parts/state-boxes.tsx";
import { ReasonField, shortestReason } from "../register/reason-field.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { readingTitle } from "./reading-title.ts";
import { whyText } from "./why-text.ts";

const route = getRouteApi("/review");
type Outcome = Output<"decideBatch">;

/**
 * 一并决定. All waiting readings of the list's filter at once: first the counts and a sample, then the act. It is refused
 * when the number has changed in between.
 */
export function QueueBatch({
  total,
}: {
  readonly facets: Output<"listReview">["facets"];
  readonly total: number;
}): ReactElement | null {
  const { review } = useWords();
  const { type, document, certainty, alike, state } = route.useSearch();
  const [seed, setSeed] = useState(1);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const look = useAct("decideBatch");
  const act = useAct("decideBatch");
  const filter = {
    ...(type ? { type } : {}),
    ...(document ? { document } : {}),
    ...(certainty ? { certainty } : {}),
    ...(alike ? { alike: alike === "true" } : {}),
  };
  if ((state ?? "pending") !== "pending" || (total === 0 && !act.data)) return null;
  if (Object.keys(filter).length === 0) return <p className="t3 small">{review.queue.batchNeeds}</p>;
  const ask = (decision: "accept" | "reject", next: number): void => {
    act.reset();
    setSeed(next);
    setTried(true);
    if (decision === "reject" && reason.trim().length < shortestReason) return;
    look.mutate({ body: { filter, decision, ...said(reason), seed: next, sample: 10 } });
  };
  const plan = look.data;
  const decision = look.variables?.body.decision ?? "accept";
  const isShort = reason.trim().length < shortestReason;
  return (
    <section className="block batch" aria-label={review.queue.batch}>
      <h2 className="h3">{review.queue.batch}</h2>
      {(look.error ?? act.error) ? (
        <ProblemState title={review.failed} text={(look.error ?? act.error)?.message} />
      ) : null}
      {act.data ? <p role="status">{review.queue.batchDone(act.data.counts)}</p> : null}
      <ReasonField value={reason} error={tried && decision === "reject" && isShort} onType={setReason} />
      <div className="acts">
        <button type="button" className="btn" disabled={look.isPending} onClick={() => ask("accept", seed)}>
          {review.queue.lookAccept(total)}
        </button>
        <button type="button" className="btn" disabled={look.isPending} onClick={() => ask("reject", seed)}>
          {review.queue.lookReject(total)}
        </button>
      </div>
      {plan && !act.data ? (
        <>
          <p role="status">{review.queue.batchPlan(plan.count, plan.counts)}</p>
          <Sample of={plan.sample} />
          <div className="acts">
            <button
              type="button"
              className="btn main"
              disabled={act.isPending || plan.count === plan.counts.left}
              onClick={() =>
                act.mutate({
                  body: { filter, decision, ...said(reason), dryRun: false, expected: plan.count, seed, sample: 0 },
                })
              }
            >
              {decision === "accept" ? review.queue.doAccept : review.queue.doReject}
            </button>
            <button type="button" className="btn" onClick={() => ask(decision, seed + 1)}>
              {review.queue.otherSample}
            </button>
          </div>
        </>
      ) : null}
    </section>
  );
}

function said(reason: string): { reason?: string } {
  return reason.trim().length < shortestReason ? {} : { reason: reason.trim() };
}

function Sample({ of }: { readonly of: Outcome["sample"] }): ReactElement {
  const { review } = useWords();
  return (
    <>
      <h3>{review.queue.sample(of.length)}</h3>
      <ul className="queue-sample">
        {of.map((item) => (
          <li key={item.id}>
            <p className="doc" lang={languageTag.zh}>
              {readingTitle(item.reading)}
            </p>
            <p className="small t3">
              {item.fate ? review.queue.fates[item.fate.becomes] : ""}{" "}
              {item.fate?.title ? <span lang={languageTag.zh}>{item.fate.title}</span> : null}{" "}
              {item.fate?.why ? whyText(item.fate.why, review) : ""}
            </p>
            <p className="small t2" lang={languageTag.zh}>
              {item.context?.text ?? item.quote}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
