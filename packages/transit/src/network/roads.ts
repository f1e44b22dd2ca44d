import { z } from "zod";
import { day, numberBetween, optionalText, text, wholeBetween } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 城市中心. Centre of a city or new area from which access is counted. Degrees WGS84. */
export const centreRow = z.object({
  centreId: text,
  nameZh: text,
  nameEn: text,
  lon: numberBetween(-180, 180),
  lat: numberBetween(-90, 90),
  note: optionalText,
  ...provenance,
});
export type CentreRow = z.output<typeof centreRow>;

/** 路网节点. A city, junction or airport of the coarse expressway graph. Degrees WGS84. */
export const roadNodeRow = z.object({
  nodeId: text,
  nameZh: text,
  lon: numberBetween(-180, 180),
  lat: numberBetween(-90, 90),
  adcode: text,
  ...provenance,
});
export type RoadNodeRow = z.output<typeof roadNodeRow>;

/** 路段. Expressway between two nodes, both ways; free-flow speed of cars, congestion is for the caller. */
export const roadRow = z.object({
  edgeId: text,
  roadNo: text,
  nameZh: text,
  fromNode: text,
  toNode: text,
  km: numberBetween(0.5, 1000),
  freeFlowKmh: wholeBetween(50, 120),
  opened: day,
  ...provenance,
});
export type RoadRow = z.output<typeof roadRow>;
