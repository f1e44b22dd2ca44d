import { type Block, blocksOf, columnExtents, columnSegments } from "./columns.ts";
import type { PageContent } from "./content.ts";
import { type Frame, framesOf, type PlacedGlyph } from "./frame.ts";
import { type GridTable, gridTables } from "./grid.ts";
import { printLines, type Segment } from "./lines.ts";

/**
 * 页中之物. What a page shows, in reading order: a printed line, a row of a table, or a line that is written in another
 * direction than the page. `columns` of a table are the places that part its columns.
 */
export type PageItem =
  | { readonly kind: "line"; readonly segment: Segment }
  | { readonly kind: "table"; readonly columns: readonly number[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "turned"; readonly segment: Segment; readonly angle: number };

/** 排页. Everything on a page, tables with rules and aligned ones as rows; nothing painted is left out. */
export function pageItems(content: PageContent, page: { width: number; height: number }): readonly PageItem[] {
  const [main, ...others] = framesOf(content, page);
  if (!main) return [];
  return [...mainItems(main), ...others.flatMap(turnedItems)];
}

function mainItems({ glyphs, rules }: Frame): readonly PageItem[] {
  const { tables, outside } = gridTables(glyphs, rules);
  const items: PageItem[] = [];
  let above = outside;
  for (const table of tables) {
    const [before, after] = partedAt(above, table);
    items.push(...textItems(before), { kind: "table", columns: table.columns, rows: table.rows });
    above = after;
  }
  return [...items, ...textItems(above)];
}

function partedAt(
  glyphs: readonly PlacedGlyph[],
  { top }: GridTable,
): readonly [readonly PlacedGlyph[], readonly PlacedGlyph[]] {
  const parts = Map.groupBy(glyphs, ({ base }) => base <= top + 1);
  return [parts.get(true) ?? [], parts.get(false) ?? []];
}

const textItems = (glyphs: readonly PlacedGlyph[]): readonly PageItem[] =>
  blocksOf(columnSegments(printLines(glyphs))).flatMap(itemsOfBlock);

function itemsOfBlock(block: Block): readonly PageItem[] {
  if (block.kind === "lines") return block.segments.map((segment) => ({ kind: "line", segment }) as const);
  const extents = columnExtents(block.rows);
  const rows = block.rows.map((row) =>
    extents.map(({ from, to }) =>
      row
        .filter(({ left, right }) => left >= from && right <= to)
        .map(({ text }) => text)
        .join(" "),
    ),
  );
  return [{ kind: "table", columns: extents.map(({ from }) => from), rows }];
}

const turnedItems = ({ glyphs, angle }: Frame): readonly PageItem[] =>
  columnSegments(printLines(glyphs))
    .flat()
    .map((segment) => ({ kind: "turned", segment, angle }) as const);
