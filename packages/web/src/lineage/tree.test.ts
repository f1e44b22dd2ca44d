import assert from "node:assert/strict";
import { test } from "node:test";
import type { LineageGraph, LineageNode } from "@qipan/policy/records/lineage";
import { laidOut, nodeSize } from "./layout.ts";
import { type Branch, treeOf } from "./tree.ts";

function node(key: string, date: string | null = null): LineageNode {
  const unsaid = { genre: null, level: null, standing: null, issuer: null, horizon: null };
  return { key, kind: "plan", title: key, plan: null, documents: [], held: false, date, ...unsaid };
}

function graph(keys: readonly LineageNode[], edges: readonly (readonly [string, string])[]): LineageGraph {
  return {
    nodes: [...keys],
    edges: edges.map(([from, to]) => ({ from, to, relation: "serves", evidence: null })),
    truncated: false,
  };
}

const shape = ({ node: { key }, below }: Branch): string =>
  below.length === 0 ? key : `${key}(${below.map(shape).join(" ")})`;

// nodes, edges from lower to upper, the list as it stands
const rows: readonly (readonly [string, LineageGraph, string])[] = [
  ["one under another", graph([node("up"), node("low")], [["low", "up"]]), "up(low)"],
  [
    "by date",
    graph(
      [node("up"), node("b", "2018"), node("a", "2020")],
      [
        ["a", "up"],
        ["b", "up"],
      ],
    ),
    "up(b a)",
  ],
  [
    "under both that it serves",
    graph(
      [node("x"), node("y"), node("z")],
      [
        ["z", "x"],
        ["z", "y"],
      ],
    ),
    "x(z) y(z)",
  ],
  ["alone", graph([node("x")], []), "x"],
  ["an edge to what is not shown", graph([node("x")], [["x", "gone"]]), "x"],
];
for (const [name, given, expected] of rows)
  test(`lineage as a list: ${name}`, () => assert.equal(treeOf(given).map(shape).join(" "), expected));

test("texts that serve each other end the list and still have a place in the graph", () => {
  const round = graph(
    [node("top"), node("x"), node("y")],
    [
      ["x", "y"],
      ["y", "x"],
      ["x", "top"],
    ],
  );
  assert.equal(treeOf(round).map(shape).join(" "), "top(x(y))");
  assert.equal(laidOut(round).nodes.length, 3);
});

test("the served text stands left of the serving one, and no two nodes overlap", () => {
  const { nodes } = laidOut(
    graph(
      [node("up"), node("a"), node("b")],
      [
        ["a", "up"],
        ["b", "up"],
      ],
    ),
  );
  const at = new Map(nodes.map(({ node: { key }, x, y }) => [key, { x, y }]));
  assert.ok((at.get("up")?.x ?? 0) < (at.get("a")?.x ?? 0));
  assert.ok(Math.abs((at.get("a")?.y ?? 0) - (at.get("b")?.y ?? 0)) >= nodeSize.height);
});
