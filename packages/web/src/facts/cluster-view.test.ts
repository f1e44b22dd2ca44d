import assert from "node:assert/strict";
import { test } from "node:test";
import type { FactCluster, FactFinding } from "@qipan/policy/records/statement";
import { clusterTitle, clusterView } from "./cluster-view.ts";

const statement = (id: string, words: string, quote = words): FactCluster["statements"][number] => ({
  id,
  document: "d",
  documentName: "样本",
  asOf: null,
  type: "measurement",
  address: "p1.s1",
  quote,
  words,
  region: "n/a",
  start: null,
  end: null,
  due: false,
  value: null,
  low: null,
  high: null,
  unit: null,
  comparator: "=",
  total: false,
  once: false,
  step: null,
});
const finding = (verdict: FactFinding["verdict"], earlier: string, later: string): FactFinding => ({
  verdict,
  ground: "other-period",
  earlier,
  later,
  amount: null,
  unit: null,
});

for (const [title, words, quote, expected] of [
  ["某桥建成通车", "某桥建成通车", "某桥建成通车", "某桥建成通车"],
  ["553", "绿地面积553", "553", "绿地面积"],
  ["553", "553", "553", "553"],
  ["约3家", "企业数约3家", "约3家", "企业数"],
] as const)
  test(`"${title}" of "${words}" is called "${expected}"`, () =>
    assert.equal(clusterTitle({ title, statements: [statement("a", words, quote)] }), expected));

test("statements are numbered in order; those of the gravest verdict are at issue; the rest goes by verdict", () => {
  const view = clusterView({
    key: "k",
    title: "某桥建成",
    verdict: "conflicts",
    statements: ["a", "b", "c"].map((id) => statement(id, "某桥建成")),
    findings: [finding("agrees", "a", "b"), finding("conflicts", "a", "c"), finding("other-scope", "b", "c")],
  });
  assert.deepEqual(
    view.statements.map(({ number, isAtIssue }) => [number, isAtIssue]),
    [
      [1, true],
      [2, false],
      [3, true],
    ],
  );
  assert.deepEqual(
    view.main.map(({ earlier, later }) => [earlier, later]),
    [[1, 3]],
  );
  assert.deepEqual(
    view.rest.map(([verdict, group]) => [verdict, group.length]),
    [
      ["agrees", 1],
      ["other-scope", 1],
    ],
  );
  assert.deepEqual([view.hasValues, view.hasRegions], [false, false]);
});
