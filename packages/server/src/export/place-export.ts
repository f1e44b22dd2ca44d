import { cellOf } from "./cell-value.ts";
import { pointOf } from "./entry-export.ts";
import type { ListExport, QueryOf, RowOf } from "./list-export.ts";

/** 地点表. One place a line. */
export const placeExport: ListExport<RowOf<"listPlaces">, QueryOf<"listPlaces">> = {
  title: () => ({ zh: "地点", en: "Places" }),
  fileName: () => "places",
  columns: () => [
    { name: "code", label: { zh: "代码", en: "Code" }, cell: ({ code }) => code },
    { name: "zh", label: { zh: "名称", en: "Chinese name" }, cell: ({ zh }) => zh },
    { name: "en", label: { zh: "英文", en: "English name" }, cell: ({ en }) => en },
    { name: "level", label: { zh: "级别", en: "Level" }, cell: ({ level }) => level },
    { name: "parent", label: { zh: "上级", en: "Parent" }, cell: ({ parent }) => parent },
    { name: "lon", label: { zh: "经度", en: "Longitude" }, cell: ({ lon }) => lon },
    { name: "lat", label: { zh: "纬度", en: "Latitude" }, cell: ({ lat }) => lat },
    {
      name: "coordinateBasis",
      label: { zh: "坐标依据", en: "Basis of coordinates" },
      cell: ({ coordinateBasis }) => coordinateBasis,
    },
    { name: "aliases", label: { zh: "别名", en: "Other names" }, cell: ({ aliases }) => cellOf(aliases) },
    { name: "confidence", label: { zh: "核实程度", en: "Confidence" }, cell: ({ confidence }) => confidence },
    { name: "source", label: { zh: "来源", en: "Source" }, cell: ({ source }) => source },
  ],
  siting: () => ({ own: ({ lon, lat }) => pointOf(lon, lat), places: () => [] }),
};
