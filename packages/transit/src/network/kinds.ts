import { accessRow, publishedTimeRow, transferRow } from "./connections.ts";
import { lineRow } from "./lines.ts";
import { stopTimeRow, tripRow } from "./real-trains.ts";
import { centreRow, roadNodeRow, roadRow } from "./roads.ts";
import { sectionRow } from "./sections.ts";
import { serviceRow } from "./services.ts";
import { networkSourceRow } from "./sources.ts";
import { stationCoordinateRow } from "./station-coordinates.ts";
import { stationRow } from "./stations.ts";

/** 路网表的种类. What a network table holds, under the word by which a pack's manifest calls it. */
export const NETWORK_SCHEMAS = {
  "network/sources": networkSourceRow,
  "network/stations": stationRow,
  "network/station-coordinates": stationCoordinateRow,
  "network/lines": lineRow,
  "network/sections": sectionRow,
  "network/services": serviceRow,
  "network/transfers": transferRow,
  "network/centres": centreRow,
  "network/access": accessRow,
  "network/published-times": publishedTimeRow,
  "network/road-nodes": roadNodeRow,
  "network/roads": roadRow,
  "network/trips": tripRow,
  "network/stop-times": stopTimeRow,
} as const;

/** 种类名. */
export type NetworkKind = keyof typeof NETWORK_SCHEMAS;

/** 是否路网种类. Whether a word names a kind of network table. */
export function isNetworkKind(word: string): word is NetworkKind {
  return Object.hasOwn(NETWORK_SCHEMAS, word);
}

/** 种类名表. */
export const NETWORK_KINDS: readonly NetworkKind[] = Object.keys(NETWORK_SCHEMAS).filter(isNetworkKind);

/** 键列. Columns by which a row of each kind is known. */
export const KEYS: Record<NetworkKind, readonly (readonly string[])[]> = {
  "network/sources": [["id"]],
  "network/stations": [["station_id"], ["name_zh"]],
  "network/station-coordinates": [["station_id"]],
  "network/lines": [["line_id", "section_zh"]],
  "network/sections": [["section_id"]],
  "network/services": [["service_id"]],
  "network/transfers": [["from_id", "to_id", "mode"]],
  "network/centres": [["centre_id"]],
  "network/access": [["station_id", "centre_id"]],
  "network/published-times": [["from_id", "to_id", "as_of"]],
  "network/road-nodes": [["node_id"]],
  "network/roads": [["edge_id"]],
  "network/trips": [["trip_id"]],
  "network/stop-times": [["trip_id", "seq"]],
};
