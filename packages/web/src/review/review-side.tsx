import type { ReactElement } from "react";
import type { Selection } from "../reader/use-selection.ts";
import { useSelect } from "../reader/use-selection.ts";
import { useWords } from "../words/use-words.ts";
import { Batch } from "./batch.tsx";
import { LastStep } from "./last-step.tsx";
import { neighbour, nextPending, type Queued } from "./queue.ts";
import { ReadingPanel } from "./reading-panel.tsx";
import { SentencePanel } from "./sentence-panel.tsx";
import { useDecisions } from "./use-decisions.ts";
import { useReviewKeys } from "./use-review-keys.ts";

/** 审核栏. Beside the sheet: the selected reading, else the selected sentence, else where to begin. */
export function ReviewSide(props: {
  readonly document: string;
  readonly queue: readonly Queued[];
  readonly pending: number;
  readonly selection: Selection;
}): ReactElement {
  const { review } = useWords();
  const select = useSelect();
  const { queue, selection } = props;
  const go = (next: Queued | null): void => (next ? select({ address: next.address, reading: next.id }) : undefined);
  const decisions = useDecisions((id, act) => {
    const done = queue.find((queued) => queued.id === id) ?? null;
    go(act === "decided" ? (nextPending(queue, id) ?? done) : done);
  });
  return (
    <aside className="reader-panel" aria-label={review.panel}>
      {selection.reading ? (
        <button type="button" className="btn plain panel-back" onClick={() => select({ address: selection.address })}>
          ‹ {review.back}
        </button>
      ) : null}
      <LastStep decisions={decisions} />
      {selection.reading ? (
        <ReadingPanel
          id={selection.reading}
          queue={queue}
          decisions={decisions}
          onStep={(step) => go(neighbour(queue, selection.reading, step))}
        />
      ) : (
        <>
          {selection.address ? <SentencePanel document={props.document} address={selection.address} /> : null}
          <Begin queue={queue} pending={props.pending} address={selection.address} onGo={go} />
          <Batch document={props.document} pending={queue.filter(({ state }) => state === "pending")} />
        </>
      )}
    </aside>
  );
}

function Begin(props: {
  readonly queue: readonly Queued[];
  readonly pending: number;
  readonly address: string | undefined;
  readonly onGo: (next: Queued | null) => void;
}): ReactElement {
  const { review } = useWords();
  const here = props.queue.find(({ address }) => address === props.address);
  const first = (): void => props.onGo(here ?? nextPending(props.queue, undefined) ?? props.queue[0] ?? null);
  const last = (): void => props.onGo(here ?? props.queue.at(-1) ?? null);
  useReviewKeys({ j: first, k: last });
  return (
    <section className="block">
      <h2 className="review-start">{review.start(props.pending)}</h2>
      {props.pending > 0 ? (
        <>
          <p className="t2">{review.startText}</p>
          <button type="button" className="btn main" onClick={() => props.onGo(nextPending(props.queue, undefined))}>
            {review.first} <kbd aria-hidden="true">J</kbd>
          </button>
        </>
      ) : (
        <p className="t2">{props.queue.length > 0 ? review.allDone : review.none}</p>
      )}
    </section>
  );
}
