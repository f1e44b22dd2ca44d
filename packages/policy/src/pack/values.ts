import { decimalOf } from "./cell.ts";
import { errorAt, type Finding, type Severity, warningAt } from "./finding.ts";
import { type Pack, rowsOf } from "./pack.ts";
import { cellOf, type TableRow, type TableRows } from "./table.ts";

type At = { readonly table: TableRows; readonly row: TableRow };

/** 数值合理. Figures possible in their unit, vintages that the manifest explains, targets that say why a field is open. */
export function valueFindings(pack: Pack): readonly Finding[] {
  const units = new Map(rowsOf(pack, "indicators").map(({ row }) => [cellOf(row, "id"), cellOf(row, "unit")]));
  const vintages = new Set(pack.manifest.vintages.map(({ id }) => id));
  return [
    ...rowsOf(pack, "observations").flatMap((at) => [
      ...impossible(at, units.get(cellOf(at.row, "indicator")) ?? ""),
      ...unknownVintage(at, vintages),
    ]),
    ...rowsOf(pack, "targets").flatMap(openTarget),
    ...unused(pack),
  ];
}

function impossible(at: At, unit: string): readonly Finding[] {
  const value = decimalOf(cellOf(at.row, "value"));
  if (value === null) return [];
  const limit = LIMITS.find((rule) => rule.unit === unit && rule.isBroken(value, cellOf(at.row, "qualifier")));
  if (!limit) return [];
  const report = limit.severity === "error" ? errorAt : warningAt;
  const fault = {
    code: "implausible-value",
    found: `${value} ${unit}`,
    expected: limit.expected,
    advice: limit.advice,
  };
  return [report({ ...at, column: "value" }, fault)];
}

/** 单位界限. What a figure in a unit can be; a change may be negative, and is then in per cent or a plain ratio. */
interface Limit {
  readonly unit: string;
  readonly severity: Severity;
  readonly isBroken: (value: number, qualifier: string) => boolean;
  readonly expected: string;
  readonly advice: string;
}

const LIMITS: readonly Limit[] = [
  {
    unit: "%",
    severity: "warning",
    isBroken: (value) => Math.abs(value) > 100,
    expected: "a percentage from -100 to 100",
    advice: "See whether the figure is a share or a rate, and whether it was meant as a multiple.",
  },
  {
    unit: "d",
    severity: "error",
    isBroken: (value) => value < 0 || value > 366,
    expected: "0 to 366 days",
    advice: "Correct the value or the unit of its indicator.",
  },
  {
    unit: "count",
    severity: "error",
    isBroken: (value, qualifier) => value < 0 || (qualifier === "exact" && !Number.isInteger(value)),
    expected: "a whole number of at least 0, or another qualifier than exact",
    advice: "Correct the value, its qualifier or the unit of its indicator.",
  },
];

function unknownVintage(at: At, vintages: ReadonlySet<string>): readonly Finding[] {
  const vintage = cellOf(at.row, "vintage");
  if (vintage === "" || vintages.has(vintage)) return [];
  const expected = `empty or one of ${[...vintages].join(", ")}`;
  const advice = "Correct the vintage, or explain it under vintages in pack.json.";
  return [errorAt({ ...at, column: "vintage" }, { code: "unknown-vintage", found: vintage, expected, advice })];
}

function openTarget(at: At): readonly Finding[] {
  if (cellOf(at.row, "note") !== "") return [];
  return ["due", "plan"]
    .filter((column) => cellOf(at.row, column) === "")
    .map((column) =>
      errorAt(
        { ...at, column },
        {
          code: "open-target",
          found: "(empty)",
          expected: `${column}, or a note saying why there is none`,
          advice: "Fill the cell or the note.",
        },
      ),
    );
}

function unused(pack: Pack): readonly Finding[] {
  const rows = [...rowsOf(pack, "observations"), ...rowsOf(pack, "targets")];
  const used = new Set(rows.map(({ row }) => cellOf(row, "indicator")));
  return rowsOf(pack, "indicators")
    .filter(({ row }) => !used.has(cellOf(row, "id")))
    .map(({ table, row }) =>
      warningAt(
        { table, row, column: "id" },
        {
          code: "idle-indicator",
          found: cellOf(row, "id"),
          expected: "an observation or a target that uses it",
          advice: "Remove the indicator, or add what it measures.",
        },
      ),
    );
}
