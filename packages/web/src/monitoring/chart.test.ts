import assert from "node:assert/strict";
import { test } from "node:test";
import { observation, type Observation } from "@qipan/policy/records/observation";
import { valueOf } from "@qipan/policy/records/value";
import { frameOf } from "./chart-frame.ts";
import { stepFrom } from "./chart-steps.ts";
import { changeSince, otherRegions, seriesOf, valueIn } from "./series-model.ts";
import { spread } from "./spread.ts";

// One place, two versions: the revision covers 2014 and 2016 to 2018 (2015 is missing), the first release 2014 and 2015.
const held = [
  row(1, "2014", "revised-census7", 100),
  row(2, "2016", "revised-census7", 110),
  row(3, "2017", "revised-census7", 115),
  row(4, "2018", "revised-census7", 112),
  row(5, "2014", "initial", 98),
  row(6, "2015", "initial", 104),
  row(7, "2014/2018", "", 12),
  { ...row(8, "2018", "", 3), region: "zone-x" },
];
const series = seriesOf(held, "110000");
const idOf = (n: number): string => row(n, "2014", "", 0).id;

test("versions are lines of their own, the one that stands most often first", () =>
  assert.deepEqual(
    series.lines.map((line) => [line.vintage, line.main, line.points.length]),
    [
      ["revised-census7", true, 4],
      ["initial", false, 2],
    ],
  ));
test("years run from first to last, the missing one among them", () =>
  assert.deepEqual(series.years, [2014, 2015, 2016, 2017, 2018]));
test("a span is no point of a line", () =>
  assert.deepEqual(
    series.others.map((other) => other.period),
    ["2014/2018"],
  ));
test("a year without a value has none, and none is made up", () =>
  assert.equal(series.lines[0] && valueIn(series.lines[0], 2015), undefined));
test("a region without values has no lines and no years", () =>
  assert.deepEqual(seriesOf(held, "130000"), { lines: [], years: [], others: [] }));
test("change is told inside a version", () => assert.equal(changeSince(held, "110000", 2014), 12));
test("change is not told across versions", () => assert.equal(changeSince(held, "110000", 2015), null));
test("change is not told from an approximate value", () => {
  const about = [row(1, "2014", "initial", 98), { ...row(2, "2018", "initial", 120), value: valueOf(120, "about") }];
  assert.equal(changeSince(about, "110000", 2014), null);
});
test("other places are those that have values", () => assert.deepEqual(otherRegions(held), ["zone-x"]));

for (const [rule, from, key, expected] of [
  ["from nowhere a key leads to the newest point", undefined, "ArrowLeft", 4],
  ["left goes a point back", 4, "ArrowLeft", 3],
  ["left goes over a missing year", 2, "ArrowLeft", 1],
  ["down goes to the nearest year of the next version", 3, "ArrowDown", 6],
  ["up comes back to the nearest year", 5, "ArrowUp", 1],
  ["home is the first point", 3, "Home", 1],
  ["beyond the end is nowhere", 4, "ArrowRight", undefined],
  ["a letter leads nowhere", 4, "x", undefined],
] as const)
  test(rule, () => assert.equal(stepFrom(series, from && idOf(from), key), expected && idOf(expected)));

test("columns are equal and hold every year", () => {
  const frame = frameOf(series, [], 706); // 706 − 76 left − 130 right = 500 for five years
  assert.deepEqual(
    [frame.columns, frame.columnWidth, frame.x(2014), frame.x(2018)],
    [[2014, 2015, 2016, 2017, 2018], 100, 126, 526],
  );
});
test("values and target lie inside the frame", () => {
  const frame = frameOf(series, [], 706);
  for (const value of [98, 115])
    assert.ok(frame.y(value) >= frame.top && frame.y(value) <= frame.height - frame.bottom);
});

for (const [rule, labels, expected] of [
  ["labels that do not meet stay", [10, 50], [10, 50]],
  ["labels that meet are moved apart", [10, 15], [10, 30]],
  ["the order of the input is kept", [15, 10], [30, 10]],
  ["at the foot they are pushed up", [85, 90], [60, 80]],
] as const)
  test(rule, () =>
    assert.deepEqual(
      spread(
        labels.map((at) => ({ at, height: 20 })),
        { from: 0, to: 100 },
      ),
      expected,
    ),
  );

function row(n: number, period: string, vintage: string, nominal: number): Observation {
  const uuid = `00000000-0000-7000-8000-00000000000${n}`;
  const [from = "", to = from] = period.split("/");
  return observation.parse({
    id: uuid,
    jurisdiction: "JJJ",
    visibility: "public",
    sharedWith: [],
    indicator: "sample",
    region: "110000",
    period,
    periodStart: `${from}-01-01`,
    periodEnd: `${to}-12-31`,
    series: "",
    vintage,
    value: valueOf(nominal),
    unit: "1",
    valueKind: "point",
    priceBasis: "none",
    derived: false,
    confidence: "verified",
    note: null,
    evidence: null,
    batch: uuid,
    recordedAt: "2026-01-01T00:00:00.000Z",
    supersededAt: null,
  });
}
