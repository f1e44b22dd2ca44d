import type { Hint } from "./hint-file.ts";

type Fields = Readonly<Record<string, unknown>>;
type Days = readonly [string | null, string | null];

/** 字段. The fields of an expected reading from what a hint wrote between its bars. Throws when a number or a date is none. */
export function fieldsOf({ type, fields }: Hint): Fields {
  return readers[type](fields);
}

const readers: Readonly<Record<Hint["type"], (fields: readonly string[]) => Fields>> = {
  time: ([days = "-", kind = "explicit", timeType]) => {
    const [start, end] = daysOf(days);
    return {
      date_start: start,
      date_end: end,
      precision: precisionOf(days),
      class: kind,
      time_type: timeType ?? (days.startsWith("/") ? "deadline" : days.endsWith("/") ? "since" : "interval"),
    };
  },
  quantity: ([written = ""]) => {
    const { direction = null, role = null, ...amount } = amountOf(written);
    return { ...amount, polarity: direction ?? "none", role };
  },
  title: ([kind = "title"]) => ({ class: kind }),
  event: ([days = "-", kind = "other", place = "-", people = ""]) => {
    const [start, end] = daysOf(days);
    return {
      date_start: start,
      date_end: end,
      place: place === "-" ? null : place,
      participants: listOf(people),
      kind,
    };
  },
  measurement: ([indicator = "", region = "", amount = "", days = "-", ...more]) => {
    const change = more.find((part) => part.startsWith("change "));
    return {
      indicator,
      region,
      period: periodOf(days),
      ...plain(amountOf(amount)),
      change: change === undefined ? null : changeOf(change.slice(7)),
      cumulative: more.includes("cumulative"),
    };
  },
  commitment: (fields) => ({ ...undertaking(fields), status: "planned" }),
  achievement: ([action, object, region, domain, status, target]) => ({
    ...undertaking([action, object, region, domain, "-", target].map((part) => part ?? "")),
    status,
  }),
  region: ([codes = ""]) => ({ codes }),
  organisation: () => ({}),
  zone: ([kinds = ""]) => ({ kinds: kinds.split(" ").filter((kind) => kind !== "") }),
};

const listOf = (people: string): readonly string[] => people.split(";").filter((one) => one !== "");

function undertaking([
  action = "",
  object = "",
  region = "n/a",
  domain = "other",
  deadline = "-",
  target = "",
]: readonly string[]): Fields {
  return {
    action,
    object,
    deadline: deadline === "-" ? null : deadline,
    target: target === "" || target === "-" ? null : plain(amountOf(target)),
    region,
    domain,
  };
}

interface Amount {
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string | null;
  readonly comparator: string;
  readonly direction?: string;
  readonly role?: string;
}

/** `600 家 >`, `15.2 % = down amount`, `1..2 h`; a unit of `-` is none. */
function amountOf(written: string): Amount {
  const [number = "", unit = "-", comparator = "=", direction, role] = written.split(" ");
  const [low, high] = number.split("..").map(Number);
  if (low === undefined || Number.isNaN(low) || Number.isNaN(high ?? 0)) throw new Error(`"${written}" has no number.`);
  const size = high === undefined ? { value: low } : { value: null, low, high };
  const shape = { unit: unit === "-" ? null : unit, comparator };
  return { ...size, ...shape, ...(direction ? { direction } : {}), ...(role ? { role } : {}) };
}

function plain({ direction: _direction, role: _role, ...amount }: Amount): Fields {
  return amount;
}

/** `down 15.2 % = 2017H1`: direction, amount, unit, comparator, base period. */
function changeOf(written: string): Fields {
  const [direction = "", amount = "", unit = "-", comparator = "=", base = ""] = written.split(" ");
  return { direction, amount: Number(amount), unit, comparator, base_period: base === "" ? null : periodOf(base) };
}

function periodOf(days: string): Fields {
  const [start, end] = daysOf(days);
  return { start, end };
}

/** `2014`, `2014H1`, `2014Q3`, `2014-02`, `2014-02-25`, two of them with `/` between (either side may be empty), or `-`. */
function daysOf(written: string): Days {
  if (written === "-") return [null, null];
  const [from = "", to] = written.split("/");
  return [from === "" ? null : spanOf(from)[0], to === undefined ? spanOf(from)[1] : to === "" ? null : spanOf(to)[1]];
}

function spanOf(written: string): readonly [string, string] {
  const [, year = "", part = ""] = /^(\d{4})(.*)$/u.exec(written) ?? [];
  if (year === "") throw new Error(`"${written}" is no date. Write 2014, 2014H1, 2014Q3, 2014-02 or 2014-02-25.`);
  if (part === "") return [`${year}-01-01`, `${year}-12-31`];
  const piece = /^([HQ])(\d)$/u.exec(part);
  if (piece) return months(year, Number(piece[2]), piece[1] === "H" ? 6 : 3);
  if (/^-\d\d$/u.test(part)) return months(year, Number(part.slice(1)), 1);
  return [written, written];
}

function months(year: string, which: number, long: number): readonly [string, string] {
  const two = (month: number): string => String(month).padStart(2, "0");
  const last = new Date(Date.UTC(Number(year), which * long, 0)).getUTCDate();
  return [`${year}-${two((which - 1) * long + 1)}-01`, `${year}-${two(which * long)}-${last}`];
}

function precisionOf(days: string): string | null {
  const [from = "", to] = days.split("/");
  const one = from === "" ? (to ?? "") : from;
  if (one === "-" || one === "") return null;
  if (/-\d\d-\d\d$/u.test(one)) return "day";
  if (/-\d\d$/u.test(one)) return "month";
  if (/[HQ]\d$/u.test(one)) return one.includes("H") ? "half" : "quarter";
  return from !== "" && to !== undefined && to !== "" && to !== from ? "multi-year" : "year";
}
