import { packManifest, type PackManifest } from "./manifest.ts";
import type { TableRows } from "./table.ts";

/**
 * 双镇包. A pack small enough to be checked by eye, for tests: one province, its counties 丙 and 丁 whose GDP adds up
 * (60 + 40 = 100 in 2019, 66 + 44 = 110 in 2020), and one row or two of everything else. Nothing in it is wrong.
 */
export function twinTowns(): { readonly tables: readonly TableRows[]; readonly manifest: PackManifest } {
  const tables = Object.entries(TABLES).map(([name, lines]) => tableFrom(`${name}.csv`, lines));
  return { tables, manifest: manifestFor(tables) };
}

const SEEN = "公报,bulletin,verified";

const TABLES = {
  sources: [
    "id,title,publisher,date,url,url_kind",
    "bulletin,统计公报,统计局,2020-03,https://example.org/bulletin,official",
    "memory,凭记忆,编者,,,none",
    "copy,转载,网站,2020,,mirror",
    "paper,日报,报社,2020,https://example.org/paper,press",
  ],
  places: [
    "code,name_zh,name_en,level,parent,lon,lat,aliases_zh,coord_basis,source,source_id,confidence",
    `CN,国,Nation,nation,,,,,,${SEEN}`,
    `990000,甲省,Jia,province,CN,116,39,甲,seat,${SEEN}`,
    `990100,乙市,Yi,prefecture,990000,116.1,39.1,乙,seat,${SEEN}`,
    `990101,丙县,Bing,county,990100,116.2,39.2,丙,C1,${SEEN}`,
    `990102,丁县,Ding,county,990100,116.3,39.3,丁,C1,${SEEN}`,
    `zone-new,新区,New Area,zone,990100,116.4,39.4,,approx,转载,copy,verified`,
    `990103,戊县,Wu,county,990100,116.5,39.5,戊,C1,${SEEN}`,
    `site-port,港口,Port,site,990100,116.5,39.6,港;老港,approx,日报,paper,verified`,
  ],
  organisations: [
    "id,name_zh,name_en,kind,region,parent_id,aliases_zh,source,source_id,confidence",
    `org-gov,甲省政府,Government,government,990000,,省政府,${SEEN}`,
    `org-office,甲省办公厅,Office,office,990000,org-gov,,${SEEN}`,
    `org-firm,乙铁路公司,Railway,enterprise,990100,,,${SEEN}`,
  ],
  indicators: [
    "id,name_zh,name_en,domain,unit,direction,definition,frequency,publisher",
    "gdp,生产总值,GDP,economy,10^8 CNY,up-good,一年新增价值,annual,统计局",
    "days,优良天数,Good days,ecology,d,up-good,空气优良的天数,annual,生态局",
    "schools,学校,Schools,services,count,up-good,学校数,irregular,教育局",
    "share,占比,Share,industry,%,neutral,占生产总值的比重,annual,统计局",
  ],
  observations: [
    "indicator,region,period,value,qualifier,series,vintage,source,source_id,confidence,note",
    `gdp,990000,2019,100,exact,,initial,${SEEN},`,
    `gdp,990101,2019,60,exact,,initial,${SEEN},`,
    `gdp,990102,2019,40,exact,,initial,${SEEN},`,
    `gdp,990000,2020,110,exact,,initial,${SEEN},`,
    `gdp,990101,2020,66,exact,,initial,${SEEN},`,
    `gdp,990102,2020,44,exact,,initial,${SEEN},`,
    `days,990101,2019,300,exact,,,${SEEN},`,
    `schools,990101,2019,12,exact,,,${SEEN},`,
    `share,990101,2019,50,about,,,${SEEN},`,
    `schools,990102,2019H1,7,exact,,,${SEEN},`,
    "schools,990103,2018/2019-06,5,cumulative,,,凭记忆,memory,recalled,年份凭记忆",
  ],
  plans: [
    "id,title_zh,title_en,kind,issuer,period_start,period_end,issued,parent_id,source,source_id,confidence,note",
    `outline,纲要,Outline,outline,甲省,2015,2030,2015-06,,${SEEN},`,
    `five,五年规划,Five-year plan,five-year,甲省,2016,2020,2016,outline,${SEEN},`,
    `year,工作要点,Work points,annual,甲省,2018,2018,2018-02-01,five,${SEEN},`,
    `air,空气规划,Air plan,special,org-gov,2016,2022,,outline,${SEEN},`,
  ],
  targets: [
    "id,indicator,region,comparator,value,due,plan,source,source_id,confidence,note",
    `t-gdp,gdp,990000,>=,120,2020-12-31,five,${SEEN},`,
    `t-days,days,990101,>=,310,,,${SEEN},来源未写期限与规划`,
  ],
  projects: [
    "id,name_zh,name_en,domain,regions,lon,lat,status,start,finish,investment,lead,source,source_id,confidence,note",
    `bridge,大桥,Bridge,transport,990101;990102,116.2,39.2,open,2018,2019-12-30,20,org-firm,${SEEN},`,
    `park,公园,Park,ecology,990103,,,building,2019-03,,,org-gov,${SEEN},`,
  ],
  agreements: [
    "id,title_zh,title_en,signed,precision,parties,domain,source,source_id,confidence,note",
    `pact,合作协议,Pact,2014-07-31,day,org-gov;org-firm,industry,${SEEN},`,
    `memo,备忘录,Memorandum,2015,year,org-gov;org-office,services,${SEEN},`,
  ],
  events: [
    "id,date_start,date_end,precision,title_en,title_zh,place,participants,domain,source,source_id,confidence,note",
    `ev-talk,2014-02-26,2014-02-26,day,Talk,座谈会,990000,org-gov,institutions,${SEEN},`,
    `ev-works,2014-03,2014-04,month,Works,开工,990101,,transport,${SEEN},`,
    `ev-visit,2015-05,2015-05,month,Visit,调研,zone-new,org-gov;org-firm,industry,${SEEN},`,
  ],
  identities: [
    "id,left,relation,right,tolerance,years,regions,source,note",
    "gdp-sum,gdp[990000 {y} initial],=,gdp[990101+990102 {y} initial],0.5,2019..2020,,定义,",
    "gdp-growth,gdp[{r} 2020 initial] / gdp[{r} 2019 initial],=,1.1,1%,,990101;990102,公报,",
    "days-below-year,days[990101 2019],<,366,0,,,定义,",
  ],
} as const;

function tableFrom(file: string, lines: readonly string[]): TableRows {
  const [header = [], ...rows] = lines.map((line) => line.split(","));
  return {
    file,
    header,
    rows: rows.map((cells, index) => ({
      line: index + 2,
      cells: Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ""])),
    })),
  };
}

function manifestFor(tables: readonly TableRows[]): PackManifest {
  const words = { zh: "双镇", en: "Twin towns" };
  return packManifest.parse({
    id: "twin-towns",
    version: "2020.12.1",
    title: words,
    summary: words,
    compiled: "2020-12-31",
    bounds: { west: 115, east: 117, south: 38, north: 40 },
    vintages: [{ id: "initial", ...words }],
    licences: [{ id: "own", spdx: "Apache-2.0", holder: "tests", statement: words }],
    tables: tables.map(({ file, header, rows }) => ({
      file,
      kind: file.replace(".csv", ""),
      key: file === "observations.csv" ? ["indicator", "region", "period", "series", "vintage"] : header.slice(0, 1),
      licences: ["own"],
      rows: rows.length,
    })),
    removable: [],
    attribution: [],
    census: [{ file: "places.csv", where: { level: "county" }, prefix: { code: "9901" }, rows: 3 }],
  });
}
