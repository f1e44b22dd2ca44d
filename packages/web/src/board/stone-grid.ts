import type { Output } from "@qipan/server/contract/client";

export type BoardStone = Output<"getBoard">["stones"][number];

/** Columns of the board of stones, always in this order. */
export const stoneColumns = ["110000", "120000", "130000", "across"] as const;
export type StoneColumn = (typeof stoneColumns)[number];

/** 行. One field of the programme with its stones by column, in order of completion. */
export interface StoneRow {
  readonly domain: string;
  readonly cells: Readonly<Record<StoneColumn, readonly BoardStone[]>>;
}

const ranks: Record<BoardStone["state"], number> = { done: 0, recent: 1, building: 2, planned: 3 };

/**
 * Lays the stones out: a row for each of `domains` that has any, unknown fields last; in a cell the completed first by
 * day, then those under way, then the planned. No stones, no rows.
 */
export function layOut(stones: readonly BoardStone[], domains: readonly string[]): readonly StoneRow[] {
  const named = [
    ...domains,
    ...new Set(stones.map((stone) => stone.domain).filter((domain) => !domains.includes(domain))),
  ];
  return named
    .map((domain) => ({ domain, cells: cellsOf(stones.filter((stone) => stone.domain === domain)) }))
    .filter((row) => stoneColumns.some((column) => row.cells[column].length > 0));
}

/** Whether a stone counts as completed. */
export function isDone(stone: BoardStone): boolean {
  return stone.state === "done" || stone.state === "recent";
}

/** Where the arrow keys lead from a stone: along the row, or to the same place of the next row that has stones. */
export function neighbour(rows: readonly StoneRow[], from: string, key: string): string | undefined {
  const grid = rows.map((row) =>
    stoneColumns.flatMap((column) => row.cells[column].map((stone) => ({ id: stone.id, column }))),
  );
  const row = grid.findIndex((stones) => stones.some((stone) => stone.id === from));
  const stones = grid[row] ?? [];
  const index = stones.findIndex((stone) => stone.id === from);
  if (key === "ArrowRight") return stones[index + 1]?.id ?? grid[row + 1]?.[0]?.id;
  if (key === "ArrowLeft") return stones[index - 1]?.id ?? grid[row - 1]?.at(-1)?.id;
  if (key === "Home") return stones[0]?.id;
  if (key === "End") return stones.at(-1)?.id;
  const next = key === "ArrowDown" ? grid[row + 1] : key === "ArrowUp" ? grid[row - 1] : undefined;
  const here = stones[index];
  if (!next || !here) return undefined;
  const within = stones.filter((stone) => stone.column === here.column).indexOf(here);
  const sameColumn = next.filter((stone) => stone.column === here.column);
  return (sameColumn[Math.min(within, sameColumn.length - 1)] ?? next[0])?.id;
}

function cellsOf(stones: readonly BoardStone[]): StoneRow["cells"] {
  const cell = (column: StoneColumn): readonly BoardStone[] =>
    stones.filter((stone) => stone.column === column).sort((a, b) => ranks[a.state] - ranks[b.state] || byFinish(a, b));
  return { "110000": cell("110000"), "120000": cell("120000"), "130000": cell("130000"), across: cell("across") };
}

function byFinish(a: BoardStone, b: BoardStone): number {
  return (a.finish ?? "9999").localeCompare(b.finish ?? "9999") || a.title.localeCompare(b.title);
}
