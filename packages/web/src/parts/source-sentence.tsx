import type { SentenceEvidence } from "@qipan/policy/records/evidence";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { LoadingLines } from "./loading-lines.tsx";

/**
 * 原句. The sentence that an entry stands on, in Song on a sheet with its span marked; below it document, address and
 * date. Opens the reader at that line. When the sentence cannot be fetched, the quote that the entry keeps stands there.
 */
export function SourceSentence({ of }: { readonly of: SentenceEvidence }): ReactElement {
  const { parts } = useWords();
  const asked = useAsk("getSentence", { params: { id: of.document, address: of.address } });
  const document = useAsk("getDocument", { params: { id: of.document } });
  if (asked.isPending) return <LoadingLines lines={2} />;
  return (
    <figure className="src">
      <q lang={languageTag.zh}>
        <WithSpan text={asked.data?.sentence.text ?? of.quote} quote={of.quote} />
      </q>
      <figcaption className="from">
        <span lang={languageTag.zh}>{document.data?.title ?? document.data?.name ?? ""}</span>
        <span>{addressText(of.address, parts)}</span>
        {document.data?.date ? <time dateTime={document.data.date}>{document.data.date}</time> : null}
        <Link to="/documents/$id" params={{ id: of.document }} search={{ sel: of.address }}>
          {parts.openSentence}
        </Link>
      </figcaption>
    </figure>
  );
}

/** Address of a sentence for people: `p12.s3` is 12段3句. Anything else is given back as it is. */
export function addressText(address: string, parts: ReturnType<typeof useWords>["parts"]): string {
  const [, paragraph, sentence] = /^p(\d+)\.s(\d+)$/u.exec(address) ?? [];
  return paragraph && sentence ? parts.address(paragraph, sentence) : address;
}

/** The quote is raw text and the sentence is repaired, so the span is found by its words with line breaks taken out. */
function WithSpan({ text, quote }: { readonly text: string; readonly quote: string }): ReactElement {
  const words = quote.replace(/\s+/gu, "");
  const start = text.indexOf(words);
  if (start < 0 || words === text) return <>{text}</>;
  return (
    <>
      {text.slice(0, start)}
      <mark>{words}</mark>
      {text.slice(start + words.length)}
    </>
  );
}
