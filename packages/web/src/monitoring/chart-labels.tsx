import type { TargetFields } from "@qipan/policy/records/target";
import type { ReactElement } from "react";
import { dueText } from "../format/due.ts";
import { numeral } from "../format/number.ts";
import { vintageText } from "../format/value.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { ChartFrame } from "./chart-frame.ts";
import { spread } from "./spread.ts";
import type { VintageLine } from "./series-model.ts";

interface Label {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly under: string;
  readonly strong: boolean;
}
const mostLines = 4;

/** 直接标注. Names beside the lines instead of a legend: in the right margin, moved apart where they would meet; on a phone at the line. */
export function ChartLabels(props: {
  readonly lines: readonly VintageLine[];
  readonly targets: readonly TargetFields[];
  readonly frame: ChartFrame;
}): ReactElement {
  const { frame } = props;
  const versions = useVersionLabels(props.lines, frame);
  const target = useTargetLabel(props.targets, frame);
  if (frame.width < 560) return <AtTheLine labels={versions} frame={frame} />;
  const labels = target ? [target, ...versions] : versions;
  const places = spread(
    labels.map((label) => ({ at: label.y, height: label.under ? 34 : 20 })),
    { from: frame.top, to: frame.height - frame.bottom },
  );
  const margin = frame.width - frame.right + 12;
  return (
    <g>
      {labels.map((label, index) => {
        const y = places[index] ?? label.y;
        const far = margin - label.x > 20 || Math.abs(y - label.y) > 3;
        return (
          <g key={label.id}>
            {far ? (
              <path d={`M${label.x + 8} ${label.y}L${margin - 4} ${y - 4}`} stroke="var(--line-strong)" fill="none" />
            ) : null}
            <text className={label.strong ? "lb" : "lb t3"} x={margin} y={y}>
              {label.text}
              {label.under ? (
                <tspan className="lb-value" x={margin} dy="15">
                  {label.under}
                </tspan>
              ) : null}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function AtTheLine({ labels, frame }: { readonly labels: readonly Label[]; readonly frame: ChartFrame }): ReactElement {
  return (
    <g>
      {labels.slice(0, 2).map((label) => {
        const end = label.x > frame.width - 110;
        return (
          <text
            key={label.id}
            className={label.strong ? "lb" : "lb t3"}
            x={end ? frame.width - 4 : label.x}
            y={label.strong ? label.y - 14 : label.y + 20}
            textAnchor={end ? "end" : "middle"}
          >
            {label.text} <tspan className="lb-value">{label.under}</tspan>
          </text>
        );
      })}
    </g>
  );
}

function useVersionLabels(lines: readonly VintageLine[], frame: ChartFrame): readonly Label[] {
  const { terms } = useWords();
  return lines.slice(0, mostLines).flatMap((line) => {
    const last = line.points.at(-1);
    if (!last || (!line.main && line.points.length < 2)) return [];
    const value = numeral(last.held.value.nominal);
    const name = line.vintage === "" && lines.length === 1 ? "" : vintageText(line.vintage, terms);
    const said = name ? { text: name, under: line.main ? value : "" } : { text: value, under: "" };
    return [
      { id: line.vintage, x: frame.x(last.year), y: frame.y(last.held.value.nominal), ...said, strong: line.main },
    ];
  });
}

function useTargetLabel(targets: readonly TargetFields[], frame: ChartFrame): Label | null {
  const { monitoring, terms } = useWords();
  const language = useLanguage();
  const last = targets.toSorted((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999")).at(-1);
  if (!last) return null;
  return {
    id: "target",
    x: frame.width - frame.right,
    y: frame.y(last.value),
    text: `${monitoring.target} ${terms.comparators[last.comparator]} ${numeral(last.value)}`,
    under: last.due ? monitoring.targetDue(dueText(last.due, language)) : "",
    strong: true,
  };
}
