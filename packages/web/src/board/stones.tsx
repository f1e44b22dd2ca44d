import { domains } from "@qipan/policy/records/domain";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import { termText } from "../format/value.ts";
import { Stone } from "../parts/stone.tsx";
import { titleText } from "../parts/title.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import {
  type BoardStone,
  isDone,
  layOut,
  neighbour,
  type StoneColumn,
  stoneColumns,
  type StoneRow,
} from "./stone-grid.ts";

/**
 * 棋盘. One stone a project: rows are fields, columns 京 津 冀 跨域. One stop for the tab key, arrows move, Enter opens;
 * the line below names the stone under pointer or focus.
 */
export function Stones({ stones }: { readonly stones: readonly BoardStone[] }): ReactElement {
  const { board, terms } = useWords();
  const rows = layOut(stones, domains);
  const [current, setCurrent] = useState<string | undefined>();
  const [named, setNamed] = useState<BoardStone | undefined>();
  const table = useRef<HTMLTableElement>(null);
  const stop = current ?? rows.flatMap((row) => stoneColumns.flatMap((column) => row.cells[column]))[0]?.id;

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stop ? neighbour(rows, stop, event.key) : undefined;
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    table.current?.querySelector<HTMLElement>(`[data-stone="${next}"]`)?.focus();
  };

  return (
    <>
      <table className="goban" ref={table} onKeyDown={onKeyDown} aria-label={board.stones}>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{board.field}</span>
            </th>
            {stoneColumns.map((column) => (
              <th scope="col" key={column} className={column === "across" ? "x" : undefined}>
                <span className="pv">
                  <abbr title={terms.placesLong[column]}>{terms.places[column]}</abbr>
                </span>{" "}
                <span className="micro t3">{stones.filter((stone) => stone.column === column).length}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.domain}>
              <th scope="row">{termText(terms.domains, row.domain)}</th>
              {stoneColumns.map((column) => (
                <Cell key={column} row={row} column={column} stop={stop} onName={setNamed} onStop={setCurrent} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <StoneNote of={named} />
    </>
  );
}

interface CellProps {
  readonly row: StoneRow;
  readonly column: StoneColumn;
  readonly stop: string | undefined;
  readonly onName: (stone: BoardStone | undefined) => void;
  readonly onStop: (id: string) => void;
}

function Cell({ row, column, stop, onName, onStop }: CellProps): ReactElement {
  const { board, terms } = useWords();
  const held = row.cells[column];
  const summary = board.stoneCell(
    termText(terms.domains, row.domain),
    terms.placesLong[column],
    held.length,
    held.filter(isDone).length,
  );
  return (
    <td className={column === "across" ? "c x" : "c"} data-empty={held.length === 0} data-head={terms.places[column]}>
      {held.length > 0 ? (
        <ul className="st" aria-label={summary}>
          {held.map((stone) => (
            <li key={stone.id}>
              <StoneLink stone={stone} stop={stone.id === stop} onName={onName} onStop={onStop} />
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  );
}

function StoneLink({
  stone,
  stop,
  onName,
  onStop,
}: Pick<CellProps, "onName" | "onStop"> & { readonly stone: BoardStone; readonly stop: boolean }): ReactElement {
  const { parts } = useWords();
  const language = useLanguage();
  const spoken = [
    titleText(stone, language),
    parts.stones[stone.state],
    stone.finish,
    stone.confidence === "recalled" ? parts.check : null,
  ];
  return (
    <Link
      to="/entries/$id"
      params={{ id: stone.id }}
      data-stone={stone.id}
      data-check={stone.confidence === "recalled" ? "" : undefined}
      tabIndex={stop ? 0 : -1}
      aria-label={spoken.filter(Boolean).join(language === "zh" ? "，" : ", ")}
      onMouseEnter={() => onName(stone)}
      onMouseLeave={() => onName(undefined)}
      onFocus={() => {
        onName(stone);
        onStop(stone.id);
      }}
      onBlur={() => onName(undefined)}
      preload={false}
    >
      <Stone state={stone.state} />
    </Link>
  );
}

function StoneNote({ of }: { readonly of: BoardStone | undefined }): ReactElement {
  const { board, parts } = useWords();
  const language = useLanguage();
  if (!of) return <p className="goban-note t3">{board.stonesKeys}</p>;
  return (
    <p className="goban-note" aria-hidden="true">
      <Stone state={of.state} /> <span className="doc">{titleText(of, language)}</span>{" "}
      <span className="t3">
        {parts.stones[of.state]} {of.finish ?? ""}
      </span>
      {of.confidence === "recalled" ? <span className="chk near">{parts.check}</span> : null}
    </p>
  );
}
