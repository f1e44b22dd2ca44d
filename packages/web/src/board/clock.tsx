import type { Output } from "@qipan/server/contract/client";
import type { ReactElement } from "react";
import { daysBetween, proseDay } from "../format/day.ts";
import { Measured } from "../parts/measured.tsx";
import { VerdictMark } from "../parts/verdict-mark.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import { ClockFace } from "./clock-face.tsx";
import { clockScale } from "./clock-scale.ts";
import { programmeEndYear, programmeStart, stages } from "./programme.ts";

type Board = Pick<Output<"getBoard">, "asOf" | "milestones" | "stages">;

/** Below this width the verdicts stand in a list, not under their flags. */
const listBelow = 860;

/** 纲要时钟. 2014 to 2030 on one line: completions as dots, the three stages as flags with their verdicts, the day as a stone. */
export function Clock({ board }: { readonly board: Board }): ReactElement {
  const { board: words } = useWords();
  const language = useLanguage();
  const end = `${programmeEndYear}-12-31`;
  const left = daysBetween(board.asOf, end);
  const year = Math.floor(daysBetween(programmeStart, board.asOf) / 365.25) + 1;
  return (
    <section className="clockrow" aria-labelledby="clock">
      <div>
        <h2 id="clock">{words.clock}</h2>
        <p>{words.clockSince(language === "zh" ? programmeStart : proseDay(programmeStart, language), year)}</p>
        <p>{left >= 0 ? words.clockLeft(programmeEndYear, left) : words.clockOver(programmeEndYear)}</p>
      </div>
      <Measured className="clock">
        {(width) => (
          <>
            <ClockFace board={board} width={width} />
            <Goals board={board} width={width} />
          </>
        )}
      </Measured>
    </section>
  );
}

function Goals({ board, width }: { readonly board: Board; readonly width: number }): ReactElement {
  const { board: words } = useWords();
  const x = clockScale(width);
  return (
    <ul className={width < listBelow ? "goals list" : "goals"}>
      {stages.map((stage, index) => {
        const position = index === 1 ? { left: x(stage.day) } : { right: width - x(stage.day) };
        return (
          <li key={stage.year} style={width < listBelow ? undefined : position}>
            <b>
              {words.stages[stage.year]} {stage.year}
            </b>
            <StageVerdict of={board.stages.find((found) => found.year === stage.year)} />
          </li>
        );
      })}
    </ul>
  );
}

function StageVerdict({ of }: { readonly of: Board["stages"][number] | undefined }): ReactElement {
  const { board, parts } = useWords();
  const language = useLanguage();
  if (!of || of.met + of.notMet + of.cannotTell === 0) return <span className="absent">{board.noTargets}</span>;
  const outcomes = [
    ["met", of.met],
    ["not-met", of.notMet],
    ["cannot-tell", of.cannotTell],
  ] as const;
  return (
    <>
      {outcomes
        .filter(([, n]) => n > 0)
        .map(([outcome, n]) => (
          <VerdictMark key={outcome} outcome={outcome}>
            {language === "zh" ? `${parts.verdicts[outcome]} ${n}` : `${n} ${parts.verdicts[outcome]}`}
          </VerdictMark>
        ))}
    </>
  );
}
