import { decimalOf } from "./cell.ts";
import { evaluate, type Expression, expressionOf, keysIn, type ObservationKey } from "./expression.ts";
import { errorAt, type Finding } from "./finding.ts";
import type { IdentityRow } from "./identities.ts";
import { type Pack, rowsOf, tableOf } from "./pack.ts";
import { keysOf } from "./references.ts";
import { cellOf, type TableRows } from "./table.ts";
import { typedRows } from "./typed-rows.ts";

type Instance = { readonly left: string; readonly right: string; readonly label: string };
type Line = { readonly table: TableRows; readonly line: number; readonly row: IdentityRow };
type ValueOf = (key: ObservationKey) => number | undefined;

/**
 * 恒等式核验. Works out every identity of the pack for each of its years and regions; one without the observations it
 * needs is passed over, but an identity that could be worked out for none of them is itself an error.
 */
export function identityFindings(pack: Pack): readonly Finding[] {
  const table = tableOf(pack, "identities");
  const values = valuesOf(pack);
  return typedRows("identities", table).rows.flatMap(({ line, row }) => {
    const at = { table, line, row };
    const badSides = sideFindings(pack, at);
    return badSides.length > 0 ? badSides : outcomeFindings(at, (key) => values.get(keyText(key)));
  });
}

function valuesOf(pack: Pack): ReadonlyMap<string, number> {
  return new Map(
    rowsOf(pack, "observations").flatMap(({ row }) => {
      const value = decimalOf(cellOf(row, "value"));
      const [indicator, region, period] = [cellOf(row, "indicator"), cellOf(row, "region"), cellOf(row, "period")];
      const key = { indicator, region, period, vintage: cellOf(row, "vintage"), series: cellOf(row, "series") };
      return value === null ? [] : [[keyText(key), value] as const];
    }),
  );
}

function keyText(key: ObservationKey): string {
  return [key.indicator, key.region, key.period, key.vintage, key.series].join("|");
}

/** 展开. The sides of an identity for each year and region it names; one pair when it names neither. */
function instancesOf(identity: IdentityRow): readonly Instance[] {
  const years = identity.years.length > 0 ? identity.years : [null];
  const regions = identity.regions.length > 0 ? identity.regions : [null];
  return years.flatMap((year) =>
    regions.map((region) => ({
      left: filled(identity.left, year, region),
      right: filled(identity.right, year, region),
      label: [region, year].filter((part) => part !== null).join(" "),
    })),
  );
}

function filled(side: string, year: number | null, region: string | null): string {
  // {y} {y-1} {y+1} {r}
  return side
    .replace(/\{y(?<shift>[-+]\d+)?\}/gu, (whole, shift?: string) => (year ? String(year + Number(shift ?? 0)) : whole))
    .replaceAll("{r}", region ?? "{r}");
}

function sideFindings(pack: Pack, at: Line): readonly Finding[] {
  const instance = instancesOf(at.row)[0];
  if (!instance) return [];
  return (["left", "right"] as const).flatMap((column) => {
    const parsed = expressionOf(instance[column]);
    if ("found" in parsed) return [badSide(at, column, parsed)];
    return keysIn(parsed.expression).flatMap((key) => unknownKey(pack, key).map((fault) => badSide(at, column, fault)));
  });
}

function unknownKey(pack: Pack, key: ObservationKey): readonly { readonly found: string; readonly expected: string }[] {
  const unknown = [];
  if (!keysOf(pack, "indicators").has(key.indicator)) {
    unknown.push({ found: key.indicator, expected: `an indicator of ${tableOf(pack, "indicators").file}` });
  }
  if (!keysOf(pack, "places").has(key.region)) {
    unknown.push({ found: key.region, expected: `a place of ${tableOf(pack, "places").file}` });
  }
  return unknown;
}

function badSide(at: Line, column: string, fault: { readonly found: string; readonly expected: string }): Finding {
  return errorAt(
    { table: at.table, row: at, column },
    { code: "bad-identity", ...fault, advice: `Correct the ${column} side of ${at.row.id}.` },
  );
}

function outcomeFindings(at: Line, valueOf: ValueOf): readonly Finding[] {
  const outcomes = instancesOf(at.row).map((instance) => ({ instance, sides: sidesOf(instance, valueOf) }));
  if (outcomes.every(({ sides }) => sides === null)) return [idleIdentity(at)];
  return outcomes.flatMap(({ instance, sides }) =>
    sides && !holds(at.row, sides) ? [brokenIdentity(at, instance, sides)] : [],
  );
}

type Sides = { readonly left: number; readonly right: number };

function sidesOf(instance: Instance, valueOf: ValueOf): Sides | null {
  const left = sideValue(expressionOf(instance.left), valueOf);
  const right = sideValue(expressionOf(instance.right), valueOf);
  return left === null || right === null ? null : { left, right };
}

function sideValue(parsed: ReturnType<typeof expressionOf>, valueOf: ValueOf): number | null {
  return "expression" in parsed ? evaluate(parsed.expression satisfies Expression, valueOf) : null;
}

function holds(identity: IdentityRow, { left, right }: Sides): boolean {
  const allowed = identity.tolerance.amount * (identity.tolerance.relative ? Math.abs(left) : 1);
  if (identity.relation === "<") return left < right + allowed;
  // A hair above the tolerance, so that 0.1 + 0.2 against 0.3 is no finding.
  return Math.abs(left - right) <= allowed + 1e-9 * Math.max(Math.abs(left), Math.abs(right));
}

function idleIdentity(at: Line): Finding {
  return errorAt(
    { table: at.table, row: at, column: "id" },
    {
      code: "idle-identity",
      found: `${at.row.id}: the observations it needs are not in the pack`,
      expected: "at least one year and region for which both sides can be worked out",
      advice: "Correct period, vintage or series in the sides, or add the observations.",
    },
  );
}

function brokenIdentity(at: Line, instance: Instance, sides: Sides): Finding {
  const { id, relation, tolerance } = at.row;
  const allowed = `${tolerance.relative ? tolerance.amount * 100 : tolerance.amount}${tolerance.relative ? "%" : ""}`;
  return errorAt(
    { table: at.table, row: at, column: "left" },
    {
      code: "broken-identity",
      found: `${id}${instance.label && ` (${instance.label})`}: ${shown(sides.left)} against ${shown(sides.right)}`,
      expected: `${instance.left} ${relation} ${instance.right}, tolerance ${allowed}`,
      advice: "One of the observations is wrong or of another vintage: compare them with their sources.",
    },
  );
}

function shown(value: number): string {
  return String(Number(value.toPrecision(8)));
}
