import { errorAt, type Finding, warningAt } from "./finding.ts";
import { type At, columnOf, type Network, rowsOf, stationPoints } from "./network.ts";
import { cellOf } from "./table.ts";

/** 车站地理. Each station has one point, codes of one city, and lies on some section. */
export function placeFindings(network: Network): readonly Finding[] {
  const points = stationPoints(network);
  const elsewhere = columnOf(network, "network/station-coordinates", "station_id");
  const onSections = new Set([
    ...columnOf(network, "network/sections", "from_id"),
    ...columnOf(network, "network/sections", "to_id"),
  ]);
  return rowsOf(network, "network/stations").flatMap((at) => {
    const id = cellOf(at.row, "station_id");
    return [
      ...(points.has(id) ? [] : [pointless(at)]),
      ...(elsewhere.has(id) && cellOf(at.row, "lon") !== "" ? [twicePlaced(at)] : []),
      ...(onSections.has(id) ? [] : [isolated(at)]),
      ...cityFindings(at),
    ];
  });
}

function pointless(at: At): Finding {
  const expected = "coordinates here or in the table of station coordinates";
  const advice = "Add them; until then distances from this station are not checked.";
  return warningAt({ ...at, column: "lon+lat" }, { code: "no-point", found: "(empty)", expected, advice });
}

function twicePlaced(at: At): Finding {
  const found = `${cellOf(at.row, "lon")}, ${cellOf(at.row, "lat")}`;
  const expected = "one point: this station is in the table of station coordinates too";
  const advice = "Empty the cells here, or take the row out there, whichever terms the point stands under.";
  return errorAt({ ...at, column: "lon+lat" }, { code: "two-points", found, expected, advice });
}

function isolated(at: At): Finding {
  const found = `${cellOf(at.row, "name_zh")} on no section`;
  const advice = "Add the section, or remove the station.";
  return warningAt({ ...at, column: "station_id" }, { code: "isolated", found, expected: "a section", advice });
}

function cityFindings(at: At): readonly Finding[] {
  const [city, adcode] = [cellOf(at.row, "city_code"), cellOf(at.row, "adcode")];
  // 110000 is a municipality: its districts share two digits; 130600 a prefecture: its counties share four.
  const shared = city.endsWith("0000") ? 2 : 4;
  if (adcode.slice(0, shared) === city.slice(0, shared)) return [];
  const expected = `a division of ${city}`;
  return [
    errorAt(
      { ...at, column: "adcode" },
      { code: "other-city", found: adcode, expected, advice: "Correct adcode or city_code." },
    ),
  ];
}
