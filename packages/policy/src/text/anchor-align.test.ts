import assert from "node:assert/strict";
import { test } from "node:test";
import { alignTexts } from "./anchor-align.ts";

const short = (older: readonly string[], newer: readonly string[]): readonly string[] =>
  alignTexts(older, newer).map(({ state, place }) => (place === null ? state : `${state} ${place}`));

const dyke = "北岸堤防加固工程于三月开工。";
const canal = "南干渠衬砌长度为十二公里。";
const trees = "沿河两岸植树五百亩。";
const price = "水价按年核定并向社会公布。";

for (const [rule, older, newer, expected] of [
  ["nothing changed", [dyke, canal], [dyke, canal], ["same 0", "same 1"]],
  ["a text put in between moves none", [dyke, canal], [dyke, price, canal], ["same 0", "same 2"]],
  ["a text taken out is lost", [dyke, canal, trees], [dyke, trees], ["same 0", "lost", "same 1"]],
  [
    "a changed figure is a change",
    [dyke, canal, trees],
    [dyke, "南干渠衬砌长度为十五公里。", trees],
    ["same 0", "changed 1", "same 2"],
  ],
  [
    "the shorter part of an exchange is what moved",
    [dyke, canal, trees, price],
    [trees, dyke, canal, price],
    ["same 1", "same 2", "moved 0", "same 3"],
  ],
  [
    "changed and moved is found too",
    [dyke, canal, trees, price],
    [canal, trees, price, "北岸堤防加固工程于四月开工。"],
    ["changed 3", "same 0", "same 1", "same 2"],
  ],
  ["equal texts keep to their neighbours", [trees, trees, dyke], [trees, dyke, trees], ["moved 2", "same 0", "same 1"]],
  [
    "repeated texts between neighbours are the same",
    [dyke, "完。", canal, "完。"],
    [dyke, "完。", canal, "完。"],
    ["same 0", "same 1", "same 2", "same 3"],
  ],
  ["width, script and line breaks make no difference", ["堤防加固１２公里。"], ["堤防加固\n12公里。"], ["same 0"]],
  ["texts without likeness are lost and new", [dyke], [price], ["lost"]],
  ["from nothing", [], [dyke], []],
  ["to nothing", [dyke], [], ["lost"]],
] as const) {
  test(`align: ${rule}`, () => assert.deepEqual(short(older, newer), expected));
}

/** Seeded generator (Lehmer), so that every run sees the same texts. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

const stock = Array.from(
  "水库堤防河道干渠泵站闸门林地村镇桥梁道路巡查整治开工完成验收移交新建改造扩建加固疏浚绿化监测调度供应补偿",
);

/** A text of 12 to 30 characters that is unlike any other. */
const written = (roll: (sides: number) => number): string =>
  `${Array.from({ length: 12 + roll(18) }, () => stock[roll(stock.length)]).join("")}。`;

for (let seed = 1; seed <= 25; seed += 1) {
  test(`align: sentences follow through insertion, deletion, edit and a moved paragraph (seed ${seed})`, () => {
    const roll = dice(seed * 7919);
    const older = Array.from({ length: 60 }, () => written(roll));
    const fates = older.map((): string => "same");
    const kept: { text: string; from: number }[] = older.map((text, from) => ({ text, from }));
    const [start, size] = [10 + roll(10), 3 + roll(4)];
    const moved = kept.splice(start, size);
    for (const item of moved) fates[item.from] = "moved";
    kept.splice(45, 0, ...moved);
    for (const item of kept) {
      const what = roll(12);
      if (what === 0 && fates[item.from] === "same") {
        fates[item.from] = "changed";
        item.text = item.text.replace(/^../u, "其中");
      }
      if (what === 1 && fates[item.from] === "same") {
        fates[item.from] = "lost";
        item.text = written(roll);
      }
    }
    const newer = kept.flatMap((item) => (roll(10) === 0 ? [{ text: written(roll), from: -1 }, item] : [item]));
    const found = alignTexts(
      older,
      newer.map(({ text }) => text),
    );
    for (const [from, { state, place, likeness }] of found.entries()) {
      assert.equal(state, fates[from], `text ${from}`);
      assert.equal(place, state === "lost" ? null : newer.findIndex((item) => item.from === from));
      assert.ok(state === "changed" ? likeness > 0.4 && likeness < 1 : likeness === (state === "lost" ? 0 : 1));
    }
  });
}

test("align: no newer text is named twice, whatever repeats", () => {
  const roll = dice(4711);
  for (let round = 0; round < 200; round += 1) {
    const texts = (): string[] =>
      Array.from({ length: roll(12) }, () => ["甲。", "乙丙丁。", "乙丙戊。", "完。"][roll(4)] ?? "");
    const places = alignTexts(texts(), texts()).flatMap(({ place }) => place ?? []);
    assert.equal(new Set(places).size, places.length);
  }
});

test("align: ten thousand sentences take well under ten seconds", () => {
  const roll = dice(99);
  const older = Array.from({ length: 10_000 }, () => written(roll));
  const newer = older.map((text, index) => (index % 10 === 0 ? text.replace(/^../u, "其中") : text));
  const started = process.hrtime.bigint();
  const found = alignTexts(older, newer);
  assert.equal(found.filter(({ state }) => state === "changed").length, 1000);
  assert.ok(Number(process.hrtime.bigint() - started) < 1e10);
});
