import type { CommitmentReading } from "../../records/reading.ts";
import type { Passage } from "../../mention/passages.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { indexWithin } from "../../text/search.ts";
import type { Span } from "../../text/span.ts";
import { rawSpan } from "../../text/view.ts";
import { commitment } from "../commitment.ts";
import { spanOf } from "../reading-matter.ts";
import { type Named, withAssignment } from "./assignment.ts";
import { readClause } from "./predicate.ts";

/** 表读手. Reads the rows of tables of tasks one after another: `null` when a passage is no row of a table. */
export interface TaskTables {
  take(passage: Passage, home: string | null): readonly CommitmentReading[] | null;
}

type Column = "task" | "lead" | "help" | "due";

const labels: readonly (readonly [Column, RegExp])[] = [
  ["lead", /牵头|责任|主责|负责|主办|承办/u],
  ["help", /配合|协办|参加|参与|协同/u],
  ["due", /时限|期限|完成时间|时间|进度安排/u],
  ["task", /任务|要点|事项|措施|举措|内容|工作/u],
  ["task", /项目/u],
];

/** 成表读手. One for each document; a header row says what the columns are until text that is no row comes. */
export function taskTables(): TaskTables {
  let columns: ReadonlyMap<string, Column> | null = null;
  let paragraph: Passage["scan"]["paragraph"] | null = null;
  let holdsTab = false; // of that paragraph, looked up once for all its sentences
  return {
    take(passage, home) {
      if (passage.scan.paragraph !== paragraph) {
        paragraph = passage.scan.paragraph;
        holdsTab = indexWithin(passage.scan.text, "\t", paragraph) >= 0;
      }
      const cells = cellsOf(passage, holdsTab);
      if (!cells) {
        if (passage.sentence.kind !== "furniture") columns = null;
        return null;
      }
      const header = headerOf(passage, cells);
      if (header) columns = header;
      return header || !columns ? [] : rowOf(passage, { cells, columns, home });
    },
  };
}

interface Cell extends Span {
  readonly column: string;
}

/** Cells of the row that a passage is, with their columns; null when it is none. */
function cellsOf({ scan, sentence }: Passage, holdsTab: boolean): readonly Cell[] | null {
  const { text, paragraph } = scan;
  const isRow = sentence.kind === "row";
  if (!isRow && !(holdsTab && (sentence.kind === "heading" || sentence.kind === "prose"))) return null;
  const piped = !holdsTab && text.charAt(paragraph.start) === "|";
  const mark = piped ? "|" : "\t";
  const cells: Cell[] = [];
  let start = paragraph.start + (piped ? 1 : 0);
  for (let at = start; at <= paragraph.end; at += 1) {
    if (at < paragraph.end && text.charAt(at) !== mark) continue;
    cells.push(trimmed(text, { start, end: at, column: String(cells.length) }));
    start = at + 1;
  }
  return sentence.cells.length === 0 ? cells : cells.map((cell) => lettered(cell, { scan, sentence }));
}

function trimmed(text: string, cell: Cell): Cell {
  let { start, end } = cell;
  while (start < end && isAt(text, start, charClass.space)) start += 1;
  while (end > start && isAt(text, end - 1, charClass.space)) end -= 1;
  return { ...cell, start, end };
}

/** Columns of a spreadsheet are its letters: rows under merged cells lack some. */
function lettered(cell: Cell, { scan, sentence }: Pick<Passage, "scan" | "sentence">): Cell {
  if (cell.end <= cell.start) return cell;
  const raw = rawSpan(scan.view, cell);
  const known = sentence.cells.find(({ start, end }) => start <= raw.start && raw.start < end);
  return known ? { ...cell, column: known.cell.replace(/\d+$/u, "") } : cell;
}

function headerOf({ scan }: Passage, cells: readonly Cell[]): ReadonlyMap<string, Column> | null {
  const columns = new Map<string, Column>();
  for (const cell of cells) {
    const written = scan.text.slice(cell.start, cell.end);
    if (written.length === 0 || written.length > 10) continue;
    const column = labels.find(([name, label]) => label.test(written) && ![...columns.values()].includes(name))?.[0];
    if (column) columns.set(cell.column, column);
  }
  const names = new Set(columns.values());
  return names.has("task") && names.size > 1 ? columns : inferred(columns, cells);
}

/** 事项 牵头 配合 时限 name the task column; a header that names only who and when has the first other column for it. */
function inferred(columns: ReadonlyMap<string, Column>, cells: readonly Cell[]): ReadonlyMap<string, Column> | null {
  const names = new Set(columns.values());
  if (names.has("task") || names.size < 2) return null;
  const free = cells.find(({ column, start, end }) => end > start && !columns.has(column));
  return free ? new Map([...columns, [free.column, "task"]]) : null;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly columns: ReadonlyMap<string, Column>;
  readonly home: string | null;
}

function rowOf(passage: Passage, { cells, columns, home }: Row): readonly CommitmentReading[] {
  const { text, sentence } = passage.scan;
  const at = (wanted: Column): Cell | null =>
    cells.find(({ column, start, end }) => end > start && columns.get(column) === wanted) ?? null;
  const task = at("task");
  if (!task || task.start < sentence.start || task.end > sentence.end || task.end - task.start < 4) return [];
  if (cells.filter(({ start, end }) => end > start).length < 2) return [];
  const clause = readClause(passage, task, 0);
  const reading = commitment(passage, { span: task, clause, home, deadline: null });
  const due = at("due");
  const date =
    due &&
    passage.mentions.findLast(
      ({ mention, start, end }) => mention.kind === "date" && start >= due.start && end <= due.end,
    );
  const day = date && date.mention.kind === "date" && date.mention.timeType !== "set" ? date.mention.dateEnd : null;
  const [lead = null] = namesIn(passage, at("lead"));
  const others = namesIn(passage, at("lead")).slice(1);
  return [
    withAssignment(
      { ...reading, deadline: null },
      {
        alone: false,
        bracket: task,
        lead,
        helpers: [...others, ...namesIn(passage, at("help"))],
        due: date && day ? { day, span: spanOf(passage, date) } : dueOfTask(reading),
      },
    ),
  ];
  function dueOfTask({
    deadline,
    fieldSpans,
  }: CommitmentReading): { day: string; span: ReturnType<typeof spanOf> } | null {
    const span = fieldSpans.deadline?.[0];
    return deadline !== null && span ? { day: deadline, span } : null;
  }
  function namesIn(of: Passage, cell: Cell | null): readonly Named[] {
    if (!cell) return [];
    const names: Named[] = [];
    let start = cell.start;
    for (let end = cell.start; end <= cell.end; end += 1) {
      if (end < cell.end && !"、，,；; ".includes(text.charAt(end))) continue;
      if (end - start >= 2) names.push({ name: of.scan.view.text.slice(start, end), span: spanOf(of, { start, end }) });
      start = end + 1;
    }
    return names;
  }
}
