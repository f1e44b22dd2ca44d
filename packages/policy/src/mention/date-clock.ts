import { charClass, classOf } from "../text/char-class.ts";
import { integerAt } from "./date-written.ts";

/** Parts of the day, longest first. */
const parts = [
  "凌晨",
  "清晨",
  "早晨",
  "早上",
  "上午",
  "中午",
  "正午",
  "下午",
  "午后",
  "傍晚",
  "晚上",
  "晚间",
  "夜间",
  "深夜",
  "零时",
  "晚",
  "早",
];

/**
 * 时刻. Where a part of the day and a clock time end that follow a day (26日上午, 上午9时30分, 15:30, 24时); `at` itself when
 * none follows.
 */
export function clockEnd(text: string, at: number, limit: number): number {
  const part = parts.find((written) => text.startsWith(written, at) && at + written.length <= limit);
  const start = at + (part?.length ?? 0);
  if ("高前期稻熟".includes(text.charAt(start) || " ") && part?.length === 1) return at;
  const hour = classOf(text.charCodeAt(start)) & NUMERAL ? integerAt(text, start, limit) : null;
  if (!hour || hour.value > 24) return start;
  const sign = text.charAt(hour.end);
  if (sign === ":" || sign === "：") {
    const minute = integerAt(text, hour.end + 1, limit);
    return minute?.digits === 2 ? minute.end : start;
  }
  if (sign !== "时" && sign !== "点") return start;
  if ("半整".includes(text.charAt(hour.end + 1) || " ")) return hour.end + 2;
  const minute = integerAt(text, hour.end + 1, limit);
  return minute && text.charAt(minute.end) === "分" ? minute.end + 1 : hour.end + 1;
}

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;
