import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as holds, constantFrom, oneof, property } from "fast-check";
import { repairNote } from "../records/repair-note.ts";
import { charClass, classOf } from "./char-class.ts";
import { repair } from "./repair.ts";
import { repairNotes } from "./repair-notes.ts";

const notesOf = (text: string): readonly string[] =>
  repairNotes(repair(text)).map(({ kind, start, end, of }) =>
    [kind, JSON.stringify(text.slice(start, end)), of ? JSON.stringify(text.slice(of.start, of.end)) : ""]
      .join(" ")
      .trim(),
  );

const doubled = "水库建成以后，下游的灌溉面积扩大了一倍，沿岸的村庄不再受洪水威胁。";

for (const [rule, text, expected] of [
  ["a text that needs nothing has no notes", "水库已经建成。\n堤防正在加固。", []],
  ["a closed line break", "水库已经建\n成。", ['joined "\\n"']],
  ["marks and stray spaces", "**水库**于2019 年建成。", ['hidden "**"', 'hidden "**"', 'hidden " "']],
  [
    "a page number, and the line that goes on after it",
    "工程进展顺利，水库已经建\n— 3 —\n成并蓄水。",
    ['furniture "— 3 —"', 'joined "成并蓄水。" "工程进展顺利，水库已经建"'],
  ],
  ["a second printing", `${doubled}\n${doubled}`, [`copy ${JSON.stringify(doubled)} ${JSON.stringify(doubled)}`]],
  [
    "a contents page",
    "目录\n第一章 总则\t1\n第二章 附则\t9\n第一章 总则\n按本办法执行。",
    ['contents "第一章 总则\\t1"', 'contents "第二章 附则\\t9"'],
  ],
  ["nothing", "", []],
] as const) {
  test(`repair notes: ${rule}`, () => assert.deepEqual(notesOf(text), expected));
}

test("repair notes: a block that moved says after which line it is read", () => {
  const [a, b] = ["新建的水库位于山谷之中，坝高一百二十米，蓄", "水库建成以后，下游的灌溉面积扩大，沿岸居"];
  const c = "河堤全长三十公里，能够抵御百年一遇的洪";
  const text = `${a}\n民不再受洪水威胁。\n${c}\n水量二亿立方米。\n${b}\n水，护坡种植了芦苇。`;
  const { view } = repair(text);
  assert.ok(view.text.includes("蓄水量") && view.text.includes("居民") && view.text.includes("洪水，护坡"));
  const moved = repairNotes(repair(text)).filter(({ kind }) => kind === "moved");
  assert.ok(moved.length > 0 && moved.every(({ of }) => of !== null));
});

const alphabet = Array.from(
  "水库建成年月日第一二条，。“”（）《》、：；2014 5-—3×■|*#<b>\u3000\t\n\n\n\r\f\u2028\u200b\ufeff\u0007a.%",
);
const texts = oneof(
  array(constantFrom(...alphabet), { maxLength: 160 }).map((characters) => characters.join("")),
  array(
    constantFrom(
      doubled,
      "— 3 —",
      "",
      "目 录",
      "总则 ...... 3",
      "第一条 甲方负责供水，乙方负",
      "责付款并按时验",
      "收工程。",
      "左边的一栏写水利工程     右边的一栏写交通工程",
      "水利工程要抓紧实施，确保     交通工程要尽快开工，争取",
    ),
    { maxLength: 24 },
  ).map((lines) => lines.join("\n")),
);

test("repair notes: every character is read or listed as hidden, and nothing is read that is not there", () => {
  holds(
    property(texts, (text) => {
      const repaired = repair(text);
      const read = new Uint8Array(text.length);
      const { view } = repaired;
      for (let at = 0; at < view.text.length; at += 1) {
        const raw = view.raw[at] ?? -1;
        read[raw] = (read[raw] ?? 0) + 1;
        const same = view.text[at] === text[raw] || (view.text[at] === " " && /\s/u.test(text[raw] ?? ""));
        assert.ok(same && read[raw] === 1, `${JSON.stringify(text)} at ${raw}`);
      }
      const notes = repairNotes(repaired);
      for (const one of notes) {
        repairNote.parse(one);
        assert.ok(one.start < one.end, `${one.kind} at ${one.start}`);
        if (one.kind === "hidden") for (let at = one.start; at < one.end; at += 1) read[at] = 1;
      }
      for (let at = 0; at < text.length; at += 1) {
        const isBreak = "\r\n\f\v\u2028".includes(text.charAt(at)) || classOf(text.charCodeAt(at)) & charClass.space;
        assert.ok(isBreak || read[at] === 1, `${JSON.stringify(text)} loses ${text.charCodeAt(at)} at ${at}`);
      }
      assert.deepEqual(
        notes.map(({ start }) => start),
        notes.map(({ start }) => start).toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 600, seed: 20140226 },
  );
});
