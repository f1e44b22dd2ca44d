import type { Output } from "@qipan/server/contract/client";
import type { ReactElement } from "react";
import { proseDay } from "../format/day.ts";
import { useDay } from "../shell/use-day.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { clockScale } from "./clock-scale.ts";
import { programmeEndYear, programmeStart, programmeStartYear, stages } from "./programme.ts";

type Milestone = Output<"getBoard">["milestones"][number];
const pitch = 6.6;
const radius = 2.6;
/** Room for the day's label above the dots, and for the years below the line. */
const [above, below] = [16, 20];

/** 钟面. The line of the clock, drawn at its width; a label sums up what the dots show. */
export function ClockFace({
  board,
  width,
}: {
  readonly board: Pick<Output<"getBoard">, "asOf" | "milestones">;
  readonly width: number;
}): ReactElement {
  const { board: words } = useWords();
  const x = clockScale(width);
  const perRow = Math.max(2, Math.floor((x("2015-01-01") - x("2014-01-01") - 5) / pitch));
  const rows = Math.max(1, ...board.milestones.map((year) => Math.ceil(year.count / perRow)));
  const line = above + rows * pitch + 8;
  const done = board.milestones.reduce((sum, year) => sum + year.count, 0);
  const summary = [
    words.clockSummary(done, programmeStartYear, programmeEndYear),
    ...board.milestones.map((m) => words.clockYear(m.year, m.count)),
  ];
  return (
    <svg
      className="clk"
      width={width}
      height={line + below}
      viewBox={`0 0 ${width} ${line + below}`}
      role="img"
      aria-label={summary.join("；")}
    >
      <Years width={width} line={line} />
      {board.milestones.map((year) => (
        <Dots key={year.year} of={year} left={x(`${year.year}-01-01`) + 4 + radius} line={line} perRow={perRow} />
      ))}
      <path d={`M${x(board.asOf)} ${line}H${x("2030-12-31")}`} stroke="var(--line-strong)" />
      <path d={`M${x(programmeStart)} ${line}H${x(board.asOf)}`} stroke="var(--text)" strokeWidth="3" />
      {stages.map((stage) => (
        <Flag key={stage.year} x={x(stage.day)} top={above - 2} foot={line + (width < 560 ? 5 : 18)} />
      ))}
      <DayStone asOf={board.asOf} x={x(board.asOf)} line={line} width={width} />
    </svg>
  );
}

function Dots(props: {
  readonly of: Milestone;
  readonly left: number;
  readonly line: number;
  readonly perRow: number;
}): ReactElement {
  return (
    <g fill="var(--text)" opacity=".8">
      {Array.from({ length: props.of.count }, (_, dot) => (
        <circle
          key={dot}
          cx={props.left + (dot % props.perRow) * pitch}
          cy={props.line - 9 - Math.floor(dot / props.perRow) * pitch}
          r={radius}
        />
      ))}
    </g>
  );
}

function Years({ width, line }: { readonly width: number; readonly line: number }): ReactElement {
  const x = clockScale(width);
  const years = Array.from(
    { length: programmeEndYear - programmeStartYear + 1 },
    (_, index) => programmeStartYear + index,
  );
  const every = width < 560 ? 4 : 1;
  return (
    <g className="tk">
      {years.map((year, index) => (
        <g key={year}>
          <path d={`M${x(`${year}-01-01`)} ${line}v5`} stroke="var(--line-strong)" />
          {index % every === 0 ? (
            <text x={x(`${year}-07-01`)} y={line + 17} textAnchor="middle">
              {year}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}

function Flag({ x, top, foot }: { readonly x: number; readonly top: number; readonly foot: number }): ReactElement {
  return <path d={`M${x} ${foot}V${top}l8 3.2-8 3.2`} stroke="var(--text)" strokeWidth="1.1" fill="var(--text)" />;
}

function DayStone(props: {
  readonly asOf: string;
  readonly x: number;
  readonly line: number;
  readonly width: number;
}): ReactElement {
  const { frame } = useWords();
  const language = useLanguage();
  const { past } = useDay();
  const day = language === "zh" ? props.asOf : proseDay(props.asOf, language);
  const label = past ? frame.asOfOn(day) : frame.todayOn(day);
  const end = props.x > props.width - 140;
  return (
    <g>
      <circle cx={props.x} cy={props.line} r="6.5" fill="var(--text)" />
      <circle cx={props.x} cy={props.line} r="2.4" fill="var(--seal)" stroke="var(--surface)" strokeWidth=".8" />
      <text className="now" x={props.x + (end ? 8 : -6)} y={10} textAnchor={end ? "end" : "start"}>
        {label}
      </text>
    </g>
  );
}
