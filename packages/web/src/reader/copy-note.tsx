import type { ReaderSentence } from "@qipan/server/contract/documents";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { addressText } from "../parts/source-sentence.tsx";
import { useWords } from "../words/use-words.ts";

/** 重印. Says of a sentence that the page prints a second time where it stood first. */
export function CopyNote({ of }: { readonly of: ReaderSentence }): ReactElement | null {
  const { reader, parts } = useWords();
  const { copyOf } = of;
  if (copyOf === null) return null;
  return (
    <Link
      className="kind-note"
      to="."
      search={(held) => ({ ...held, sel: copyOf, reading: undefined })}
      resetScroll={false}
      replace
    >
      {reader.copyOf(addressText(copyOf, parts))}
    </Link>
  );
}
