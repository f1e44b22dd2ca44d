import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { TargetFields } from "@qipan/policy/records/target";
import type { RegionSeries } from "./series-model.ts";

/** 图框. Sizes and scales of the chart; years sit in the middle of equal columns so that the table below lines up. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
  readonly columnWidth: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** A column narrower than this cannot hold a value; the table of versions then turns its years into rows. */
export const narrowestColumn = 52;
/** Years after the last value up to which a target's due year still gets a column. */
const reach = 3;

/** Lays the chart out for a width: columns from the first value to the last value or a near due year. */
export function frameOf(series: RegionSeries, targets: readonly TargetFields[], width: number): ChartFrame {
  const small = width < 560;
  const [left, right, top, bottom, height] = small ? [40, 10, 18, 26, 250] : [76, 130, 22, 30, 372];
  const columns = columnsOf(series, targets);
  const [first = 0, last = 0] = [columns[0], columns.at(-1)];
  const columnWidth = (width - left - right) / Math.max(1, columns.length);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    columns,
    columnWidth,
    x: scaleLinear([first - 0.5, last + 0.5], [left, width - right]),
    y: scaleLinear(valuesExtent(series, targets), [height - bottom, top]),
  };
}

function columnsOf(series: RegionSeries, targets: readonly TargetFields[]): readonly number[] {
  const last = series.years.at(-1) ?? 0;
  const dues = targets
    .flatMap((target) => (target.due ? [Number(target.due.slice(0, 4))] : []))
    .filter((year) => year <= last + reach);
  const end = Math.max(last, ...dues);
  const start = series.years[0] ?? end;
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}

function valuesExtent(series: RegionSeries, targets: readonly TargetFields[]): [number, number] {
  const values = series.lines.flatMap((line) =>
    line.points.flatMap(({ held: { value } }) => [
      value.nominal,
      value.low ?? value.nominal,
      value.high ?? value.nominal,
    ]),
  );
  const all = [...values, ...targets.map((target) => target.value)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low || Math.abs(high) || 1) * 0.12;
  return [low >= 0 && low - room < 0 ? 0 : low - room, high + room];
}
