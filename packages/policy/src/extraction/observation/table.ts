import type { CellSpan, TextSpan } from "../../records/document-text.ts";
import type { Mention } from "../../records/mention.ts";
import type { MeasurementReading } from "../../records/reading.ts";
import type { Passage } from "../../mention/passages.ts";
import { fold } from "../../text/fold.ts";
import type { ReadingMatter } from "../reading-matter.ts";
import { codesOf, joined } from "../region-of.ts";
import { type CellUnit, unitIn, unitOf } from "./table-unit.ts";

/**
 * 表中数字. Figures of tables: a cell that is a number, what it counts, whose it is, of when and in which unit taken from the
 * head of its column, the other cells of its row, the cells above them that are left blank, and the lines over the table.
 * Either may stand on either side: years over indicators, indicators over years or places. A table whose heads tell none
 * of this gives nothing.
 */
export function tableReadings({ passages, home, day }: ReadingMatter): readonly MeasurementReading[] {
  const found: MeasurementReading[] = [];
  let table = emptyTable("", home);
  for (const passage of passages) {
    if (passage.sentence.kind !== "row") continue;
    const sheet = passage.sentence.sheet ?? "";
    if (sheet !== table.sheet) table = emptyTable(sheet, home);
    const cells = cellsOf(passage);
    if (cells.length === 0) continue;
    if (isHead(cells)) readHead(table, cells);
    else if (table.head.size > 0) found.push(...figuresIn(table, { passage, cells, day }));
    else readLine(table, cells);
  }
  return found;
}

/** What one cell or line says: any of an indicator, places, days and a unit. */
interface Told {
  readonly name: string;
  readonly region: string | null;
  readonly period: { readonly start: string | null; readonly end: string | null } | null;
  readonly unit: CellUnit | null;
}

interface Cell extends Told {
  readonly column: string;
  readonly span: TextSpan;
  readonly number: number | null;
}

interface Table {
  readonly sheet: string;
  readonly head: Map<string, Head>;
  /** Last words of each column that names things, for cells below that are left blank. */
  readonly above: Map<string, Cell>;
  line: Told;
}

interface Head {
  readonly cell: Cell;
  readonly role: "name" | "region" | "unit" | "period" | "value" | "none";
}

const emptyTable = (sheet: string, home: string | null): Table => ({
  sheet,
  head: new Map(),
  above: new Map(),
  line: { name: "", region: home, period: null, unit: null },
});

/** A line over the table: its title (place, year) and 单位：亿元. */
function readLine(table: Table, cells: readonly Cell[]): void {
  for (const { region, period, unit } of cells) {
    table.line = {
      name: "",
      region: region ?? table.line.region,
      period: period ?? table.line.period,
      unit: unit ?? table.line.unit,
    };
  }
}

const NAME = /^(?:主要|统计)?(?:指标|项目|名称|内容|类别|行业|领域|品种|产品)(?:名称)?$/u;
const REGION = /^(?:地区|区域|城市|区县|县区|县（市、区）|县\(市、区\)|省份|地市|市州|省市|行政区|单位名称)$/u;
const UNIT = /^(?:计量)?单位$/u;
const PERIOD = /^(?:年份|年度|时间|时期|月份|日期|年)$/u;
const IGNORED = /序号|编号|目标|规划|计划|预期|属性|备注|说明|来源|牵头|责任|电话|排名|位次/u;

/** At least two cells without a number, one of which opens a column of figures or says what its column holds. */
function isHead(cells: readonly Cell[]): boolean {
  if (cells.length < 2 || cells.some(({ number }) => number !== null)) return false;
  const roles = cells.map(roleOf);
  const labels = cells.filter(
    ({ name }) => NAME.test(name) || REGION.test(name) || UNIT.test(name) || PERIOD.test(name),
  );
  return labels.length > 0 || roles.filter((role) => role === "value").length >= 2;
}

function readHead(table: Table, cells: readonly Cell[]): void {
  table.head.clear();
  table.above.clear();
  for (const cell of cells) table.head.set(cell.column, { cell, role: roleOf(cell) });
}

function roleOf({ name, region, period, unit }: Cell): Head["role"] {
  if (IGNORED.test(name)) return "none";
  if (NAME.test(name)) return "name";
  if (REGION.test(name)) return "region";
  if (UNIT.test(name)) return "unit";
  if (PERIOD.test(name)) return "period";
  return period !== null || region !== null || unit !== null || name.length >= 2 ? "value" : "none";
}

interface Row {
  readonly passage: Passage;
  readonly cells: readonly Cell[];
  readonly day: string | null;
}

