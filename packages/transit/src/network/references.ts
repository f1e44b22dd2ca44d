import { errorAt, type Finding } from "./finding.ts";
import type { NetworkKind } from "./kinds.ts";
import { columnOf, type Network, rowsOf } from "./network.ts";
import { cellOf, membersOf } from "./table.ts";

/** 引用. A column whose cell, or each member of it, must name a row of another table. */
interface Reference {
  readonly from: NetworkKind;
  readonly column: string;
  readonly to: NetworkKind;
  readonly key: string;
  readonly separator?: string;
}

const stations = { to: "network/stations", key: "station_id" } as const;
const lines = { to: "network/lines", key: "line_id" } as const;
const nodes = { to: "network/road-nodes", key: "node_id" } as const;
const sources = { column: "source", to: "network/sources", key: "id", separator: ";" } as const;

const REFERENCES: readonly Reference[] = [
  { from: "network/station-coordinates", column: "station_id", ...stations },
  { from: "network/lines", column: "from_id", ...stations },
  { from: "network/lines", column: "to_id", ...stations },
  { from: "network/sections", column: "from_id", ...stations },
  { from: "network/sections", column: "to_id", ...stations },
  { from: "network/sections", column: "line_id", ...lines },
  { from: "network/services", column: "stops", separator: ">", ...stations },
  { from: "network/services", column: "line_ids", separator: "/", ...lines },
  { from: "network/transfers", column: "from_id", ...stations },
  { from: "network/transfers", column: "to_id", ...stations },
  { from: "network/access", column: "station_id", ...stations },
  { from: "network/access", column: "centre_id", to: "network/centres", key: "centre_id" },
  { from: "network/published-times", column: "from_id", ...stations },
  { from: "network/published-times", column: "to_id", ...stations },
  { from: "network/roads", column: "from_node", ...nodes },
  { from: "network/roads", column: "to_node", ...nodes },
  { from: "network/trips", column: "from_id", ...stations },
  { from: "network/trips", column: "to_id", ...stations },
  { from: "network/stop-times", column: "station_id", ...stations },
  { from: "network/stop-times", column: "trip_id", to: "network/trips", key: "trip_id" },
  { from: "network/stations", column: "coord_source", to: "network/sources", key: "id" },
  { from: "network/station-coordinates", column: "coord_source", to: "network/sources", key: "id" },
  ...(
    [
      "network/lines",
      "network/sections",
      "network/services",
      "network/transfers",
      "network/centres",
      "network/access",
      "network/published-times",
      "network/road-nodes",
      "network/roads",
    ] as const
  ).map((from) => ({ from, ...sources })),
];

/** 站名列. Columns that repeat a station's name beside its id, for readers; they must agree. */
const NAMES: readonly {
  readonly kind: NetworkKind;
  readonly id: string;
  readonly name: string;
  readonly separator?: string;
}[] = [
  { kind: "network/sections", id: "from_id", name: "from_zh" },
  { kind: "network/sections", id: "to_id", name: "to_zh" },
  { kind: "network/services", id: "stops", name: "stops_zh", separator: ">" },
  { kind: "network/transfers", id: "from_id", name: "from_zh" },
  { kind: "network/transfers", id: "to_id", name: "to_zh" },
  { kind: "network/access", id: "station_id", name: "name_zh" },
  { kind: "network/published-times", id: "from_id", name: "from_zh" },
  { kind: "network/published-times", id: "to_id", name: "to_zh" },
];

/** 引用完整. Every id points to a row, and the names written beside ids are those of the rows. */
export function referenceFindings(network: Network): readonly Finding[] {
  return [
    ...REFERENCES.flatMap((reference) => dangling(network, reference)),
    ...NAMES.flatMap((columns) => misnamed(network, columns)),
  ];
}

/** 缺表. Kinds that some table of the network refers to although the network has no such table; none for no network. */
export function missingKinds(network: Network): ReadonlySet<NetworkKind> {
  const wanted = REFERENCES.filter(({ from, to }) => network.tables.has(from) && !network.tables.has(to));
  return new Set(wanted.map(({ to }) => to));
}

function dangling(network: Network, { from, column, to, key, separator }: Reference): readonly Finding[] {
  if (!network.tables.has(to)) return [];
  const known = columnOf(network, to, key);
  const file = network.tables.get(to)?.file ?? to;
  return rowsOf(network, from).flatMap((at) =>
    split(cellOf(at.row, column), separator)
      .filter((member) => !known.has(member))
      .map((found) => {
        const advice = `Correct the id, or add the row to ${file}.`;
        return errorAt({ ...at, column }, { code: "unknown-reference", found, expected: `a row of ${file}`, advice });
      }),
  );
}

function misnamed(network: Network, { kind, id, name, separator }: (typeof NAMES)[number]): readonly Finding[] {
  const names = new Map(
    rowsOf(network, "network/stations").map(({ row }) => [cellOf(row, "station_id"), cellOf(row, "name_zh")]),
  );
  return rowsOf(network, kind).flatMap((at) => {
    const ids = split(cellOf(at.row, id), separator);
    if (ids.some((one) => !names.has(one))) return [];
    const expected = ids.map((one) => names.get(one)).join(separator ?? "");
    const found = separator ? membersOf(at.row, name, separator).join(separator) : cellOf(at.row, name);
    if (found === expected) return [];
    const advice = `Correct ${id} or ${name}.`;
    return [errorAt({ ...at, column: name }, { code: "wrong-name", found, expected, advice })];
  });
}

function split(written: string, separator: string | undefined): readonly string[] {
  if (written === "") return [];
  return separator ? written.split(separator) : [written];
}
