import type { TargetFields } from "@qipan/policy/records/target";
import type { ReactElement } from "react";
import { dueText } from "../format/due.ts";
import { numeral } from "../format/number.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { ChartFrame } from "./chart-frame.ts";

/** 目标线. Each target as a line up to its due year, its far side hatched; the last goes on in dashes. */
export function TargetMarks({
  targets,
  frame,
}: {
  readonly targets: readonly TargetFields[];
  readonly frame: ChartFrame;
}): ReactElement {
  const ordered = distinct(targets).toSorted((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));
  const end = frame.width - frame.right;
  const dueX = (target: TargetFields | undefined): number =>
    target?.due ? Math.min(end, Math.max(frame.left, frame.x(Number(target.due.slice(0, 4))))) : end;
  return (
    <g>
      {ordered.map((target, index) => {
        const from = index === 0 ? frame.left : dueX(ordered[index - 1]);
        return (
          <TargetMark
            key={`${target.due} ${target.value}`}
            of={target}
            from={from}
            to={dueX(target)}
            frame={frame}
            last={index === ordered.length - 1}
          />
        );
      })}
    </g>
  );
}

/** The same number by the same day may be set by several plans; it is drawn once. */
function distinct(targets: readonly TargetFields[]): readonly TargetFields[] {
  return [...new Map(targets.map((target) => [`${target.comparator} ${target.value} ${target.due}`, target])).values()];
}

function TargetMark(props: {
  readonly of: TargetFields;
  readonly from: number;
  readonly to: number;
  readonly frame: ChartFrame;
  readonly last: boolean;
}): ReactElement {
  const { of, from, to, frame } = props;
  const y = frame.y(of.value);
  const end = frame.width - frame.right;
  const reach = props.last ? end : to;
  return (
    <g>
      <FarSide of={of} from={from} to={reach} frame={frame} />
      <path d={`M${from} ${y}H${to}`} stroke="var(--text)" strokeWidth="2" />
      {reach > to ? (
        <path d={`M${to} ${y}H${reach}`} stroke="var(--text)" strokeWidth="1.4" strokeDasharray="4 3" />
      ) : null}
      {to < end ? <path d={`M${to} ${y - 5}v10`} stroke="var(--text)" /> : null}
      {props.last && frame.width >= 560 ? null : <TargetLabel of={of} y={y} x={from + 4} />}
    </g>
  );
}

function FarSide({
  of,
  from,
  to,
  frame,
}: {
  readonly of: TargetFields;
  readonly from: number;
  readonly to: number;
  readonly frame: ChartFrame;
}): ReactElement | null {
  if (of.comparator === "=" || to <= from) return null;
  const y = frame.y(of.value);
  const [top, bottom] = of.comparator === "<=" ? [frame.top - 8, y] : [y, frame.height - frame.bottom];
  return <rect x={from} y={top} width={to - from} height={Math.max(0, bottom - top)} fill="url(#far)" opacity=".42" />;
}

/** Beside its line; the last target of a wide chart is named in the margin instead. */
function TargetLabel({
  of,
  x,
  y,
}: {
  readonly of: TargetFields;
  readonly x: number;
  readonly y: number;
}): ReactElement {
  const { monitoring, terms } = useWords();
  const language = useLanguage();
  return (
    <text className="lb" x={x} y={y + (of.comparator === ">=" ? -7 : 16)}>
      {monitoring.target} {terms.comparators[of.comparator]} {numeral(of.value)}{" "}
      <tspan className="lb-value">{of.due ? monitoring.targetDue(dueText(of.due, language)) : ""}</tspan>
    </text>
  );
}
