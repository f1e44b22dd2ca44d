import { unitText } from "../format/value.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/zh.ts";
import type { FigureFault, FigureField } from "./figure-choice.ts";
import type { FigureDraft } from "./use-figure.ts";

/** 误文. What is wrong with a field of a figure, in words; undefined when nothing is. */
export function useFaultText(form: FigureDraft, field: FigureField): string | undefined {
  const words = useWords();
  const fault = form.faults[field];
  return fault && faultText(fault, words, { found: form.shownIn(field).trim(), unit: form.indicator?.unit ?? "" });
}

function faultText(
  fault: FigureFault,
  { review, entry, terms }: Words,
  { found, unit }: { readonly found: string; readonly unit: string },
): string {
  switch (fault) {
    case "required":
    case "choice":
      return entry.errors[fault];
    case "date":
    case "number":
      return entry.errors[fault](found);
    case "noIndicator":
      return review.whys.noIndicator("", "");
    case "unit":
      return review.figure.unit(unitText(unit, terms));
    case "order":
    case "level":
      return review.figure[fault];
  }
}
