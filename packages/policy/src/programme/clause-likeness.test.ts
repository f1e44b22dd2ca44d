import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clause } from "../records/clause.ts";
import { likelyPairs } from "./clause-likeness.ts";

const clause = (path: string, title: string, text = ""): Clause => ({
  path,
  marks: [path],
  title,
  first: "p1.s1",
  last: "p1.s1",
  start: 0,
  end: 1,
  text: `${title}\n${text}`,
});

const outline = [
  clause("1", "推进交通一体化", "建设轨道网络，打通断头路。"),
  clause("2", "加强生态环境保护", "联防联控大气污染，治理河流。"),
  clause("3", "推动产业升级转移", "建设承接平台。"),
];
const scheme = [
  clause("0", "", "为落实上级要求，制定本方案。"),
  clause("1", "加快交通一体化建设", "打通断头路，推进轨道建设。"),
  clause("2", "生态环境联防联治", "大气污染联防联控。"),
  clause("3", "保障措施", "加强组织领导，开展督查考核。"),
];

test("a clause finds the one that it serves; one of its own kind finds none", () => {
  assert.deepEqual(
    likelyPairs(scheme, outline)
      .map(({ lower, upper }) => `${lower.path}-${upper.path}`)
      .sort(),
    ["1-1", "2-2"],
  );
});

test("likeness lies between 0 and 1, the likeliest first", () => {
  const likeness = likelyPairs(scheme, outline).map((pair) => pair.likeness);
  assert.ok(likeness.every((value) => value > 0 && value <= 1));
  assert.deepEqual(
    likeness,
    [...likeness].sort((a, b) => b - a),
  );
});

test("the same clause is wholly alike, nothing is like nothing", () => {
  assert.ok((likelyPairs(outline, outline)[0]?.likeness ?? 0) > 0.99);
  assert.deepEqual([likelyPairs([], outline), likelyPairs(scheme, [])], [[], []]);
});
