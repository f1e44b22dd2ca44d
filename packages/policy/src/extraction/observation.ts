import type { MeasurementReading } from "../records/reading.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import { type Distributed, distribute } from "./distribution.ts";
import { FIGURE_REACH, type Figure, figuresOf } from "./figure.ts";
import { indicatorOf, periodOf } from "./figure-words.ts";
import { changeAfter, type StatedChange } from "./observation-change.ts";
import type { Passage } from "../mention/passages.ts";
import { mentionsIn, type ReadingMatter, spanOf } from "./reading-matter.ts";
import { type RegionContext, regionOf } from "./region-of.ts";

/**
 * 观测. Reads observed figures: a quantity that ends its clause, carries a unit of measure or follows a verb of account,
 * in a sentence that neither plans nor aims before it. Period, region and indicator come from the words before the figure.
 */
export function observationReadings({ passages, home }: ReadingMatter): readonly MeasurementReading[] {
  const found: MeasurementReading[] = [];
  const speaksForItself = passages.some(({ sentence }) => /本市|我市|本省|我省/u.test(sentence.text));
  let carried: Carried = { paragraph: 0, region: null };
  for (const passage of passages) {
    const { kind, paragraph } = passage.sentence;
    if (kind !== "prose" && kind !== "entry") continue;
    const region = carried.paragraph === paragraph ? carried.region : null;
    const read = observationsIn(passage, { home: speaksForItself ? home : null, carried: region });
    found.push(...read);
    carried = { paragraph, region: read.at(-1)?.region ?? region };
  }
  return found;
}

/** Region of the last figure of a paragraph, for figures after it that name none. */
interface Carried {
  readonly paragraph: number;
  readonly region: string | null;
}

type Around = Omit<RegionContext, "clauseStart">;

function observationsIn(passage: Passage, around: Around): readonly MeasurementReading[] {
  const found: Distributed[] = [];
  let changedUntil = -1;
  for (const figure of figuresOf(passage)) {
    if (figure.quantity.start < changedUntil || !isObserved(figure)) continue;
    const change = changeAfter(figure);
    changedUntil = change?.end ?? changedUntil;
    const reading = observation(figure, { change, around, before: found.at(-1)?.reading ?? null });
    found.push({ reading, figure: figure.quantity, distributes: distributive.test(clauseText(figure)) });
  }
  return distribute(found, passage.scan.text, mentionsIn(passage, "region", passage.scan.sentence));
}

const distributive = /分别|依次/u;

const clauseText = ({ passage, clause, quantity }: Figure): string =>
  passage.scan.text.slice(clause.start, quantity.start);

const lengths = new Set(["年", "月", "d", "wk", "h", "min", "s", "工作日"]);
const measures = new Set("% pp CNY USD mu km2 m2 ha km m3 t ug/m3 mg/m3 kWh kW MW TEU tce 倍 人次".split(" "));
/** Verbs of account shortly before a count. */
const accounted =
  /(?:累计|共|总数|达|完成|新增|吸引|引进|形成|退出|关停|疏解|转移|设立|出台|发布|签约|推出|谋划|建立)[^，。；]{0,14}$/u;

/** Whether a figure is counted or measured, and not named or merely mentioned. */
function isObserved({ passage, quantity, clause }: Figure): boolean {
  const { text } = passage.scan;
  const { unit, role } = quantity.mention;
  if (lengths.has(unit ?? "") && !text.slice(clause.start, quantity.start).includes("时间")) return false;
  if (measures.has(unit ?? "") || role !== null) return true;
  if (accounted.test(text.slice(Math.max(clause.start, quantity.start - 20), quantity.start))) return true;
  return endsClause(text, quantity, clause);
}

/** 企业473家， and 设立分支机构达7000余家： the figure closes its clause, with something counted before it. */
function endsClause(text: string, quantity: Span, clause: Span): boolean {
  if (quantity.start - clause.start < 3) return false;
  const stops = charClass.pause | charClass.terminal | charClass.closer;
  return quantity.end >= clause.end || isAt(text, quantity.end, stops);
}

interface Setting {
  readonly change: StatedChange | null;
  readonly around: Around;
  readonly before: MeasurementReading | null;
}

function observation(figure: Figure, { change, around, before }: Setting): MeasurementReading {
  const { passage, quantity, clause } = figure;
  const { text, sentence } = passage.scan;
  const period = periodOf(figure);
  const start = period && isNear(text, period, clause) ? Math.min(period.start, clause.start) : clause.start;
  const words = { start: Math.max(sentence.start, quantity.start - FIGURE_REACH), end: quantity.start };
  const { region, stated } = regionOf(passage, words, { ...around, clauseStart: clause.start });
  const { value, low, high, unit, comparator } = quantity.mention;
  return {
    type: "measurement",
    key: "",
    recogniser: "observation",
    spans: [spanOf(passage, { start, end: change?.end ?? quantity.end })],
    certainty: {
      value: "stated",
      indicator: "stated",
      region: stated ? "stated" : "implied",
      period: period?.mention.certainty ?? "implied",
    },
    diagnostics: [],
    refinements: [],
    value,
    low,
    high,
    unit,
    comparator,
    indicator: indicatorOf(figure, period) || before?.indicator || quantity.mention.text,
    region,
    period: { start: period?.mention.dateStart ?? null, end: period?.mention.dateEnd ?? null },
    change: change?.change ?? null,
    cumulative: period?.mention.timeType === "since" || cumulativeWord.test(text.slice(clause.start, quantity.end)),
  };
}

const cumulativeWord = /累计|总数|(?<!公)共(?!享|同|建|识|和|治)|以来/u;

/** Whether the time of a figure stands close enough before its clause to open its span. */
function isNear(text: string, period: Span, clause: Span): boolean {
  return period.start >= clause.start - 40 && !/[；;。]/u.test(text.slice(period.end, clause.start));
}
