import type { FactVerdict } from "@qipan/policy/records/statement";
import type { ReactElement } from "react";
import { count } from "../format/number.ts";
import { Seg } from "../parts/seg.tsx";
import { useWords } from "../words/use-words.ts";
import { verdicts } from "./verdicts.ts";

/** 判定之选. One button a verdict with how many groups have it. */
export function VerdictFilter(props: {
  readonly counts: Readonly<Record<FactVerdict, number>>;
  readonly value: FactVerdict | undefined;
  readonly onChange: (next: FactVerdict | undefined) => void;
}): ReactElement {
  const { facts } = useWords();
  const all = verdicts.reduce((sum, verdict) => sum + props.counts[verdict], 0);
  return (
    <Seg
      className="facts-filter"
      label={facts.filter}
      options={[
        { id: "all", label: `${facts.all} ${count(all)}` },
        ...verdicts.map((id) => ({ id, label: `${facts.verdicts[id]} ${count(props.counts[id])}` })),
      ]}
      value={props.value ?? "all"}
      onChange={(next) => props.onChange(next === "all" ? undefined : next)}
    />
  );
}
