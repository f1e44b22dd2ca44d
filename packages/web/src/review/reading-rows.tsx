import type { Reading } from "@qipan/policy/records/reading";
import type { ReactElement, ReactNode } from "react";
import { termText } from "../format/value.ts";
import { DateWithPrecision } from "../parts/date-with-precision.tsx";
import { ReadDays } from "../parts/read-days.tsx";
import { langOf, languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { Words } from "../words/zh.ts";
import { CertaintyMark } from "./certainty-mark.tsx";
import { ReadDifference, ReadNumber } from "./read-value.tsx";
import { usePlaceName } from "./use-place-name.ts";

/** A field of a reading: its label, the names by which its certainty is kept, and what was read (null: not stated). */
interface Row {
  readonly label: keyof Words["review"]["field"];
  readonly of: readonly string[];
  readonly value: ReactNode;
}

/** 读到的字段. Every field of a reading with its certainty; one that the text does not state keeps its line. */
export function ReadingRows({ of }: { readonly of: Reading }): ReactElement {
  const { review, parts } = useWords();
  return (
    <dl className="fields" aria-label={review.fields}>
      {rowsOf(of).map(({ label, of: names, value }) => {
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

function rowsOf(reading: Reading): readonly Row[] {
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
        { label: "regions", of: ["regions"], value: placed(reading.regions) },
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
        { label: "region", of: ["region"], value: placed([reading.region]) },
        {
          label: "period",
          of: ["period"],
          value: reading.period.start === null ? null : <ReadDays of={{ ...reading.period, due: false }} />,
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
        { label: "region", of: ["region"], value: placed([reading.region]) },
        { label: "domain", of: ["domain"], value: <Term of="domains" id={reading.domain} /> },
        ...(reading.type === "commitment" ? unitRows(reading) : []),
      ];
    default:
      return documentRowsOf(reading);
  }
}

/** Who is to do it, where, and how much the wording promises. */
function unitRows(reading: Extract<Reading, { readonly type: "commitment" }>): readonly Row[] {
  return [
    { label: "deliverable", of: ["deliverable"], value: quoted(reading.deliverable) },
    { label: "lead", of: ["lead"], value: quoted(reading.lead) },
    { label: "helpers", of: ["helpers"], value: listed(reading.helpers) },
    { label: "place", of: ["place"], value: quoted(reading.place) },
    { label: "strength", of: ["strength"], value: <Term of="strengths" id={reading.strength} /> },
  ];
}

type DocumentReading = Exclude<Reading, { readonly type: "event" | "measurement" | "commitment" | "achievement" }>;

/** Rows of what a document says about plans, agreements, projects, bodies and itself. */
function documentRowsOf(reading: DocumentReading): readonly Row[] {
  switch (reading.type) {
    case "target":
      return [
        { label: "indicator", of: ["indicator"], value: quoted(reading.indicator) },
        { label: "value", of: ["value"], value: <ReadNumber of={reading} /> },
        { label: "due", of: ["due"], value: reading.due },
        { label: "region", of: ["region"], value: placed([reading.region]) },
      ];
    case "agreement":
      return [
        { label: "parties", of: ["parties"], value: listed(reading.parties) },
        dayRow(reading),
        { label: "level", of: ["level"], value: term("agreementLevels", reading.level) },
        { label: "domain", of: ["domain"], value: term("domains", reading.domain) },
      ];
    case "plan":
      return [
        { label: "sort", of: ["planKind"], value: term("planKinds", reading.planKind) },
        { label: "issuer", of: ["issuer"], value: quoted(reading.issuer) },
        { label: "stage", of: ["stage"], value: term("planStages", reading.stage) },
        dayRow(reading),
      ];
    case "milestone":
      return [
        { label: "stage", of: ["stage"], value: term("milestoneStages", reading.stage) },
        dayRow(reading),
        { label: "regions", of: ["regions"], value: placed(reading.regions) },
        {
          label: "investment",
          of: ["investment"],
          value: reading.investment === null ? null : <ReadNumber of={reading.investment} />,
        },
      ];
    case "organisation-change":
      return [
        { label: "change", of: ["change"], value: term("organisationChanges", reading.change) },
        { label: "other", of: ["other"], value: quoted(reading.other) },
        dayRow(reading),
      ];
    case "requirement":
      return [
        { label: "by", of: ["by"], value: quoted(reading.by) },
        { label: "count", of: ["count"], value: reading.count },
        dayRow(reading),
      ];
    case "declaration":
      return [
        { label: "count", of: ["count"], value: reading.count },
        { label: "counted", of: ["what"], value: quoted(reading.what) },
        { label: "of", of: ["of"], value: quoted(reading.of) },
      ];
  }
}

function dayRow({
  dateStart,
  dateEnd,
  precision,
}: Pick<Extract<DocumentReading, { readonly type: "plan" }>, "dateStart" | "dateEnd" | "precision">): Row {
  const value = dateStart === null ? null : <Days start={dateStart} end={dateEnd} precision={precision} />;
  return { label: "date", of: ["date"], value };
}

const term = (of: TermTable, id: string | null): ReactNode => (id === null ? null : <Term of={of} id={id} />);

function quoted(text: string | null): ReactNode {
  return text ? (
    <span className="doc" lang={languageTag.zh}>
      {text}
    </span>
  ) : null;
}

/** Names of places by their codes; none where the text names no place. */
function placed(codes: readonly string[]): ReactNode {
  const named = codes.filter((code) => code !== "n/a");
  return named.length > 0 ? <Places of={[...new Set(named)]} /> : null;
}

function Places({ of }: { readonly of: readonly string[] }): ReactElement {
  const place = usePlaceName();
  const language = useLanguage();
  const names = place(of.join(","));
  return (
    <span className="doc" lang={langOf(names, language)}>
      {names}
    </span>
  );
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

type TermTable =
  | "eventKinds"
  | "domains"
  | "agreementLevels"
  | "planKinds"
  | "planStages"
  | "milestoneStages"
  | "organisationChanges"
  | "strengths";

function Term({ of, id }: { readonly of: TermTable; readonly id: string }): ReactElement {
  return <>{termText(useWords().terms[of], id)}</>;
}

function CutNote(): ReactElement {
  return <span className="near">{useWords().review.cut}</span>;
}

function CumulativeNote(): ReactElement {
  return <span className="near">{useWords().review.cumulative}</span>;
}
