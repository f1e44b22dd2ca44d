import type { ReactElement } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { ErratumMark } from "./erratum-mark.tsx";
import { Glosses } from "./glosses.tsx";
import type { Stretch } from "./segments.ts";
import { SentenceLine } from "./sentence-line.tsx";
import type { CellPart, Table } from "./table-rows.ts";
import type { Selection } from "./use-selection.ts";

/** 表. A table of the document as a table: letters above, numbers at the side, sentences in their cells. */
export function TableSheet(props: {
  readonly table: Table;
  readonly selection: Selection;
  readonly washes: readonly Stretch[];
}): ReactElement {
  const { reader } = useWords();
  const { table, selection } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
    <div className="doc-table" role="region" aria-label={reader.tableOf(table.sheet)} tabIndex={0}>
      <table lang={languageTag.zh}>
        <caption>{table.sheet}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{reader.row}</span>
            </th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">
              <span className="vh">{reader.readHere}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ paragraph, row, cells }) => (
            <tr key={paragraph.number}>
              <th scope="row">{row}</th>
              {table.columns.map((column) => (
                <td key={column}>
                  {(cells.get(column) ?? []).map((part) => (
                    <Part key={part.start} of={part} selection={selection} washes={props.washes} />
                  ))}
                </td>
              ))}
              <td className="margin">
                <Glosses sentences={paragraph.sentences} selected={selection.reading} />
                {paragraph.sentences.map(({ address }) => (
                  <ErratumMark key={address} address={address} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Part(props: {
  readonly of: CellPart;
  readonly selection: Selection;
  readonly washes: readonly Stretch[];
}): ReactElement {
  const { sentence, start, end } = props.of;
  const raw = sentence.raw.slice(start - sentence.start, end - sentence.start);
  const isWhole = start === sentence.start && end === sentence.end;
  const within = ({ start: from, end: to }: Stretch): boolean => to > start && from < end;
  const shown = isWhole
    ? sentence
    : { ...sentence, start, end, raw, text: raw.replaceAll("\u2028", " "), mentions: sentence.mentions.filter(within) };
  return (
    <SentenceLine
      sentence={shown}
      view={props.selection.view === "raw" ? "raw" : "repaired"}
      selected={sentence.address === props.selection.address}
      washes={props.washes.filter(within)}
    />
  );
}
