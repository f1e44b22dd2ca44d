import type { ReactElement } from "react";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { DateWithPrecision } from "../parts/date-with-precision.tsx";
import { DeclaredVsHeld } from "../parts/declared-vs-held.tsx";
import { EvidenceChip } from "../parts/evidence-chip.tsx";
import { IntervalValue } from "../parts/interval-value.tsx";
import { ProvinceTriplet } from "../parts/province-triplet.tsx";
import { Stone } from "../parts/stone.tsx";
import { VerdictMark } from "../parts/verdict-mark.tsx";
import { useWords } from "../words/use-words.ts";
import { Group } from "./group.tsx";
import { sampleEvidence, sampleValues } from "./samples.ts";

export function VoiceGroup(): ReactElement {
  const { gallery } = useWords();
  return (
    <Group name={gallery.voices}>
      <span className="doc">{gallery.voiceDocument} 1.95</span>
      <span>{gallery.voiceBoard} 1.95</span>
    </Group>
  );
}

export function EvidenceGroup(): ReactElement {
  const { gallery, parts } = useWords();
  return (
    <Group name={gallery.evidence}>
      {sampleEvidence.map((evidence) => (
        <span key={JSON.stringify(evidence)}>
          <EvidenceChip of={evidence} />{" "}
          {evidence.kind === "pack" && evidence.confidence === "recalled"
            ? parts.check
            : parts.evidence[evidence.kind].name}
        </span>
      ))}
    </Group>
  );
}

export function CertaintyGroup(): ReactElement {
  const { gallery, parts, terms } = useWords();
  return (
    <Group name={gallery.certainty}>
      <span className="stated">{terms.certainties.stated}</span>
      <span className="implied">{terms.certainties.implied}</span>
      <span className="absent">{parts.notStated}</span>
      <ConfidenceMark of="recalled">2,171.1</ConfidenceMark>
    </Group>
  );
}

export function ValueGroup(): ReactElement {
  const { gallery } = useWords();
  return (
    <Group name={gallery.values}>
      {sampleValues.map((value) => (
        <IntervalValue key={`${value.qualifier}${value.nominal}`} value={value} />
      ))}
    </Group>
  );
}

export function DateGroup(): ReactElement {
  const { gallery } = useWords();
  return (
    <Group name={gallery.dates}>
      <DateWithPrecision start="2018-12-31" />
      <DateWithPrecision start="2018-12" />
      <DateWithPrecision start="2018" />
      <DateWithPrecision start="2018-02-25" end="2018-02-26" precision="day" />
      <DateWithPrecision start="2018-07-01" end="2018-12-31" precision="half" />
      <DateWithPrecision start="2018-12-31" implied={gallery.sampleWhyStep} />
    </Group>
  );
}

export function VerdictGroup(): ReactElement {
  const { gallery, parts } = useWords();
  return (
    <Group name={gallery.verdicts}>
      <VerdictMark outcome="met" />
      <VerdictMark outcome="not-met" />
      <VerdictMark outcome="cannot-tell" />
      <VerdictMark outcome="cannot-tell">{parts.missing("2025")}</VerdictMark>
    </Group>
  );
}

export function StoneGroup(): ReactElement {
  const { gallery, parts } = useWords();
  const states = ["done", "recent", "building", "planned", "overdue"] as const;
  return (
    <Group name={gallery.stones}>
      {states.map((state) => (
        <span key={state} className="nb">
          <Stone state={state} /> {parts.stones[state]}
        </span>
      ))}
    </Group>
  );
}

export function TripletGroup(): ReactElement {
  const { gallery } = useWords();
  return (
    <Group name={gallery.triplet}>
      <ProvinceTriplet
        renderCell={(place) =>
          place === "130000" ? null : <span className="figure">{place === "110000" ? "32" : "41"}</span>
        }
      />
    </Group>
  );
}

export function DeclaredGroup(): ReactElement {
  const { gallery } = useWords();
  return (
    <Group name={gallery.declared}>
      <DeclaredVsHeld declared={98} held={40} />
    </Group>
  );
}
