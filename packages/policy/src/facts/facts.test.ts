import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { FactCluster, Statement } from "../records/statement.ts";
import { factClusters } from "./cluster.ts";
import { conceptsOf, conceptWords } from "./concepts.ts";
import { nothing } from "./statement-of.ts";

const concepts = conceptsOf(readFileSync(join(import.meta.dirname, "../../../../data/lexicon/concepts.tsv"), "utf8"));

let count = 0;
/** A statement of a document of its own, with what the test says of it. */
function says(words: string, fields: Partial<Statement> = {}): Statement {
  count += 1;
  return {
    id: `s${count}`,
    document: `d${count}`,
    documentName: `文件${count}`,
    asOf: null,
    type: "measurement",
    address: "p1.s1",
    quote: words,
    words,
    ...nothing,
    ...fields,
  };
}

const verdicts = (clusters: readonly FactCluster[]): readonly string[] =>
  clusters.flatMap(({ findings }) =>
    findings.map(({ verdict, ground, amount }) => `${verdict} ${ground}${amount === null ? "" : ` ${amount}`}`),
  );

/** Other things that the same documents speak of: what is rare is rare among something. */
const others = [
  says("全市空气质量优良天数", { value: 280, unit: "d" }),
  says("新建中小学校舍面积", { value: 12, unit: "km2" }),
  says("召开水务工作会议", { type: "event", start: "2019-03-02", end: "2019-03-02" }),
  says("城乡居民医保参保人数", { value: 3000000, unit: "人" }),
];

const patents = { unit: "件", region: "330000" } as const;
const moved = (fields: Partial<Statement>): Statement =>
  says("累计搬迁改造化工企业", { unit: "家", total: true, ...fields });

