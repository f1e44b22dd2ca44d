import type { Place } from "@qipan/server/contract/places";
import { type ReactElement, type ReactNode, useId } from "react";
import { termText } from "../format/value.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { PlaceOfCode } from "./place-name.tsx";

/** 今日所载. Names, code, level and parent of a place as they are held today. */
export function PlaceFacts({ of }: { readonly of: Place }): ReactElement {
  const { place: words, parts } = useWords();
  const heading = useId();
  const notStated = <span className="absent">{parts.notStated}</span>;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [words.chinese, <Chinese key="zh" text={of.zh} />],
    [words.english, of.en ?? notStated],
    [words.aliases, of.aliases.length > 0 ? <Aliases key="aliases" of={of.aliases} /> : notStated],
    [words.code, of.code],
    [words.level, termText(words.levels, of.level)],
    [words.parent, of.parent ? <PlaceOfCode key="parent" code={of.parent} /> : notStated],
    [words.source, of.source ? <Chinese key="source" text={of.source} /> : notStated],
  ];
  return (
    <section className="sheet entry-sheet" aria-labelledby={heading}>
      <h2 id={heading} className="h3">
        {words.facts}
      </h2>
      <dl className="entry-fields">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Chinese({ text }: { readonly text: string }): ReactElement {
  return <span lang={languageTag.zh}>{text}</span>;
}

function Aliases({ of }: { readonly of: readonly string[] }): ReactElement {
  const { place: words } = useWords();
  return <span lang={languageTag.zh}>{of.join(words.between)}</span>;
}
