import type { Output } from "@qipan/server/contract/client";
import type { ReviewItem } from "@qipan/server/contract/review";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { useAskPages } from "../ask.ts";
import { LoadingLines } from "../parts/loading-lines.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { MoreRows } from "../register/more-rows.tsx";
import { PagesAnswer } from "../register/pages-answer.tsx";
import { QueueBatch } from "../review/queue-batch.tsx";
import { QueueContext } from "../review/queue-context.tsx";
import { QueueFilters } from "../review/queue-filters.tsx";
import { QueueList } from "../review/queue-list.tsx";
import { LastStep } from "../review/last-step.tsx";
import { neighbour, nextPending, type Queued } from "../review/queue.ts";
import { ReadingPanel } from "../review/reading-panel.tsx";
import { useDecisions } from "../review/use-decisions.ts";
import { useReviewKeys } from "../review/use-review-keys.ts";
import { PageHead } from "../shell/page-head.tsx";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/review");

/** 审核. Readings of all documents that wait for a decision, one after the other by keyboard, many at once by batch. */
export function ReviewPage(): ReactElement {
  const { review } = useWords();
  const { reading, ...filter } = route.useSearch();
  const query = { sort: "place" as const, ...asked(filter), limit: 50 };
  const pages = useAskPages("listReview", { query }, { keep: true });
  return (
    <div className={`bleed reader queue-page ${reading ? "reviewing" : ""}`}>
      <PageHead title={review.queue.title} quiet />
      {pages.isPending ? <LoadingLines lines={12} /> : null}
      <PagesAnswer of={pages}>
        {(items, page) => (
          <Desk
            items={items}
            page={page}
            more={<MoreRows of={pages} left={page.totalIsExact ? page.total - items.length : null} />}
          />
        )}
      </PagesAnswer>
    </div>
  );
}

type Page = Output<"listReview">;
type Filter = Omit<ReturnType<typeof route.useSearch>, "reading">;

/** The filter as the route takes it; what the address does not say is not asked for. */
function asked({ type, document, certainty, alike, state, sort }: Filter) {
  return {
    ...(type ? { type } : {}),
    ...(document ? { document } : {}),
    ...(certainty ? { certainty } : {}),
    ...(alike ? { alike } : {}),
    ...(state ? { state } : {}),
    ...(sort ? { sort } : {}),
  };
}

function Desk(props: {
  readonly items: readonly ReviewItem[];
  readonly page: Page;
  readonly more: ReactElement;
}): ReactElement {
  const { review } = useWords();
  const { items, page } = props;
  const { reading } = route.useSearch();
  const navigate = useNavigate();
  const queue = useMemo(() => items.map(queuedOf), [items]);
  const go = (next: string | undefined): void =>
    void navigate({ to: ".", search: (held) => ({ ...held, reading: next }), replace: true, resetScroll: false });
  const decisions = useDecisions((id, act) => go(act === "decided" ? nextPending(queue, id)?.id : id));
  const chosen = items.find(({ id }) => id === reading);
  const first = (): void => go(queue[0]?.id);
  useReviewKeys(reading ? {} : { j: first, k: first });
  return (
    <>
      <aside className="reader-side queue-side" aria-label={review.queue.list}>
        <p className="queue-count" role="status">
          <b>{review.start(page.total)}</b>
        </p>
        <QueueFilters facets={page.facets} />
        <QueueList items={items} chosen={reading} />
        {props.more}
      </aside>
      <div className="reader-sheet">
        {chosen ? (
          <QueueContext item={chosen} />
        ) : items.length === 0 ? (
          <EmptyState title={review.queue.none} text={review.queue.noneText} />
        ) : (
          <Start onFirst={first} />
        )}
        <Keys />
      </div>
      <aside className="reader-panel" aria-label={review.panel}>
        {reading ? (
          <button type="button" className="btn plain panel-back" onClick={() => go(undefined)}>
            ‹ {review.queue.back}
          </button>
        ) : null}
        <LastStep decisions={decisions} />
        {reading ? (
          <ReadingPanel
            id={reading}
            queue={queue}
            decisions={decisions}
            onStep={(step) => go(neighbour(queue, reading, step)?.id ?? reading)}
          />
        ) : (
          <QueueBatch facets={page.facets} total={page.total} />
        )}
      </aside>
    </>
  );
}

function queuedOf({ id, type, state, start, end, entry, address }: ReviewItem): Queued {
  return { id, type, state, start, end, entry, address };
}

function Start({ onFirst }: { readonly onFirst: () => void }): ReactElement {
  const { review } = useWords();
  return (
    <div className="paper queue-start">
      <p>{review.startText}</p>
      <button type="button" className="btn main" onClick={onFirst}>
        {review.first} <kbd aria-hidden="true">J</kbd>
      </button>
    </div>
  );
}

function Keys(): ReactElement {
  const { review } = useWords();
  const { acts } = review;
  const keys = [
    ["J K", `${acts.next} ${acts.previous}`],
    ["A", acts.accept],
    ["E", acts.edit],
    ["M", acts.merge],
    ["S", acts.split],
    ["X", acts.reject],
    ["U", acts.undo],
  ] as const;
  return (
    <ul className="queue-keys small t2" aria-label={review.keys}>
      {keys.map(([key, act]) => (
        <li key={key}>
          {key.split(" ").map((letter) => (
            <kbd key={letter}>{letter}</kbd>
          ))}{" "}
          {act}
        </li>
      ))}
    </ul>
  );
}
