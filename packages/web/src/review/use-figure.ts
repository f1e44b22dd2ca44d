import type { KnownIndicator } from "@qipan/policy/indicators/observation-proposal";
import type { MeasurementReading } from "@qipan/policy/records/reading";
import type { Names } from "@qipan/server/contract/entries";
import { useMemo, useState } from "react";
import { useAsk } from "../ask.ts";
import type { FieldDescription } from "../register/field-text.ts";
import { useLookup } from "../register/use-lookup.ts";
import {
  type FigureFaults,
  type FigureField,
  type FigureMatter,
  type FigureRead,
  firstTexts,
  readFigure,
} from "./figure-choice.ts";

/** 补定表单. What stands in the fields of a figure, what it reads as at this moment, and the names to offer. */
export interface FigureDraft {
  /** What a field shows: what was typed, else what the reading says. */
  readonly shownIn: (field: FigureField) => string;
  readonly type: (field: FigureField, text: string) => void;
  readonly read: FigureRead;
  /** What is wrong; nothing until it was tried for the first time. */
  readonly faults: FigureFaults;
  /** Counts the tries that found something wrong. */
  readonly failed: number;
  readonly fail: () => void;
  readonly offered: readonly string[];
  /** The indicator that stands in the form, null while it is none of the catalogue. */
  readonly indicator: KnownIndicator | null;
}

const indicatorField: FieldDescription = {
  name: "indicator",
  label: { zh: "指标", en: "Indicator" },
  control: "reference",
  refers: "indicator",
  required: true,
  choices: null,
};
const noNames: Names = {};

/** The form of a figure; indicators are typed by name and read as their keys. */
export function useFigure(reading: MeasurementReading, proposed: string | null): FigureDraft {
  const { known, isWhole } = useCatalogue();
  const lookup = useLookup(indicatorField, noNames);
  const [typed, setTyped] = useState<Partial<Record<FigureField, string>>>({});
  const [failed, setFailed] = useState(0);
  const matter: FigureMatter = { reading, proposed, catalogue: isWhole ? known : null };
  const first = firstTexts(matter);
  const textOf = (field: FigureField): string => typed[field]?.trim() ?? first[field];
  const texts = {
    indicator: typed.indicator === undefined ? first.indicator : lookup.keyOf(typed.indicator.trim()),
    region: textOf("region"),
    periodStart: textOf("periodStart"),
    periodEnd: textOf("periodEnd"),
    value: textOf("value"),
  };
  const read = readFigure(texts, matter);
  return {
    shownIn: (field) => typed[field] ?? (field === "indicator" ? lookup.nameOf(first.indicator) : first[field]),
    type: (field, text) => setTyped((held) => ({ ...held, [field]: text })),
    read,
    faults: failed > 0 && !read.ok ? read.faults : {},
    failed,
    fail: () => setFailed((count) => count + 1),
    offered: lookup.offered,
    indicator: known.find(({ key }) => key === texts.indicator) ?? null,
  };
}

/** The indicators that names are offered from, with their units; `isWhole` when there are no others. */
function useCatalogue(): { readonly known: readonly KnownIndicator[]; readonly isWhole: boolean } {
  const { data } = useAsk("listEntries", { query: { kind: "indicator", sort: "title", limit: 500 } });
  const known = useMemo(
    () =>
      (data?.items ?? []).flatMap(({ key, title, fields: { unit } }) =>
        typeof unit === "string" ? [{ key, title, unit }] : [],
      ),
    [data],
  );
  return { known, isWhole: data?.next === null };
}
