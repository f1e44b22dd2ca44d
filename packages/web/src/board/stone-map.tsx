import { geoGraticule, geoMercator, geoPath } from "d3-geo";
import type { ReactElement } from "react";
import { Measured } from "../parts/measured.tsx";
import { StoneShape } from "../parts/stone.tsx";
import { useWords } from "../words/use-words.ts";
import type { BoardStone } from "./stone-grid.ts";

/** Seats of the three places, WGS 84, to one hundredth of a degree: where their names stand on the map. */
const seats = [
  { place: "110000", lon: 116.41, lat: 39.9 },
  { place: "120000", lon: 117.2, lat: 39.13 },
  { place: "130000", lon: 114.51, lat: 38.04 },
] as const;
const graticule = geoGraticule()
  .step([1, 1])
  .extent([
    [110, 34],
    [122, 44],
  ])();

/** 落子图. Where the projects lie, on ruled degrees; indicative, with no boundary of any kind. The list of stones is its twin. */
export function StoneMap({ stones }: { readonly stones: readonly BoardStone[] }): ReactElement {
  const { board } = useWords();
  return (
    <figure className="stone-map">
      <Measured>{(width) => <Drawing stones={stones} width={width} />}</Measured>
      <figcaption className="small t3">{board.mapNote}</figcaption>
    </figure>
  );
}

function Drawing({ stones, width }: { readonly stones: readonly BoardStone[]; readonly width: number }): ReactElement {
  const { board, terms } = useWords();
  const placed = stones.flatMap((stone) =>
    stone.lon === null || stone.lat === null ? [] : [{ stone, at: [stone.lon, stone.lat] as [number, number] }],
  );
  const height = Math.round(width * 1.34);
  const coordinates = [...placed.map(({ at }) => at), ...seats.map(({ lon, lat }) => [lon, lat] as [number, number])];
  const inset = 16;
  const projection = geoMercator().fitExtent(
    [
      [inset, inset],
      [width - inset, height - inset],
    ],
    { type: "MultiPoint", coordinates },
  );
  const draw = geoPath(projection);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={board.mapSummary(placed.length)}
    >
      <rect width={width} height={height} fill="var(--land)" />
      <path d={draw(graticule) ?? ""} fill="none" stroke="var(--line)" strokeWidth=".8" />
      {placed.map(({ stone, at }) => {
        const [x = 0, y = 0] = projection(at) ?? [];
        return (
          <g key={stone.id} transform={`translate(${x - 3.6} ${y - 3.6}) scale(.48)`}>
            <StoneShape state={stone.state} />
          </g>
        );
      })}
      {seats.map(({ place, lon, lat }) => {
        const [x = 0, y = 0] = projection([lon, lat]) ?? [];
        return (
          <text key={place} className="ml" x={x} y={y + 5} textAnchor="middle">
            {terms.places[place]}
          </text>
        );
      })}
    </svg>
  );
}
