import type { Output } from "@qipan/server/contract/client";
import type { ReactElement } from "react";
import { useAct } from "../ask.ts";
import { ProblemState } from "../parts/state-boxes.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import type { Queued } from "./queue.ts";
import type { Ground } from "@qipan/policy/records/ground";
import { whyText } from "./why-text.ts";

type Outcome = Output<"acceptBatch">;
const listedAtMost = 50;

/** 整批收录. First what accepting everything would do, then doing it; nothing is done by the first press. */
export function Batch({
  document,
  pending,
}: {
  readonly document: string;
  readonly pending: readonly Queued[];
}): ReactElement | null {
  const { review } = useWords();
  const look = useAct("acceptBatch");
  const act = useAct("acceptBatch");
  const types = [...new Set(pending.map(({ type }) => type))];
  const body = { document, types };
  const problem = look.error ?? act.error;
  if (act.data) return <Done outcome={act.data} />;
  if (types.length === 0) return null;
  return (
    <section className="block batch" aria-label={review.batch}>
      <h3>{review.batch}</h3>
      {problem ? <ProblemState title={review.failed} text={problem.message} /> : null}
      {look.data ? (
        <>
          <p role="status">
            {review.batchPlan(look.data.merged.length, look.data.created.length, look.data.left.length)}
          </p>
          <Plan outcome={look.data} />
          <div className="acts">
            <button
              type="button"
              className="btn main"
              disabled={act.isPending || look.data.merged.length + look.data.created.length === 0}
              onClick={() => act.mutate({ body: { ...body, dryRun: false } })}
            >
              {review.batchDo}
            </button>
            <button type="button" className="btn" onClick={() => look.reset()}>
              {review.batchNot}
            </button>
          </div>
        </>
      ) : (
        <button
          type="button"
          className="btn"
          disabled={look.isPending}
          onClick={() => look.mutate({ body: { ...body, dryRun: true } })}
        >
          {look.isPending ? review.batchLooking : review.batchAsk(pending.length)}
        </button>
      )}
    </section>
  );
}

function Done({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const { review } = useWords();
  return (
    <section className="block batch" aria-label={review.batch}>
      <p role="status">
        <b>{review.batchDone(outcome.merged.length, outcome.created.length, outcome.left.length)}</b>
      </p>
      <Plan outcome={outcome} />
    </section>
  );
}

function Plan({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const { review } = useWords();
  return (
    <>
      <Listed
        title={review.batchMerged(outcome.merged.length)}
        items={outcome.merged.map(({ reading, title, why }) => ({ reading, title, why }))}
      />
      <Listed
        title={review.batchCreated(outcome.created.length)}
        items={outcome.created.map(({ reading, title }) => ({ reading, title, why: null }))}
      />
      <Listed
        title={review.batchLeft(outcome.left.length)}
        items={outcome.left.map(({ reading, why }) => ({ reading, title: null, why }))}
      />
    </>
  );
}

interface Item {
  readonly reading: string;
  readonly title: string | null;
  readonly why: Ground | null;
}

function Listed({ title, items }: { readonly title: string; readonly items: readonly Item[] }): ReactElement | null {
  const { review } = useWords();
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {items.slice(0, listedAtMost).map(({ reading, title: name, why }) => (
          <li key={reading}>
            {name ? (
              <span className="doc" lang={languageTag.zh}>
                {name}
              </span>
            ) : null}{" "}
            {why ? <span className="small t3">{whyText(why, review)}</span> : null}
          </li>
        ))}
      </ul>
      {items.length > listedAtMost ? <p className="small t3">{review.batchMore(items.length - listedAtMost)}</p> : null}
    </details>
  );
}
