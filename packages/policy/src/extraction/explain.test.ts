import assert from "node:assert/strict";
import { test } from "node:test";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { refusalReasons } from "../records/refusal.ts";
import { explain } from "./explain.ts";
import { type ReadResult, readText } from "./read.ts";

const lexicon = lexiconOnDisk();

function read(text: string, trace: boolean): ReadResult {
  return readText(text, { doc: "t", date: "2024-12-01", lexicon, trace });
}

for (const [rule, text, expected] of [
  ["a day that does not exist", "会议于2019年2月30日召开。", "date 2019年2月30日 no-such-day"],
  ["a length of time", "公示期不少于5日。", "date 5日 is-length"],
  ["a number alone", "编号37另行下发。", "quantity 37 no-unit"],
  ["a name with a number", "公布“大气十条”。", "quantity 十条 counts-nothing"],
  ["a mark without its other half", "学习《水法的通知要求。", "title 《 unclosed"],
  ["a one-character name alone", "京的条件较好。", "region 京 letter-alone"],
  ["a last word with nothing before it", "重点项目不少。", "name 项目 no-proper-part"],
  ["a figure that is a goal", "到2025年，全县污水处理率达到95%。", "observation 95% is-goal"],
  ["an attitude", "坚持人民至上。", "achievement 坚持人民至上 attitude"],
  ["what is denied", "没有完成任务。", "commitment 没有完成任务 denied"],
] as const)
  test(`what was left, and why: ${rule}`, () => {
    const refusals = read(text, true).refusals.map(({ by, text: words, reason }) => `${by} ${words} ${reason}`);
    assert.ok(refusals.includes(expected), refusals.join("; "));
  });

test("nothing is noted where nobody asked, and the reading is the same", () => {
  const text = "会议于2019年2月30日召开。到2025年，全县污水处理率达到95%。坚持人民至上，建成泵站3座。";
  const [plain, traced] = [read(text, false), read(text, true)];
  assert.deepEqual(plain.refusals, []);
  assert.ok(traced.refusals.length > 2);
  assert.deepEqual({ ...traced, refusals: [] }, plain);
});

test("marks stand below the words, Han characters two columns wide", () => {
  const [, sentence, marks] = explain(read("2024年，建成泵站3座。", false)).split("\n");
  assert.equal(sentence, "2024年，建成泵站3座。");
  assert.equal(marks, "^^^^^^");
});

test("dots and the reason stand below what was left", () => {
  const lines = explain(read("编号37另行下发。", true)).split("\n");
  const at = lines.findIndex((line) => line.includes("(no-unit)"));
  assert.equal(lines[at - 1], "    ··");
  assert.equal(lines[at], `  quantity left it: ${refusalReasons["no-unit"].en} (no-unit)`);
});

test("an empty text has nothing to explain", () => assert.equal(explain(read("", true)), ""));
