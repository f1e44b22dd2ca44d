import { domains } from "@qipan/policy/records/domain";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { termText } from "../format/value.ts";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { DateWithPrecision } from "../parts/date-with-precision.tsx";
import { Stone } from "../parts/stone.tsx";
import { Title } from "../parts/title.tsx";
import { useWords } from "../words/use-words.ts";
import { type BoardStone, layOut, stoneColumns } from "./stone-grid.ts";

/** 棋盘列表. The twin of the board of stones: the same projects in the same order, one a line. */
export function StoneTable({ stones }: { readonly stones: readonly BoardStone[] }): ReactElement {
  const { board, parts, terms } = useWords();
  const rows = layOut(stones, domains).flatMap((row) => stoneColumns.flatMap((column) => row.cells[column]));
  return (
    <DataTable
      caption={board.stones}
      rows={rows}
      keyOf={(stone) => stone.id}
      columns={[
        {
          id: "title",
          head: board.project,
          render: (stone) => (
            <Link to="/entries/$id" params={{ id: stone.id }}>
              <Title of={stone} />
            </Link>
          ),
        },
        { id: "domain", head: board.field, render: (stone) => termText(terms.domains, stone.domain) },
        { id: "column", head: board.place, render: (stone) => terms.placesLong[stone.column] },
        {
          id: "state",
          head: board.state,
          render: (stone) => (
            <span className="nb">
              <Stone state={stone.state} /> {parts.stones[stone.state]}
            </span>
          ),
        },
        {
          id: "finish",
          head: board.finish,
          render: (stone) => (
            <ConfidenceMark of={stone.confidence === "recalled" ? "recalled" : "verified"}>
              {stone.finish ? (
                <DateWithPrecision start={stone.finish} />
              ) : (
                <span className="absent">{parts.notStated}</span>
              )}
            </ConfidenceMark>
          ),
        },
      ]}
    />
  );
}
