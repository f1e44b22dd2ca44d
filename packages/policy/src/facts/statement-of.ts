import type { EventReading, Reading } from "../records/reading.ts";
import type { Statement } from "../records/statement.ts";

/** 所出文件. What a statement needs to know of its document. */
export interface StatingDocument {
  readonly id: string;
  readonly name: string;
}

/** A reading with the id that statements are told apart by. */
export interface IdentifiedReading {
  readonly id: string;
  readonly reading: Reading;
  /** The day from which the words look back; null where nothing tells it. */
  readonly asOf: string | null;
}

/**
 * 成陈述. What a reading states that can be held against other documents; null for readings that state no value and no
 * day, and for the second print of a passage.
 */
export function statementOf({ id, reading, asOf }: IdentifiedReading, document: StatingDocument): Statement | null {
  const [span] = reading.spans;
  const said = saidBy(reading);
  if (!span || !said || reading.refinements.some((pass) => pass.startsWith("copy of "))) return null;
  return {
    id,
    document: document.id,
    documentName: document.name,
    asOf,
    type: reading.type,
    address: span.address,
    quote: span.text.replaceAll(/\s+/gu, ""),
    ...nothing,
    ...said,
  };
}

type Said = Pick<Statement, "words"> & Partial<Omit<Statement, "id" | "document" | "documentName" | "type">>;

/** 无所述. Fields of a statement that says nothing of region, time or amount. */
export const nothing = {
  region: "n/a",
  start: null,
  end: null,
  due: false,
  value: null,
  low: null,
  high: null,
  unit: null,
  comparator: "=",
  total: false,
  once: false,
  step: null,
} as const;

function saidBy(reading: Reading): Said | null {
  switch (reading.type) {
    case "measurement": {
      const { indicator, region, period, value, low, high, unit, comparator, cumulative } = reading;
      if ((value === null && low === null) || (indicator.length < SHORTEST && isBare(reading))) return null;
      const amount = { value, low, high, unit, comparator, total: cumulative && addsUp(unit) };
      return {
        words: indicator.length < SHORTEST ? `${indicator}${quoted(reading)}` : indicator,
        region,
        start: period.start,
        end: period.end,
        ...amount,
      };
    }
    case "event":
      return reading.dateStart === null
        ? null
        : {
            words: reading.title,
            start: reading.dateStart,
            end: reading.dateEnd,
            once: happensOnce(reading),
            step: stepOf(reading),
          };
    case "commitment": {
      const { deadline, target, region } = reading;
      return deadline === null
        ? null
        : { words: quoted(reading), region, end: deadline, due: true, ...amountIn(target) };
    }
    case "milestone":
      return reading.dateStart === null
        ? null
        : {
            words: `${reading.project}${quoted(reading)}`,
            start: reading.dateStart,
            end: reading.dateEnd,
            once: true,
            step: reading.stage,
          };
    case "requirement": {
      const { count, matter, dateStart, dateEnd } = reading;
      return count === null ? null : { words: matter, start: dateStart, end: dateEnd, value: count, unit: "点" };
    }
    case "target": {
      const { value, low, high, unit, comparator, indicator, region, due } = reading;
      return { words: indicator, region, end: due, due: true, value, low, high, unit, comparator };
    }
    default:
      return null;
  }
}

/** An indicator of fewer characters (面积) needs the words around it. */
const SHORTEST = 4;

/** 投资约5亿元 says nothing of what: its words are the figure. */
const isBare = ({ spans: [span] }: Reading): boolean =>
  (span?.text ?? "").replaceAll(/[^\p{Script=Han}]|[约近超余多达为共万亿元个]/gu, "").length < SHORTEST;

/** Shares, ratios and averages are no sums, whatever 累计 stands before them. */
const addsUp = (unit: string | null): boolean => unit !== null && unit !== "%" && unit !== "pp" && !unit.includes("/");

/** Which step of a work an event is; null for events that are none. */
const stepOf = ({ kind }: EventReading): Statement["step"] =>
  kind === "start-of-works" ? "started" : kind === "opening" ? "opened" : null;

/** What is opened, begun or moved is so once; meetings and visits come again, but a numbered one does not. */
const happensOnce = ({ kind, title }: EventReading): boolean =>
  ["opening", "start-of-works", "relocation", "milestone", "decision"].includes(kind) || numbered.test(title);

// 第二次全体会议    第3届论坛
const numbered = /第[一二三四五六七八九十百\d]+[次届期]/u;

const quoted = ({ spans }: Reading): string => spans[0]?.text ?? "";

function amountIn(target: Extract<Reading, { type: "commitment" }>["target"]): Partial<Said> {
  if (target === null) return {};
  const { value, low, high, unit, comparator } = target;
  return { value, low, high, unit, comparator };
}
