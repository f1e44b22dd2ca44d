import type { Document } from "@qipan/policy/records/document";
import type { ReaderSentence } from "@qipan/server/contract/documents";
import { type ReactElement, memo, useEffect, useRef } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { Glosses } from "./glosses.tsx";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import type { Stretch } from "./segments.ts";
import { SentenceLine } from "./sentence-line.tsx";
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
  const { selection } = props;
  useSelectByPress(sheet);
  useScrollTo(
    sheet,
    selection,
    props.sentences.some(({ address }) => address === selection.address),
  );
  return (
    <article className={`paper ${selection.view}`} ref={sheet} aria-label={reader.text}>
      {paragraphsOf(props.sentences).map((paragraph) => (
        <ParagraphLine
          key={paragraph.number}
          paragraph={paragraph}
          view={selection.view}
          address={
            paragraph.sentences.some(({ address }) => address === selection.address) ? selection.address : undefined
          }
          reading={
            paragraph.sentences.some(({ readings }) => readings.some(({ id }) => id === selection.reading))
              ? selection.reading
              : undefined
          }
          washes={within(props.washes, paragraph)}
        />
      ))}
    </article>
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
  readonly view: Selection["view"];
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
        {paragraph.sentences.map((sentence) => (
          <SentenceLine
            key={sentence.address}
            sentence={sentence}
            view={props.view}
            selected={sentence.address === props.address}
            washes={props.washes.filter(({ start, end }) => end > sentence.start && start < sentence.end)}
          />
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
