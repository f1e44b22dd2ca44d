import { type Component, type ParsedComponents, zh } from "chrono-node";
import { isoDay, linesOf, type Peer, timeMeanings } from "./peer.ts";

/** chrono-node, its parser of simplified Chinese: dates only. Read line by line, since a match of it may run over lines. */
export const chrono: Peer = {
  name: "chrono",
  types: ["time"],
  read: (text, day) => {
    const reference = new Date(`${day}T12:00:00`);
    return linesOf(text).flatMap(({ line, start }) =>
      zh.hans.parse(line, reference).map((found) => ({
        type: "time" as const,
        start: start + found.index,
        end: start + found.index + found.text.length,
        meanings: timeMeanings(firstDay(found.start), lastDay(found.end ?? found.start)),
      })),
    );
  },
};

/** How the speed of chrono is taken: all at once, which is its fastest. */
export const chronoAtOnce = (text: string): number => zh.hans.parse(text, new Date("2024-12-31T12:00:00")).length;

const fields = (parts: ParsedComponents): readonly [year: number, month: number, day: number] => {
  const of = (name: Component, or: number): number => parts.get(name) ?? or;
  return [of("year", 1), of("month", 1), of("day", 1)];
};

/** What was not said is open: a month without a day is the whole month. */
function firstDay(parts: ParsedComponents): string {
  const [year, month, day] = fields(parts);
  if (fixesDay(parts)) return isoDay(year, month, day);
  return parts.isCertain("month") ? isoDay(year, month, 1) : isoDay(year, 1, 1);
}

function lastDay(parts: ParsedComponents): string {
  const [year, month, day] = fields(parts);
  if (fixesDay(parts)) return isoDay(year, month, day);
  return parts.isCertain("month") ? isoDay(year, month + 1, 0) : isoDay(year, 12, 31);
}

const fixesDay = (parts: ParsedComponents): boolean => parts.isCertain("day") || parts.isCertain("weekday");
