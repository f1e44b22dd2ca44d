import type { Control } from "@qipan/policy/records/field";
import { listOf } from "../export/cell-value.ts";

/** What a cell says, or what was expected instead. */
export type CellReading = { readonly value: unknown } | { readonly expected: string };

/**
 * 读单元格. The value of a field from the text of a cell, by the control its register describes it with; the register
 * itself checks it afterwards. Nothing in the cell is null, the empty list, or no.
 */
export function fieldValue(control: Control | undefined, cell: string): CellReading {
  switch (control) {
    case "number":
      return numberOf(cell.trim());
    case "flag":
      return flagOf(cell.trim().toLowerCase());
    case "references":
    case "lines":
      return membersOf(cell);
    default:
      return { value: cell.trim() === "" ? null : cell };
  }
}

function numberOf(text: string): CellReading {
  if (text === "") return { value: null };
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(text)
    ? { value: Number(text) }
    : { expected: "a number without separators or unit" };
}

const flags: Readonly<Record<string, boolean>> = {
  "": false,
  true: true,
  false: false,
  是: true,
  否: false,
  yes: true,
  no: false,
};

function flagOf(text: string): CellReading {
  const value = flags[text];
  return value === undefined ? { expected: "true or false" } : { value };
}

function membersOf(cell: string): CellReading {
  try {
    return { value: listOf(cell.trim()) };
  } catch {
    return { expected: "one member a line" };
  }
}
