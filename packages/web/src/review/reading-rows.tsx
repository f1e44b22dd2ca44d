import type { Reading } from "@qipan/policy/records/reading";
import type { ReactElement, ReactNode } from "react";
import { termText } from "../format/value.ts";
import { DateWithPrecision } from "../parts/date-with-precision.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/zh.ts";
import { CertaintyMark } from "./certainty-mark.tsx";
import { ReadDifference, ReadNumber } from "./read-value.tsx";
import { type PlaceName, usePlaceName } from "./use-place-name.ts";

/** A field of a reading: its label, the names by which its certainty is kept, and what was read (null: not stated). */
interface Row {
  readonly label: keyof Words["review"]["field"];
  readonly of: readonly string[];
  readonly value: ReactNode;
}

/** 读到的字段. Every field of a reading with its certainty; one that the text does not state keeps its line. */
export function ReadingRows({ of }: { readonly of: Reading }): ReactElement {
  const { review, parts } = useWords();
  const place = usePlaceName();
  return (
    <dl className="fields" aria-label={review.fields}>
      {rowsOf(of, place).map(({ label, of: names, value }) => {
        const certainty =
          value === null
            ? null
            : (names.map((name) => of.certainty[name]).find((found) => found !== undefined) ?? "stated");
        return (
          <div key={label}>
            <dt>{review.field[label]}</dt>
            <dd>
              <CertaintyMark of={certainty} />
              {value === null ? (
                <span className="absent">{parts.notStated}</span>
              ) : (
                <span className={certainty === "implied" ? "implied" : undefined}>{value}</span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function rowsOf(reading: Reading, place: PlaceName): readonly Row[] {
  switch (reading.type) {
    case "event":
      return [
        {
          label: "date",
          of: ["date"],
          value:
            reading.dateStart === null ? null : (
              <Days start={reading.dateStart} end={reading.dateEnd} precision={reading.precision} />
            ),
        },
        { label: "sort", of: ["kind"], value: <Term of="eventKinds" id={reading.kind} /> },
        { label: "place", of: ["place"], value: quoted(reading.place) },
        { label: "regions", of: ["regions"], value: listed(reading.regions.map(place)) },
        { label: "participants", of: ["participants"], value: listed(reading.participants) },
        ...(reading.cut ? [{ label: "cut", of: ["cut"], value: <CutNote /> } as const] : []),
      ];
    case "measurement":
      return [
        {
          label: "value",
          of: ["value"],
          value: reading.value === null && reading.low === null ? null : <ReadNumber of={reading} />,
        },
        { label: "indicator", of: ["indicator"], value: quoted(reading.indicator) },
        { label: "region", of: ["region"], value: quoted(place(reading.region)) },
        {
          label: "period",
          of: ["period"],
          value:
            reading.period.start === null ? null : (
              <Days start={reading.period.start} end={reading.period.end} precision={null} />
            ),
        },
        {
          label: "change",
          of: ["change"],
          value: reading.change === null ? null : <ReadDifference of={reading.change} />,
        },
        ...(reading.cumulative ? [{ label: "status", of: ["cumulative"], value: <CumulativeNote /> } as const] : []),
      ];
    case "commitment":
    case "achievement":
      return [
        { label: "action", of: ["action"], value: quoted(reading.action) },
        { label: "object", of: ["object"], value: quoted(reading.object) },
        { label: "deadline", of: ["deadline"], value: reading.deadline },
        { label: "target", of: ["target"], value: reading.target === null ? null : <ReadNumber of={reading.target} /> },
        { label: "region", of: ["region"], value: quoted(place(reading.region)) },
        { label: "domain", of: ["domain"], value: <Term of="domains" id={reading.domain} /> },
      ];
  }
}

function quoted(text: string | null): ReactNode {
  return text ? (
    <span className="doc" lang={languageTag.zh}>
      {text}
    </span>
  ) : null;
}

function listed(texts: readonly string[]): ReactNode {
  return texts.length > 0 ? quoted(texts.join("、")) : null;
}

function Days(props: {
  readonly start: string;
  readonly end: string | null;
  readonly precision: keyof Words["terms"]["precisions"] | null;
}): ReactElement {
  return <DateWithPrecision start={props.start} end={props.end} precision={props.precision} />;
}

function Term({ of, id }: { readonly of: "eventKinds" | "domains"; readonly id: string }): ReactElement {
  return <>{termText(useWords().terms[of], id)}</>;
}

function CutNote(): ReactElement {
  return <span className="near">{useWords().review.cut}</span>;
}

function CumulativeNote(): ReactElement {
  return <span className="near">{useWords().review.cumulative}</span>;
}
