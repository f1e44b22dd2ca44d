import type { MonitoringRow } from "@qipan/server/contract/observations";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { ReactElement } from "react";
import { extentOf } from "../parts/spark.tsx";

type Point = MonitoringRow["trend"][string][number];
const [width, height, inset] = [120, 34, 4];

/** One place's yearly values as a line in ink that ends in a point; fewer than two values draw nothing. */
export function LoneSpark({ points }: { readonly points: readonly Point[] }): ReactElement | null {
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const x = scaleLinear(
    extentOf(points, (point) => point.year),
    [inset, width - inset],
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
    <svg className="lone" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={draw(points) ?? ""} fill="none" stroke="var(--text-2)" strokeWidth="1.4" />
      <circle
        cx={x(last.year)}
        cy={y(last.nominal)}
        r="2.6"
        fill={last.confidence === "recalled" ? "var(--ground)" : "var(--text)"}
        stroke="var(--text)"
      />
    </svg>
  );
}
