import type { Document } from "@qipan/policy/records/document";
import type { ReaderSentence } from "@qipan/server/contract/documents";
import { Fragment, type ReactElement, memo, useEffect, useMemo, useRef } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { CompareSheet, KindNote } from "./compare-sheet.tsx";
import { CopyNote } from "./copy-note.tsx";
import { ErrataProvider, ErratumMark } from "./erratum-mark.tsx";
import { Glosses } from "./glosses.tsx";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import type { Stretch } from "./segments.ts";
import { SentenceLine } from "./sentence-line.tsx";
import { type Block, blocksOf, pageBegun } from "./table-rows.ts";
import { TableSheet } from "./table-sheet.tsx";
import { type Selection, useSelect } from "./use-selection.ts";

/** 纸. The document in Song: paragraphs with glosses in the margin and addresses at the side. */
export function Sheet(props: {
  readonly document: Document;
  readonly sentences: readonly ReaderSentence[];
  readonly selection: Selection;
  readonly washes: readonly Stretch[];
}): ReactElement {
  const { reader } = useWords();
  const sheet = useRef<HTMLElement>(null);
  const paragraphs = useMemo(() => paragraphsOf(props.sentences), [props.sentences]);
  const { selection } = props;
  useSelectByPress(sheet);
  useScrollTo(
    sheet,
    selection,
    props.sentences.some(({ address }) => address === selection.address),
  );
  return (
    <article className={`paper ${selection.view}`} ref={sheet} aria-label={reader.text}>
      <ErrataProvider document={props.document.id}>
        {selection.view === "both" ? (
          <CompareSheet paragraphs={paragraphs} address={selection.address} />
        ) : (
          <Blocks of={paragraphs} selection={selection} washes={props.washes} />
        )}
      </ErrataProvider>
    </article>
  );
}

interface Shown {
  readonly selection: Selection;
  readonly washes: readonly Stretch[];
}

function Blocks({ of, selection, washes }: Shown & { readonly of: readonly Paragraph[] }): ReactElement {
  const blocks = useMemo(() => blocksOf(of), [of]);
  return (
    <>
      {blocks.map((block, index) => {
        const page = pageBegun(blocks, index);
        return (
          <Fragment key={keyOf(block)}>
            {page === null ? null : <PageMark page={page} />}
            {block.kind === "table" ? (
              <TableSheet table={block.table} selection={selection} washes={washes} />
            ) : (
              <OneParagraph paragraph={block.paragraph} selection={selection} washes={washes} />
            )}
          </Fragment>
        );
      })}
    </>
  );
}

function keyOf(block: Block): number {
  return block.kind === "table" ? (block.table.rows[0]?.paragraph.number ?? 0) : block.paragraph.number;
}

function PageMark({ page }: { readonly page: number }): ReactElement {
  const { reader } = useWords();
  return <p className="page-mark small t3">{reader.page(page)}</p>;
}

function OneParagraph({ paragraph, selection, washes }: Shown & { readonly paragraph: Paragraph }): ReactElement {
  return (
    <ParagraphLine
      paragraph={paragraph}
      view={selection.view === "raw" ? "raw" : "repaired"}
      address={paragraph.sentences.some(({ address }) => address === selection.address) ? selection.address : undefined}
      reading={
        paragraph.sentences.some(({ readings }) => readings.some(({ id }) => id === selection.reading))
          ? selection.reading
          : undefined
      }
      washes={within(washes, paragraph)}
    />
  );
}

const noWashes: readonly Stretch[] = [];

/** The washes that touch a paragraph; the same empty list for all others, so that they are not drawn again. */
function within(washes: readonly Stretch[], { sentences }: Paragraph): readonly Stretch[] {
  const [first, last] = [sentences[0], sentences.at(-1)];
  const touching = washes.filter(({ start, end }) => first && last && end > first.start && start < last.end);
  return touching.length > 0 ? touching : noWashes;
}

const ParagraphLine = memo(function ParagraphLine(props: {
  readonly paragraph: Paragraph;
  readonly view: "raw" | "repaired";
  readonly address: string | undefined;
  readonly reading: string | undefined;
  readonly washes: readonly Stretch[];
}): ReactElement {
  const { paragraph } = props;
  const Tag = paragraph.level === null ? "p" : (`h${paragraph.level}` as const);
  return (
    <div className={`para ${paragraph.kind}`}>
      <span className="margin">
        <Glosses sentences={paragraph.sentences} selected={props.reading} />
      </span>
      <Tag className={paragraph.level === null ? undefined : `dh dh${paragraph.level}`} lang={languageTag.zh}>
        <KindNote kind={paragraph.kind} />
        {paragraph.sentences.map((sentence) => (
          <Fragment key={sentence.address}>
            <SentenceLine
              sentence={sentence}
              view={props.view}
              selected={sentence.address === props.address}
              washes={props.washes.filter(({ start, end }) => end > sentence.start && start < sentence.end)}
            />
            <CopyNote of={sentence} />
            <ErratumMark address={sentence.address} />
          </Fragment>
        ))}
      </Tag>
      <span className="para-number" aria-hidden="true">
        {paragraph.number}
      </span>
    </div>
  );
});

/** A press on the words selects their sentence; pressing its number does the same by keyboard. */
function useSelectByPress(sheet: { readonly current: HTMLElement | null }): void {
  const select = useSelect();
  const latest = useRef(select);
  useEffect(() => {
    latest.current = select;
  });
  useEffect(() => {
    const element = sheet.current;
    const press = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest("a") || !window.getSelection()?.isCollapsed) return;
      const address = target?.closest("[data-address]")?.getAttribute("data-address");
      if (address) latest.current({ address });
    };
    element?.addEventListener("click", press);
    return () => element?.removeEventListener("click", press);
  }, [sheet]);
}

/** Brings the selected sentence into view; on arrival it also takes the focus, so that reading aloud goes on from it. */
function useScrollTo(
  sheet: { readonly current: HTMLElement | null },
  { address, reading }: Selection,
  isThere: boolean,
): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (!address || !isThere) return;
    const line = sheet.current?.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`);
    if (!line) return;
    line.scrollIntoView({ block: arrived.current ? "nearest" : "center" });
    if (!arrived.current && !reading) line.focus({ preventScroll: true });
    arrived.current = true;
  }, [sheet, address, reading, isThere]);
}
