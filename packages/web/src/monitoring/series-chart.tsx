import type { TargetFields } from "@qipan/policy/records/target";
import { line } from "d3-shape";
import type { ReactElement } from "react";
import { numeral } from "../format/number.ts";
import type { ChartFrame } from "./chart-frame.ts";
import { ChartLabels } from "./chart-labels.tsx";
import type { RegionSeries, VintageLine } from "./series-model.ts";
import { TargetMarks } from "./target-marks.tsx";

/** 数列图. Versions as separate lines, hollow points are 待核, whiskers are intervals, the target with its far side hatched. */
export function SeriesChart(props: {
  readonly series: RegionSeries;
  readonly targets: readonly TargetFields[];
  readonly frame: ChartFrame;
  readonly current: string | undefined;
  readonly onPick: (id: string) => void;
  readonly onPoint: (id: string) => void;
}): ReactElement {
  const { frame, series } = props;
  return (
    <svg
      className="chart"
      width={frame.width}
      height={frame.height}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      aria-hidden="true"
    >
      <Hatch />
      <Axes frame={frame} />
      <TargetMarks targets={props.targets} frame={frame} />
      {series.lines.toReversed().map((vintage) => (
        <Version key={vintage.vintage} {...props} of={vintage} />
      ))}
      <ChartLabels lines={series.lines} targets={props.targets} frame={frame} />
    </svg>
  );
}

function Hatch(): ReactElement {
  return (
    <defs>
      <pattern id="far" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v6" stroke="var(--control-border)" strokeWidth="1" />
      </pattern>
    </defs>
  );
}

function Axes({ frame }: { readonly frame: ChartFrame }): ReactElement {
  const every = Math.ceil(34 / frame.columnWidth);
  return (
    <g className="tk">
      {frame.y.ticks(frame.height > 300 ? 5 : 4).map((tick) => (
        <g key={tick}>
          <path d={`M${frame.left} ${frame.y(tick)}H${frame.width - frame.right}`} stroke="var(--line)" />
          <text x={frame.left - 8} y={frame.y(tick) + 4} textAnchor="end">
            {numeral(tick)}
          </text>
        </g>
      ))}
      {frame.columns.map((year, index) =>
        (frame.columns.length - 1 - index) % every === 0 ? (
          <text key={year} className="tk2" x={frame.x(year)} y={frame.height - 6} textAnchor="middle">
            {year}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Version(
  props: Omit<Parameters<typeof SeriesChart>[0], "series" | "targets"> & { readonly of: VintageLine },
): ReactElement {
  const { of, frame } = props;
  const draw = line<VintageLine["points"][number]>(
    (point) => frame.x(point.year),
    (point) => frame.y(point.held.value.nominal),
  );
  const path = runsOf(of.points).map(draw).join("");
  const colour = of.main ? "var(--text)" : "var(--text-3)";
  return (
    <g stroke={colour} strokeWidth={of.main ? 2 : 1.3}>
      <path d={path} fill="none" strokeDasharray={of.main ? undefined : "5 3"} />
      {of.points.map(({ year, held }) => (
        <g
          key={held.id}
          onClick={() => props.onPick(held.id)}
          onMouseEnter={() => props.onPoint(held.id)}
          className="point"
        >
          <Whisker
            low={held.value.low}
            high={held.value.high}
            nominal={held.value.nominal}
            x={frame.x(year)}
            frame={frame}
          />
          <circle cx={frame.x(year)} cy={frame.y(held.value.nominal)} r="11" fill="transparent" stroke="none" />
          {held.id === props.current ? (
            <circle cx={frame.x(year)} cy={frame.y(held.value.nominal)} r="8" fill="none" stroke="var(--focus)" />
          ) : null}
          <Point
            of={held.confidence}
            main={of.main}
            x={frame.x(year)}
            y={frame.y(held.value.nominal)}
            colour={colour}
          />
        </g>
      ))}
    </g>
  );
}

/** Points of consecutive years; a year without a value breaks the line, for nothing is known in between. */
function runsOf(points: VintageLine["points"]): VintageLine["points"][] {
  const starts = points.flatMap((point, index) =>
    point.year - (points[index - 1]?.year ?? Number.NEGATIVE_INFINITY) === 1 ? [] : [index],
  );
  return starts.map((start, run) => points.slice(start, starts[run + 1]));
}

function Point(props: {
  readonly of: string;
  readonly main: boolean;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}): ReactElement {
  const fill = props.of === "recalled" ? "var(--ground)" : props.colour;
  if (props.main) return <circle cx={props.x} cy={props.y} r="3.6" fill={fill} strokeWidth="1.5" />;
  return <rect x={props.x - 3} y={props.y - 3} width="6" height="6" fill={fill} strokeWidth="1.2" />;
}

function Whisker(props: {
  readonly low: number | null;
  readonly high: number | null;
  readonly nominal: number;
  readonly x: number;
  readonly frame: ChartFrame;
}): ReactElement | null {
  const { low, high, x, frame } = props;
  if (low === high) return null;
  const [top, bottom] = [
    high === null ? frame.top : frame.y(high),
    low === null ? frame.height - frame.bottom : frame.y(low),
  ];
  const ends = `${high === null ? "" : `M${x - 4} ${top}h8`}${low === null ? "" : `M${x - 4} ${bottom}h8`}`;
  return (
    <path
      d={`M${x} ${top}V${bottom}${ends}`}
      fill="none"
      strokeWidth="1"
      strokeDasharray={low === null || high === null ? "2 2" : undefined}
    />
  );
}
