import { decimalOf } from "./cell.ts";
import { isNetworkKind, type NetworkKind } from "./kinds.ts";
import { cellOf, type NetworkRow, type NetworkTable } from "./table.ts";

/** 点. Degrees WGS84. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** 路网. The tables of a network by kind, as the checks see them; `asOf` is the day after which nothing is open. */
export interface Network {
  readonly tables: ReadonlyMap<NetworkKind, NetworkTable>;
  readonly asOf: string;
}

/** 行与其表. */
export interface At {
  readonly table: NetworkTable;
  readonly row: NetworkRow;
}

/** 组网. Keeps the tables whose kind is one of the network's; others are not ours to judge. */
export function networkOf(
  tables: readonly { readonly kind: string; readonly table: NetworkTable }[],
  asOf: string,
): Network {
  const known = tables.flatMap(({ kind, table }) => (isNetworkKind(kind) ? [[kind, table] as const] : []));
  return { tables: new Map(known), asOf };
}

/** 逐行. Rows of a kind, each with its table; a missing table has none. */
export function rowsOf(network: Network, kind: NetworkKind): readonly At[] {
  const table = network.tables.get(kind);
  return table ? table.rows.map((row) => ({ table, row })) : [];
}

/** 某列之集. All values of a column. */
export function columnOf(network: Network, kind: NetworkKind, column: string): ReadonlySet<string> {
  return new Set(rowsOf(network, kind).map(({ row }) => cellOf(row, column)));
}

/** 车站坐标. Points of stations from both tables that hold them; a station without a point is left out. */
export function stationPoints(network: Network): ReadonlyMap<string, Point> {
  const rows = [...rowsOf(network, "network/stations"), ...rowsOf(network, "network/station-coordinates")];
  return pointsOf(rows, "station_id");
}

/** 点表. Points of rows by an id column; rows without a point are left out. */
export function pointsOf(rows: readonly At[], id: string): ReadonlyMap<string, Point> {
  return new Map(
    rows.flatMap(({ row }) => {
      const [lon, lat] = [decimalOf(cellOf(row, "lon")), decimalOf(cellOf(row, "lat"))];
      return lon === null || lat === null ? [] : [[cellOf(row, id), { lon, lat }] as const];
    }),
  );
}

const EARTH_RADIUS_KM = 6371.0088;

/** 直线距离. Great-circle distance in km (haversine; mean radius of the Earth). */
export function straightKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const half =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half));
}
