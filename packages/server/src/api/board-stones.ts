import type { Entry } from "@qipan/policy/records/entry";
import type { CalendarDate } from "@qipan/policy/records/identity";
import { daysOf } from "@qipan/policy/records/partial-date";
import type { ProjectFields } from "@qipan/policy/records/project";
import type { Answer } from "../http/handlers.ts";
import type { Point } from "../export/list-export.ts";

/** 子. A project on the board. */
export type Stone = Answer<"getBoard">["stones"][number];

/** Where a place lies: the province it is in or is, and its point; null where it is in none or has none. */
export interface Location {
  readonly province: string | null;
  readonly point: Point | null;
}

/**
 * 落子. A project as of a day: in the column of its one province, or across; done when finished by then, recent when that
 * is less than a year ago. Without a day of its end the stage it was last seen in counts.
 */
export function stoneOf(
  { id, title, titleEn, confidence, ...entry }: Entry,
  asOf: CalendarDate,
  places: ReadonlyMap<string, Location>,
): Stone {
  const fields = entry.fields as ProjectFields; // the register has checked the fields
  const { domain, regions, lon, lat, finish } = fields;
  const locations = regions.map((code) => places.get(code) ?? { province: null, point: null });
  const near = locations.find(({ point }) => point !== null)?.point;
  const [east, north] = lon !== null && lat !== null ? [lon, lat] : (near ?? [null, null]);
  return {
    id,
    title,
    titleEn,
    domain,
    column: columnOf(locations),
    state: stateOf(fields, asOf),
    finish,
    lon: east,
    lat: north,
    confidence,
  };
}

const columns = ["110000", "120000", "130000"] as const;

function columnOf(locations: readonly Location[]): Stone["column"] {
  const provinces = new Set(locations.map(({ province }) => province));
  const [only] = provinces.size === 1 ? provinces : [];
  return columns.find((column) => column === only) ?? "across";
}

function stateOf({ status, start, finish }: ProjectFields, asOf: CalendarDate): Stone["state"] {
  const isBuilt = status === "open" || status === "done" || status === "merged";
  if (finish !== null) {
    const { end } = daysOf(finish);
    if (isBuilt && end <= asOf) return end > aYearBefore(asOf) ? "recent" : "done";
    if (start === null) return isBuilt || status === "building" ? "building" : "planned";
  }
  if (start !== null && daysOf(start).start > asOf) return "planned";
  if (finish === null && isBuilt) return "done";
  return start !== null || status === "building" ? "building" : "planned";
}

function aYearBefore(day: CalendarDate): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

/** 逐年完成. How many projects were finished in each year, oldest first; those still to come are left out. */
export function milestonesOf(stones: readonly Stone[]): Answer<"getBoard">["milestones"] {
  const finished = stones.filter(({ state, finish }) => finish !== null && (state === "done" || state === "recent"));
  const byYear = Map.groupBy(finished, ({ finish }) => Number(finish?.slice(0, 4)));
  return [...byYear].map(([year, rows]) => ({ year, count: rows.length })).sort((a, b) => a.year - b.year);
}
