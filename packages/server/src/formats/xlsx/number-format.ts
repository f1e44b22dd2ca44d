import { daySpelling, timeOfSerial } from "./serial-day.ts";

/** 数字格式. Writes a number as the sheet shows it. */
export type NumberFormat = (value: number) => string;

/** Calendar of a workbook: days are counted from 1900, or from 1904 in old workbooks of the Macintosh. */
export interface Calendar {
  readonly is1904: boolean;
}

/** Codes of the formats that have a number and no code in the file (ECMA-376-1, 18.8.30); 27 to 58 are Chinese dates. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "m-d",
  17: "yyyy-mm",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: "h:mm",
  33: "h:mm:ss",
  34: "h:mm",
  35: "h:mm:ss",
  36: 'yyyy"年"m"月"',
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: "h:mm",
  56: "h:mm:ss",
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/**
 * 读格式. The format of a code, or of a number that stands for one. Days come out as `YYYY-MM-DD`, with their time where the
 * format has one, percent and decimals as shown, with thousands parted where the format parts them and the words that the
 * format adds. A format that is none of these gives the number itself.
 */
export function numberFormat(id: number, code: string | undefined, calendar: Calendar): NumberFormat {
  const given = code ?? builtIn[id] ?? "General";
  const [positive = "General"] = sectionsOf(given);
  const bare = positive.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "");
  if (/General/iu.test(bare) || /^@?$/u.test(bare)) return plainNumber;
  if (/\[[hms]+\]/iu.test(positive)) return (value) => timeOfSerial(value, /s/iu.test(bare));
  if (/[ymdhs]/iu.test(bare)) return dayFormat(bare, calendar);
  return decimalFormat(positive) ?? plainNumber;
}

/** Sections for positive and negative numbers, parted by semicolons outside of quotes. */
const sectionsOf = (code: string): readonly string[] => code.match(/(?:"[^"]*"|\\.|[^;])+/gu) ?? [];

/** 原数. A number as people write it, without the noise that binary fractions bring. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e21 ? withoutExponent(rounded) : String(rounded);
}

const withoutExponent = (value: number): string => {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/0+$/u, "") : text;
};

function dayFormat(bare: string, calendar: Calendar): NumberFormat {
  const parts = {
    year: /y/iu.test(bare),
    day: /d/iu.test(bare),
    time: /[hs]/iu.test(bare),
    seconds: /s/iu.test(bare),
  };
  const month = /m/iu.test(bare.replaceAll(/h+[^a-z]*m+|m+[^a-z]*s+/giu, ""));
  return (value) => {
    if (!parts.year && !parts.day && !month) return timeOfSerial(value, parts.seconds);
    return daySpelling(value, { ...parts, month }, calendar.is1904) ?? plainNumber(value);
  };
}

// 0.00%   #,##0"万人次"   ¥#,##0.0_);   near miss: 0.00E+00, # ?/?, 0,,
const decimal =
  /^(?<before>(?:"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[¥$€￥ (\-+])*)(?<whole>[#0,]*[#0])(?:\.(?<places>[0#]+))?(?<percent>%?)(?<after>(?:"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[ )])*)$/u;

function decimalFormat(section: string): NumberFormat | null {
  const parts = decimal.exec(section)?.groups;
  if (!parts) return null;
  const { before = "", whole = "", places = "", percent = "", after = "" } = parts;
  const [least, most] = [places.replaceAll("#", "").length, places.length];
  const [head, tail] = [wordsOf(before), wordsOf(after)];
  return (value) => {
    const scaled = Number((Math.abs(value) * (percent ? 100 : 1)).toPrecision(15));
    const digits = trimmedTo(scaled.toFixed(Math.min(20, most)), most - least);
    const sign = value < 0 && Number(digits) !== 0 ? "-" : "";
    return `${head}${sign}${whole.includes(",") ? parted(digits) : digits}${percent}${tail}`;
  };
}

/** Words that a format adds: quoted ones and currency signs; brackets and fillers are left out. */
function wordsOf(part: string): string {
  const shown = part.replaceAll(/\[\$(?<sign>[^\]-]*)[^\]]*\]/gu, "$<sign>").replaceAll(/\[[^\]]*\]|_.|\*.|[()]/gu, "");
  return shown.replaceAll(/"(?<words>[^"]*)"|\\(?<sign>.)/gu, "$<words>$<sign>").trim();
}

/** Zeros that the format shows only where there is something. */
function trimmedTo(digits: string, optional: number): string {
  let shown = digits;
  for (let left = optional; left > 0 && shown.endsWith("0") && shown.includes("."); left -= 1)
    shown = shown.slice(0, -1);
  return shown.replace(/\.$/u, "");
}

const parted = (digits: string): string =>
  digits.replace(/\d+/u, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ","));