const rows: readonly (readonly [rule: string, statements: readonly Statement[], expected: readonly string[]])[] = [
  [
    "the same value of one period agrees",
    [
      says("浙江发明专利授权量", { ...patents, value: 50_000, start: "2020-01-01", end: "2020-12-31" }),
      says("浙江省发明专利授权量", { ...patents, value: 50_000, start: "2020-01-01", end: "2020-12-31" }),
    ],
    ["agrees same-value"],
  ],
  [
    "an approximate value is refined by an exact one within it",
    [
      says("浙江发明专利授权量", {
        ...patents,
        value: 50_000,
        comparator: "~",
        start: "2020-01-01",
        end: "2020-12-31",
      }),
      says("浙江省发明专利授权量", { ...patents, value: 49_870, start: "2020-01-01", end: "2020-12-31" }),
    ],
    ["refines values-overlap"],
  ],
  [
    "values of one period that lie apart contradict each other",
    [
      says("浙江发明专利授权量", { ...patents, value: 50_000, start: "2020-01-01", end: "2020-12-31" }),
      says("浙江省发明专利授权量", { ...patents, value: 63_000, start: "2020-01-01", end: "2020-12-31" }),
    ],
    ["conflicts values-apart 13000"],
  ],
  [
    "values of different periods are of different scope",
    [
      says("浙江发明专利授权量", { ...patents, value: 50_000, start: "2020-01-01", end: "2020-12-31" }),
      says("浙江省发明专利授权量", { ...patents, value: 63_000, start: "2021-01-01", end: "2021-12-31" }),
    ],
    ["other-scope other-period"],
  ],
  [
    "figures of a province and of its city are of different scope",
    [
      says("发明专利授权量", { ...patents, value: 50_000, start: "2020-01-01", end: "2020-12-31" }),
      says("全市发明专利授权量", {
        ...patents,
        region: "330100",
        value: 17_000,
        start: "2020-01-01",
        end: "2020-12-31",
      }),
    ],
    ["other-scope other-region"],
  ],
  [
    "a total that grows agrees, and its growth is the flow between",
    [
      moved({ value: 7000, comparator: ">", end: "2018-05-31" }),
      moved({ value: 8300, comparator: ">", end: "2020-12-31" }),
    ],
    ["agrees total-grows 1300"],
  ],
  [
    "a total that falls contradicts",
    [moved({ value: 900, end: "2018-05-31" }), moved({ value: 700, end: "2020-12-31" })],
    ["conflicts total-falls -200"],
  ],
  [
    "a total that stands still for years is stale, within a year it agrees",
    [
      moved({ value: 3000, comparator: "~", asOf: "2020-12-31" }),
      moved({ value: 3000, comparator: "~", asOf: "2023-05-12" }),
    ],
    ["stale total-unchanged"],
  ],
  [
    "…",
    [
      moved({ value: 3000, comparator: "~", asOf: "2020-12-31" }),
      moved({ value: 3000, comparator: "~", asOf: "2021-05-12" }),
    ],
    ["agrees same-value"],
  ],
  [
    "a flow lies within the total of a later day",
    [
      says("上半年搬迁改造化工企业", { unit: "家", value: 90, start: "2018-01-01", end: "2018-06-30" }),
      moved({ value: 1950, end: "2018-06-30" }),
    ],
    ["agrees flow-within-total"],
  ],
  [
    "what happens once on different days contradicts; a meeting comes again",
    [
      says("沪苏通长江公铁大桥建成通车", { type: "event", once: true, start: "2020-07-01", end: "2020-07-01" }),
      says("沪苏通长江公铁大桥开通运营", { type: "event", once: true, start: "2020-09-01", end: "2020-09-01" }),
    ],
    ["conflicts days-apart"],
  ],
  [
    "…",
    [
      says("省际联席会议在合肥召开", { type: "event", start: "2020-07-01", end: "2020-07-01" }),
      says("省际联席会议在合肥召开", { type: "event", start: "2021-07-01", end: "2021-07-01" }),
    ],
    [],
  ],
  [
    "a day within a span of days refines it",
    [
      says("省际联席会议在合肥召开", { type: "event", start: "2020-07-01", end: "2020-07-02" }),
      says("省际联席会议在合肥召开", { type: "event", start: "2020-07-02", end: "2020-07-02" }),
    ],
    ["refines finer-days"],
  ],
  [
    "what was due and is told as happening after that day slipped, by other words for the same thing too",
    [
      says("县四套班子搬迁到新城办公", { type: "commitment", due: true, end: "2017-12-31" }),
      says("县市级机关900人迁至新城办公", { start: "2019-01-01", value: 900, unit: "人" }),
    ],
    ["conflicts later-than-due"],
  ],
  [
    "demands of another number are another set",
    [
      says("推进老区振兴工作", { type: "requirement", value: 7, unit: "点", start: "2014-02-26" }),
      says("推进老区振兴工作", { type: "requirement", value: 5, unit: "点", start: "2014-02-25" }),
    ],
    ["other-scope other-count"],
  ],
  [
    "a total and its share per head are two measures",
    [
      says("浙江地区生产总值", { unit: "CNY", value: 8.2e12, start: "2023-01-01", end: "2023-12-31" }),
      says("浙江人均地区生产总值", { unit: "CNY", value: 125_000, start: "2023-01-01", end: "2023-12-31" }),
    ],
    [],
  ],
  [
    "the start and the end of a work are two things, and so are the issues of two years",
    [
      says("沪苏湖铁路开工建设", {
        type: "milestone",
        once: true,
        step: "started",
        start: "2020-06-05",
        end: "2020-06-05",
      }),
      says("沪苏湖铁路建设完工", {
        type: "milestone",
        once: true,
        step: "opened",
        start: "2024-12-26",
        end: "2024-12-26",
      }),
      says("2023年长三角区域发展指数发布", { type: "event", once: true, start: "2023-12-01", end: "2023-12-01" }),
      says("2024年长三角区域发展指数发布", { type: "event", once: true, start: "2024-12-01", end: "2024-12-01" }),
    ],
    [],
  ],
  [
    "figures in other units are never compared",
    [says("发明专利授权量", { value: 5, unit: "件" }), says("发明专利授权量", { value: 5, unit: "%" })],
    [],
  ],
];

for (const [rule, statements, expected] of rows)
  test(`[1.8] facts: ${rule}`, () => {
    assert.deepEqual(verdicts(factClusters([...statements, ...others], concepts)), expected);
  });

test("[1.8] facts: many statements are compared in time that grows with them, not with their square", () => {
  const many = (size: number): readonly Statement[] =>
    Array.from({ length: size }, (_, index) =>
      says(
        `第${index}类${String.fromCharCode(0x4e00 + (index % 5000))}${String.fromCharCode(0x5e00 + (index % 4000))}指标`,
        {
          value: index,
          unit: "个",
          start: "2020-01-01",
          end: "2020-12-31",
        },
      ),
    );
  assert.equal(factClusters([], concepts).length, 0);
  const begun = performance.now();
  factClusters(many(4000), concepts);
  assert.ok(performance.now() - begun < 8000);
});

test("facts: synonyms are brought together, longer words first", () => {
  assert.equal(conceptWords("市 行政副中心 2017年底", concepts), "市副中心年底");
  assert.equal(conceptWords("关停退出企业", concepts), "退出企业");
  assert.throws(() => conceptsOf("a\tb\n"), /expected "written<TAB>concept"/u);
  assert.throws(() => conceptsOf("written\tconcept\nx\n"), /line 2/u);
});
