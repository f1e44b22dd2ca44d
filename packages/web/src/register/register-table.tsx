import type { Entry } from "@qipan/policy/records/entry";
import type { Names } from "@qipan/server/contract/entries";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Words } from "../words/zh.ts";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { DateWithPrecision } from "../parts/date-with-precision.tsx";
import { EvidenceChip } from "../parts/evidence-chip.tsx";
import { Title } from "../parts/title.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { FieldDescription } from "./field-text.ts";
import { FieldValue } from "./field-value.tsx";

/** 台账表. Rows of a register in its columns; the columns of title and time sort. On a phone a row is two lines. */
export function RegisterTable(props: {
  readonly register: RegisterDescription;
  readonly rows: readonly Entry[];
  readonly names: Names;
  readonly sort: string;
}): ReactElement {
  const language = useLanguage();
  const { register } = props;
  const columns = register.columns.flatMap((name) => register.fields.filter((field) => field.name === name));
  return (
    <table className="register-table">
      <caption className="vh">{register.plural[language]}</caption>
      <thead>
        <tr>
          {columns.map((field) => (
            <Head key={field.name} field={field} register={register} sort={props.sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((entry) => (
          <tr key={entry.id}>
            {columns.map((field) => (
              <Cell key={field.name} field={field} entry={entry} register={register} names={props.names} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head(props: {
  readonly field: FieldDescription;
  readonly register: RegisterDescription;
  readonly sort: string;
}): ReactElement {
  const { registers } = useWords();
  const language = useLanguage();
  const { field, register, sort } = props;
  const key = field.name === register.title ? "title" : field.name === register.when ? "when" : null;
  const label = field.label[language];
  const number = field.control === "number" ? "num" : undefined;
  if (key === null)
    return (
      <th scope="col" className={number}>
        {label}
      </th>
    );
  const order = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
  return (
    <th scope="col" aria-sort={order}>
      <Link
        to="."
        search={(held) => ({ ...held, sort: order === "ascending" ? `-${key}` : key })}
        resetScroll={false}
        title={registers.sortBy(label)}
      >
        {label}
        {order === "none" ? null : <span aria-hidden="true">{order === "ascending" ? " ↑" : " ↓"}</span>}
      </Link>
    </th>
  );
}

function Cell(props: {
  readonly field: FieldDescription;
  readonly entry: Entry;
  readonly register: RegisterDescription;
  readonly names: Names;
}): ReactElement {
  const language = useLanguage();
  const { field, entry, register } = props;
  if (field.name === register.title)
    return (
      <th scope="row" className="row-title">
        <RowTitle entry={entry} />
      </th>
    );
  const isEmpty = isNotStated(entry.fields[field.name]);
  const classes = [field.control === "number" ? "num" : "", isEmpty ? "is-empty" : ""].filter(Boolean).join(" ");
  return (
    <td className={classes || undefined} data-head={field.label[language]}>
      {field.name === register.when && typeof entry.fields[field.name] === "string" ? (
        <When fields={entry.fields} start={String(entry.fields[field.name])} />
      ) : (
        <FieldValue field={field} value={entry.fields[field.name]} names={props.names} />
      )}
    </td>
  );
}

function isNotStated(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** The time of a row with its last day and precision, where its register keeps them. */
function When({ fields, start }: { readonly fields: Entry["fields"]; readonly start: string }): ReactElement {
  const { terms } = useWords();
  const { dateEnd, precision } = fields;
  return (
    <DateWithPrecision
      start={start}
      end={typeof dateEnd === "string" ? dateEnd : null}
      precision={isPrecision(precision, terms.precisions) ? precision : null}
    />
  );
}

function isPrecision(value: unknown, known: Words["terms"]["precisions"]): value is keyof Words["terms"]["precisions"] {
  return typeof value === "string" && value in known;
}

function RowTitle({ entry }: { readonly entry: Entry }): ReactElement {
  const proof = entry.evidence.shown.find(({ kind }) => kind === "sentence") ?? entry.evidence.shown[0];
  return (
    <>
      <Link to="/entries/$id" params={{ id: entry.id }}>
        <ConfidenceMark of={entry.confidence}>
          <Title of={entry} />
        </ConfidenceMark>
      </Link>
      {proof ? <EvidenceChip of={proof} confidence={entry.confidence} /> : null}
    </>
  );
}
