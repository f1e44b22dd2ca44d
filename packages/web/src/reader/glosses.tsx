import type { ReaderSentence } from "@qipan/server/contract/documents";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { termText } from "../format/value.ts";
import { useWords } from "../words/use-words.ts";

type MarginReading = ReaderSentence["readings"][number] & { readonly address: string };

/**
 * 旁批. One square a kind of reading beside a paragraph, with how many as a small number; black when all are accepted, an
 * open square while one waits. Pressing goes to the next of its kind.
 */
export function Glosses(props: {
  readonly sentences: readonly ReaderSentence[];
  readonly selected: string | undefined;
}): ReactElement | null {
  const readings = props.sentences.flatMap(({ address, readings }) =>
    readings.map((reading) => ({ ...reading, address })),
  );
  if (readings.length === 0) return null;
  return (
    <span className="glosses">
      {Array.from(
        Map.groupBy(readings, ({ type }) => type),
        ([type, group]) => (
          <Gloss key={type} type={type} readings={group} selected={props.selected} />
        ),
      )}
    </span>
  );
}

function Gloss(props: {
  readonly type: string;
  readonly readings: readonly MarginReading[];
  readonly selected: string | undefined;
}): ReactElement {
  const { reader, terms } = useWords();
  const glosses: Readonly<Record<string, string>> = reader.glosses;
  const pending = props.readings.filter(({ state }) => state === "pending").length;
  const at = props.readings.findIndex(({ id }) => id === props.selected);
  const next = props.readings[(at + 1) % props.readings.length];
  const settled = props.readings.every(({ state }) => state === "accepted" || state === "merged");
  const turnedDown = props.readings.every(({ state }) => state === "rejected" || state === "superseded");
  return (
    <Link
      className={["gloss", settled ? "on" : "", turnedDown ? "off" : "", at >= 0 ? "here" : ""].join(" ")}
      to="."
      search={(held) => ({ ...held, sel: next?.address, reading: next?.id })}
      resetScroll={false}
      replace
      aria-current={at >= 0 ? "true" : undefined}
    >
      <span aria-hidden="true">
        {glosses[props.type] ?? reader.glosses.other}
        {props.readings.length > 1 ? <i>{props.readings.length}</i> : null}
      </span>
      <span className="vh">
        {reader.gloss(termText(terms.readingTypes, props.type), props.readings.length, pending)}
      </span>
    </Link>
  );
}
