import { type ReactElement, useState } from "react";
import { DataTable } from "../parts/data-table.tsx";
import { LoadingLines } from "../parts/loading-lines.tsx";
import { Marked } from "../parts/marked.tsx";
import { Panel } from "../parts/panel.tsx";
import { Seg } from "../parts/seg.tsx";
import { Spark } from "../parts/spark.tsx";
import { EmptyState, ForbiddenState, ProblemState } from "../parts/state-boxes.tsx";
import { WhyTrace } from "../parts/why-trace.tsx";
import { useWords } from "../words/use-words.ts";
import { Group } from "./group.tsx";
import { sampleTrend } from "./samples.ts";

export function SentenceGroup(): ReactElement {
  const { gallery, parts } = useWords();
  const text = gallery.sampleSentence;
  const start = text.indexOf("56");
  return (
    <Group name={gallery.sentence}>
      <figure className="src">
        <q lang="zh-CN">
          <Marked text={text} marks={[[start, start + 4]]} />
        </q>
        <figcaption className="from">
          <span>{gallery.sampleDocument}</span>
          <span>{parts.address("2", "1")}</span>
        </figcaption>
      </figure>
    </Group>
  );
}

export function WhyGroup(): ReactElement {
  const { gallery, parts } = useWords();
  return (
    <Group name={gallery.why}>
      <WhyTrace
        of={{
          line: (
            <>
              {gallery.sampleWhy} <b>66.0</b>
            </>
          ),
          steps: [
            {
              line: "56 ÷ (1 − 15.2%) = 66.04",
              steps: [{ line: `56 µg/m³ ${gallery.sampleWhyStep}` }, { line: `−15.2% ${gallery.sampleWhyRate}` }],
            },
            {
              line: (
                <>
                  {gallery.sampleWhyHeld} <span className="absent">{parts.notHeld}</span>
                </>
              ),
            },
          ],
        }}
      />
    </Group>
  );
}

export function StateGroup(): ReactElement {
  const { gallery, frame } = useWords();
  return (
    <>
      <Group name={gallery.empty}>
        <EmptyState
          title={gallery.sampleEmpty}
          text={gallery.sampleEmptyText}
          action={<a href="#content">{gallery.sampleEmptyAction}</a>}
        />
      </Group>
      <Group name={gallery.problem}>
        <ProblemState
          title={frame.offlineTitle}
          text={frame.offlineKept}
          action={
            <button type="button" className="btn plain">
              {frame.retry}
            </button>
          }
        />
      </Group>
      <Group name={gallery.forbidden}>
        <ForbiddenState seal="津" title={frame.forbiddenTitle} text={frame.forbiddenInstead} />
      </Group>
      <Group name={gallery.loading}>
        <LoadingLines lines={3} after={0} />
      </Group>
    </>
  );
}

export function ControlGroup(): ReactElement {
  const { gallery, terms, frame } = useWords();
  const [place, setPlace] = useState<"110000" | "120000" | "130000">("110000");
  return (
    <Group name={gallery.controls}>
      <button type="button" className="btn main">
        {frame.dayApply}
      </button>
      <button type="button" className="btn">
        {frame.retry} <kbd>R</kbd>
      </button>
      <Seg
        label={frame.jurisdiction}
        options={(["110000", "120000", "130000"] as const).map((id) => ({
          id,
          label: terms.places[id],
          title: terms.placesLong[id],
        }))}
        value={place}
        onChange={setPlace}
      />
    </Group>
  );
}

export function TableGroup(): ReactElement {
  const { gallery, monitoring } = useWords();
  return (
    <Group name={gallery.table}>
      <DataTable
        caption={gallery.table}
        rows={[
          { year: "2024", value: "2,183.2" },
          { year: "2023", value: "2,185.8" },
        ]}
        keyOf={(row) => row.year}
        columns={[
          { id: "year", head: monitoring.year, render: (row) => row.year },
          { id: "value", head: monitoring.value, number: true, render: (row) => row.value },
        ]}
      />
    </Group>
  );
}

export function SparkGroup(): ReactElement {
  const { gallery } = useWords();
  return (
    <Group name={gallery.spark}>
      <Spark trend={sampleTrend} />
    </Group>
  );
}

export function PanelGroup(): ReactElement {
  const { gallery } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Group name={gallery.panel}>
      <button type="button" className="btn" aria-expanded={open} onClick={() => setOpen(!open)}>
        {gallery.panel}
      </button>
      {open ? (
        <Panel title={gallery.panel} onClose={() => setOpen(false)}>
          <p>{gallery.panelText}</p>
        </Panel>
      ) : null}
    </Group>
  );
}
