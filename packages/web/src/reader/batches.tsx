import type { Batch } from "@qipan/server/contract/batches";
import type { Output } from "@qipan/server/contract/client";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useAct, useAsk } from "../ask.ts";
import { call } from "../client.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

const pollMilliseconds = 1000;
const newest = 5;

/** 批次. Files handed in together, newest first: how far they are, and which were refused and why. None shows nothing. */
export function Batches(): ReactElement | null {
  const { documents } = useWords();
  const { data } = useQuery({
    queryKey: ["listBatches", newest],
    queryFn: ({ signal }) => call("listBatches", { query: { limit: newest } }, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(({ open }) => open) ? pollMilliseconds : false),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="batches" aria-labelledby="batches">
      <h2 id="batches" className="h3">
        {documents.batches}
      </h2>
      <ul>
        {data.items.map((batch) => (
          <One key={batch.id} batch={batch} />
        ))}
      </ul>
    </section>
  );
}

function One({ batch }: { readonly batch: Batch }): ReactElement {
  const { documents } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const cancel = useAct("cancelBatch");
  const { counts } = batch;
  const ended = counts.files - counts.waiting - counts.running;
  return (
    <li>
      <p>
        <span className="doc" lang={languageTag.zh}>
          {batch.name}
        </span>{" "}
        <span className="t3 small" role={batch.open ? "status" : undefined}>
          {documents.batchCounts(counts)}
        </span>{" "}
        {batch.open ? <progress max={counts.files} value={ended} aria-label={batch.name} /> : null}
        {batch.open && counts.waiting > 0 ? (
          <button
            type="button"
            className="link small"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate({ params: { id: batch.id } })}
          >
            {documents.cancelBatch}
          </button>
        ) : null}
      </p>
      {counts.refused + counts.failed > 0 ? (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary className="small near">{documents.notTaken(counts.refused + counts.failed)}</summary>
          {isOpen ? <NotTaken id={batch.id} /> : null}
        </details>
      ) : null}
    </li>
  );
}

function NotTaken({ id }: { readonly id: string }): ReactElement {
  const refused = useAsk("getBatch", { params: { id }, query: { state: "refused", limit: 200 } });
  const failed = useAsk("getBatch", { params: { id }, query: { state: "failed", limit: 200 } });
  const files = [...filesOf(refused.data), ...filesOf(failed.data)];
  return (
    <ul className="small">
      {files.map((file) => (
        <li key={file.id}>
          <b lang={languageTag.zh}>{file.origin ?? file.subject}</b> {file.message}
          {file.document ? (
            <Link to="/documents/$id" params={{ id: file.document }}>
              {file.subject}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function filesOf(answer: Output<"getBatch"> | undefined): Output<"getBatch">["files"]["items"] {
  return answer?.files.items ?? [];
}
