import type { Document } from "@qipan/policy/records/document";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { LoadingLines } from "../parts/loading-lines.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { MissingDocument } from "../reader/missing-document.tsx";
import { OutlineSide } from "../reader/outline-side.tsx";
import type { Stretch } from "../reader/segments.ts";
import { Sheet } from "../reader/sheet.tsx";
import { Toolbar } from "../reader/toolbar.tsx";
import { type Text, useText } from "../reader/use-document.ts";
import { type Selection, useSelection } from "../reader/use-selection.ts";
import { queueOf } from "../review/queue.ts";
import { ReviewSide } from "../review/review-side.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/documents/$id");
const noWashes: readonly Stretch[] = [];

/** 阅读. One document: outline, sheet with what was found in it, and the panel in which readings are reviewed. */
export function ReaderPage(): ReactElement {
  const { id } = route.useParams();
  return (
    <Answer of={useAsk("getDocument", { params: { id } })} lines={12} missing={<MissingDocument />}>
      {(document) => <Reader key={document.id} document={document} />}
    </Answer>
  );
}

function Reader({ document }: { readonly document: Document }): ReactElement {
  const selection = useSelection();
  const text = useText(document.id, selection.address);
  const queue = useMemo(() => queueOf(text.sentences), [text.sentences]);
  const washes = useWashes(selection.reading);
  const title = document.title ?? document.name;
  return (
    <div className={selection.reading ? "bleed reader reviewing" : "bleed reader"}>
      <PageHead title={title} crumb={title} quiet />
      <OutlineSide document={document} sentences={text.sentences} />
      <div className="reader-sheet">
        <Toolbar view={selection.view} read={document.readingCount} pending={document.pendingCount} />
        <Body document={document} text={text} selection={selection} washes={washes} />
      </div>
      <ReviewSide document={document.id} queue={queue} pending={document.pendingCount} selection={selection} />
    </div>
  );
}

/** Where the selected reading stands; the panel asks the same and both share the answer. */
function useWashes(reading: string | undefined): readonly Stretch[] {
  const { data } = useAsk("getReading", { params: { id: reading ?? "" } }, { enabled: reading !== undefined });
  return reading === undefined || !data ? noWashes : data.reading.reading.spans;
}

interface BodyOf {
  readonly document: Document;
  readonly text: Text;
  readonly selection: Selection;
  readonly washes: readonly Stretch[];
}

function Body({ document, text, selection, washes }: BodyOf): ReactElement {
  const { reader } = useWords();
  if (document.purged) {
    const { at, by, reason } = document.purged;
    return <EmptyState title={reader.purgedTitle} text={reader.purgedText(at.slice(0, 10), by, reason)} />;
  }
  if (text.sentences.length === 0) {
    return text.pages.isPending ? (
      <LoadingLines lines={14} />
    ) : (
      <EmptyState title={reader.emptyTitle} text={reader.emptyText} />
    );
  }
  return (
    <>
      <Sought text={text} address={selection.address} />
      {selection.view === "both" ? <RepairLine document={document.id} /> : null}
      <Sheet document={document} sentences={text.sentences} selection={selection} washes={washes} />
      <Rest text={text} />
    </>
  );
}

/** How much repair did to the file, in words. */
function RepairLine({ document }: { readonly document: string }): ReactElement | null {
  const { reader } = useWords();
  const { data } = useAsk("getRepair", { params: { id: document }, query: { limit: 1 } });
  return data ? (
    <p className="small t2 sought" role="status">
      {reader.repairCounts(data.counts)}
    </p>
  ) : null;
}

/** A sentence that the address names and that is not there yet, or not at all. */
function Sought({ text, address }: { readonly text: Text; readonly address: string | undefined }): ReactElement | null {
  const { reader } = useWords();
  if (!address || text.sentences.some((sentence) => sentence.address === address)) return null;
  return (
    <p className="small near sought" role="status">
      {text.hasMore ? reader.seeking(address) : reader.notFound(address)}
    </p>
  );
}

function Rest({ text }: { readonly text: Text }): ReactElement | null {
  const { reader } = useWords();
  if (!text.hasMore) return null;
  return (
    <p className="more-rows">
      <button type="button" className="btn" disabled={text.isFetching} onClick={text.fetchMore}>
        {reader.more(text.total - text.sentences.length)}
      </button>{" "}
      <span className="t3 small">{reader.loaded(text.sentences.length, text.total)}</span>
    </p>
  );
}
