import type { CellValue } from "./cell-value.ts";
import type { Point } from "./list-export.ts";

/** A row with where it lies; null when it lies nowhere that is known. */
export interface SitedRow {
  readonly id: string;
  readonly point: Point | null;
  readonly properties: Readonly<Record<string, CellValue | readonly string[]>>;
}

/**
 * 写 GeoJSON. A FeatureCollection (RFC 7946) of points; rows that lie nowhere are left out and counted in the member
 * `withoutPlace` at its end.
 */
export async function* geoJsonText(pages: AsyncIterable<readonly SitedRow[]>): AsyncGenerator<string> {
  let withoutPlace = 0;
  let separator = "";
  yield `{"type":"FeatureCollection","features":[`;
  for await (const rows of pages) {
    const sited = rows.filter(({ point }) => point !== null);
    withoutPlace += rows.length - sited.length;
    if (sited.length === 0) continue;
    yield separator + sited.map((row) => JSON.stringify(featureOf(row))).join(",");
    separator = ",";
  }
  yield `],"withoutPlace":${withoutPlace}}`;
}

function featureOf({ id, point, properties }: SitedRow): object {
  return { type: "Feature", id, geometry: { type: "Point", coordinates: point }, properties };
}