function figuresIn(table: Table, { passage, cells, day }: Row): readonly MeasurementReading[] {
  const labels = labelsOf(table, cells);
  return cells.flatMap((cell): readonly MeasurementReading[] => {
    const head = table.head.get(cell.column);
    if (cell.number === null || head?.role !== "value") return [];
    const told = together([...labels, head.cell, table.line]);
    if (told.name === "" || (told.period?.start && day !== null && told.period.start > day)) return [];
    return [figure(passage, cell, told)];
  });
}

/** The cells of a row that say what its figures are, those left blank taken from above, and whole rows of words kept. */
function labelsOf(table: Table, cells: readonly Cell[]): readonly Told[] {
  const found: Told[] = [];
  for (const [column, { role }] of table.head) {
    const own = cells.find((cell) => cell.column === column);
    if (role === "value" && (own === undefined || own.number !== null)) continue;
    if (role === "none") continue;
    if (own && own.name !== "") table.above.set(column, own);
    const cell = own && own.name !== "" ? own : table.above.get(column);
    if (cell && (own || role === "name" || role === "period"))
      found.push(role === "unit" ? { ...cell, name: "" } : cell);
  }
  return found;
}

/** The first that says a thing counts; a cell that is nothing but a place, a time or a unit names no indicator. */
function together(all: readonly Told[]): Told {
  const first = <K extends keyof Told>(key: K): Told[K] | null => all.find((told) => told[key] !== null)?.[key] ?? null;
  const names = all.filter(
    ({ name, region, period }) =>
      name !== "" && !(region !== null && name.length <= 12 && isOnly(name)) && period === null,
  );
  return {
    name: names[0]?.name ?? "",
    region: all.find(({ name, region }) => region !== null && isOnly(name))?.region ?? first("region"),
    period: first("period"),
    unit: first("unit"),
  };
}

/** Whether the name of a cell is a place alone. */
const isOnly = (name: string): boolean =>
  /(?:省|市|区|县|州|旗|盟|国|京|津|冀|沪|渝|地区|[^率量值数额比度入费])$/u.test(name) &&
  !/(?:总值|收入|人口|面积|里程|增加值)/u.test(name);

function figure(passage: Passage, { span, number }: Cell, { name, region, period, unit }: Told): MeasurementReading {
  return {
    type: "measurement",
    key: "",
    recogniser: "table",
    spans: [span],
    certainty: { value: "stated", indicator: "stated", region: "implied", period: "implied" },
    diagnostics: [],
    refinements: [],
    value: Number(((number ?? 0) * (unit?.factor ?? 1)).toPrecision(15)),
    low: null,
    high: null,
    unit: unit?.unit ?? null,
    comparator: "=",
    indicator: name,
    region: region ?? "n/a",
    period: { start: period?.start ?? null, end: period?.end ?? null },
    change: null,
    cumulative: name.includes("累计"),
  };
}

function cellsOf(passage: Passage): readonly Cell[] {
  const { sentence, mentions } = passage;
  return sentence.cells.flatMap((span): readonly Cell[] => {
    const words = passage.scan.view.stored.slice(span.start, span.end).trim();
    if (words === "") return [];
    return [
      cellOf(passage, {
        span,
        words,
        within: mentions.map(({ mention }) => mention).filter((m) => m.start >= span.start && m.end <= span.end),
      }),
    ];
  });
}

interface Found {
  readonly span: CellSpan;
  readonly words: string;
  readonly within: readonly Mention[];
}

function cellOf(passage: Passage, { span, words, within }: Found): Cell {
  const { lexicon } = passage.scan;
  const folded = fold(words).replaceAll(/\s+/gu, "");
  const number = numberOf(folded);
  const date = within.find((mention) => mention.kind === "date" && mention.dateEnd !== null);
  const places = within.flatMap((mention) =>
    mention.kind === "region" ? codesOf({ start: 0, end: 0, mention }, lexicon) : [],
  );
  return {
    column: span.cell.replace(/\d+$/u, ""),
    span: {
      address: sentenceAddress(passage),
      start: span.start,
      end: span.end,
      text: passage.scan.view.stored.slice(span.start, span.end),
    },
    number,
    name: number === null ? folded.replace(/[（(][^（）()]*[)）]$/u, "") || folded : "",
    region: number === null && places.length > 0 ? joined(places) : null,
    period: number === null && date?.kind === "date" ? { start: date.dateStart, end: date.dateEnd } : null,
    unit: number === null ? (unitIn(folded, lexicon) ?? unitOf(folded, lexicon)) : null,
  };
}

const sentenceAddress = ({ sentence }: Passage): string => sentence.address;

/** 1,364.5; null when the cell holds anything else. */
function numberOf(words: string): number | null {
  if (!/^[-−+]?\d[\d,，]*(?:\.\d+)?$/u.test(words)) return null;
  const value = Number(words.replaceAll(/[,，]/gu, "").replace("−", "-"));
  return Number.isFinite(value) ? value : null;
}
