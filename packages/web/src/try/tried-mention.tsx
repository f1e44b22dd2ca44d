import type { Mention } from "@qipan/policy/records/mention";
import type { ReactElement } from "react";
import { markOf, marks } from "../reader/mention-text.ts";
import { CertaintyMark } from "../review/certainty-mark.tsx";
import { usePlaceName } from "../review/use-place-name.ts";
import { langOf, languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { leanNotes, mentionNotes } from "./mention-notes.ts";

/** 试读提及. One mention: the words, what they mean, how certainly, what they lean on and which recogniser found them. */
export function TriedMention({ of }: { readonly of: Mention }): ReactElement {
  const words = useWords();
  const language = useLanguage();
  const place = usePlaceName();
  const mark = markOf(of);
  return (
    <li>
      <span className="tried-sort" title={words.reader.spanNames[mark]}>
        {words.reader.spans[mark]}
      </span>
      <span className="s">
        <span className={`doc ${marks[mark]}`} lang={languageTag.zh}>
          {of.text.replaceAll(/\s+/gu, "")}
        </span>
      </span>
      <span className="tried-notes">
        {mentionNotes(of, { words, language, place }).map((note, index) => (
          <span key={note} className={index === 0 ? undefined : "t3 small"} lang={langOf(note, language)}>
            {note}
          </span>
        ))}
        {of.certainty === "implied" ? (
          <span className="small">
            <CertaintyMark of="implied" />
          </span>
        ) : null}
        {leanNotes(of, words).map((note) => (
          <span key={note} className="small t2" lang={langOf(note, language)}>
            {note}
          </span>
        ))}
        <span className="t3 small tried-by" lang="en" title={words.tried.by}>
          {of.recogniser}
        </span>
      </span>
    </li>
  );
}
