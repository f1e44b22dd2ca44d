import type { RegionSeries } from "./series-model.ts";

/**
 * 逐点. Where an arrow key leads from a point: along its line, or to the nearest year of the line above or below. From
 * nowhere every key leads to the newest point of the main line; keys that lead nowhere give undefined.
 */
export function stepFrom(series: RegionSeries, from: string | undefined, key: string): string | undefined {
  const row = series.lines.findIndex((line) => line.points.some((point) => point.held.id === from));
  const line = series.lines[row];
  const arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];
  if (!arrows.includes(key)) return undefined;
  if (!line) return series.lines[0]?.points.at(-1)?.held.id;
  const index = line.points.findIndex((point) => point.held.id === from);
  if (key === "Home") return line.points[0]?.held.id;
  if (key === "End") return line.points.at(-1)?.held.id;
  if (key === "ArrowLeft") return line.points[index - 1]?.held.id;
  if (key === "ArrowRight") return line.points[index + 1]?.held.id;
  const next = series.lines[row + (key === "ArrowDown" ? 1 : -1)];
  const year = line.points[index]?.year ?? 0;
  return next?.points.toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year))[0]?.held.id;
}
