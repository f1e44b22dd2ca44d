import type { MonitoringRow } from "@qipan/server/contract/observations";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { ReactElement } from "react";
import { type Province, provinces } from "../format/place.ts";

const [width, height, inset] = [96, 26, 3];
const strokes: Record<Province, { readonly colour: string; readonly dash: string }> = {
  "110000": { colour: "var(--beijing)", dash: "" },
  "120000": { colour: "var(--tianjin)", dash: "5 2" },
  "130000": { colour: "var(--hebei)", dash: "2 2" },
};
type Point = MonitoringRow["trend"][string][number];

/** 走势. The yearly values of the three places as small lines: ○ solid 京, △ long dash 津, □ short dash 冀. The table beside it has the numbers. */
export function Spark({
  trend,
  only,
}: {
  readonly trend: MonitoringRow["trend"];
  readonly only?: Province;
}): ReactElement | null {
  const places = provinces.filter((place) => (!only || place === only) && (trend[place]?.length ?? 0) > 1);
  const points = places.flatMap((place) => trend[place] ?? []);
  if (points.length === 0) return null;
  const x = scaleLinear(
    extentOf(points, (point) => point.year),
    [inset + 1, width - inset - 1],
  );
  const y = scaleLinear(
    extentOf(points, (point) => point.nominal),
    [height - inset, inset],
  );
  const draw = line<Point>(
    (point) => x(point.year),
    (point) => y(point.nominal),
  );
  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {places.map((place) => {
        const series = trend[place] ?? [];
        const last = series.at(-1);
        return (
          <g key={place} fill="none" stroke={strokes[place].colour} strokeWidth="1.4">
            <path d={draw(series) ?? ""} strokeDasharray={strokes[place].dash} />
            {last ? <ProvinceMarker place={place} x={x(last.year)} y={y(last.nominal)} /> : null}
          </g>
        );
      })}
    </svg>
  );
}

/** Marker of a province: ○ 京, △ 津, □ 冀, hollow, in its pigment. */
export function ProvinceMarker({
  place,
  x,
  y,
}: {
  readonly place: Province;
  readonly x: number;
  readonly y: number;
}): ReactElement {
  const look = { fill: "var(--ground)", stroke: strokes[place].colour, strokeWidth: 1.3 };
  if (place === "110000") return <circle cx={x} cy={y} r="2.4" {...look} />;
  if (place === "120000") return <path d={`M${x} ${y - 3}l3 5h-6z`} {...look} />;
  return <rect x={x - 2.2} y={y - 2.2} width="4.4" height="4.4" {...look} />;
}

/** Least and greatest value; a single value gets a little room on both sides so that a scale can be made of it. */
export function extentOf<T>(items: readonly T[], value: (item: T) => number): [number, number] {
  const values = items.map(value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? [low - 1, high + 1] : [low, high];
}
