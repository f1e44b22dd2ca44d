import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { inclusionProof, includes, merkleRoot, merkleTree } from "./merkle.ts";

const sha = (...hex: string[]): string =>
  createHash("sha256")
    .update(Buffer.from(hex.join(""), "hex"))
    .digest("hex");
const leafOf = (number: number): string => number.toString(16).padStart(64, "0");
const leaf = (number: number): string => sha("00", leafOf(number));
const node = (left: string, right: string): string => sha("01", left, right);

// Written out by hand from RFC 6962 §2.1: the left part is the largest power of two below the whole.
for (const [rule, size, expected] of [
  ["no leaf: the digest of nothing", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["one leaf: its own hash", 1, leaf(0)],
  ["two leaves", 2, node(leaf(0), leaf(1))],
  ["three leaves: two and one", 3, node(node(leaf(0), leaf(1)), leaf(2))],
  ["four leaves: two and two", 4, node(node(leaf(0), leaf(1)), node(leaf(2), leaf(3)))],
  ["five leaves: four and one", 5, node(node(node(leaf(0), leaf(1)), node(leaf(2), leaf(3))), leaf(4))],
  [
    "seven leaves: four and two and one",
    7,
    node(node(node(leaf(0), leaf(1)), node(leaf(2), leaf(3))), node(node(leaf(4), leaf(5)), leaf(6))),
  ],
] as const) {
  test(`a root over ${rule}`, () => {
    assert.equal(merkleRoot(leaves(size)), expected);
  });
}

test("a root of known digits", () => {
  // sha256 of 33 zero bytes, and the node over it twice: computed with another program
  assert.equal(merkleRoot([leafOf(0)]), "7f9c9e31ac8256ca2f258583df262dbc7d6f68f2a03043d5c99a4ae5a7396ce9");
});

test("every leaf of every tree up to 20 leaves is proved, and no other leaf, place or root", () => {
  for (let size = 1; size <= 20; size += 1) {
    const all = leaves(size);
    const root = merkleRoot(all);
    for (const [index, one] of all.entries()) {
      const proof = inclusionProof(all, index);
      assert.ok(includes(root, one, proof), `leaf ${index} of ${size}`);
      assert.ok(!includes(root, leafOf(99), proof));
      assert.ok(!includes(leaf(99), one, proof));
      assert.ok(size === 1 || !includes(root, one, { ...proof, index: (index + 1) % size }));
      assert.ok(!includes(root, one, { ...proof, path: [...proof.path, merkleRoot([])] }));
    }
  }
});

test("a tree says its size as it grows", () => {
  const tree = merkleTree();
  for (const one of leaves(6)) tree.add(one);
  assert.equal(tree.size, 6);
  assert.equal(tree.root(), merkleRoot(leaves(6)));
});

test("what is no digest is refused, and so is a place outside the tree", () => {
  assert.throws(() => merkleRoot(["abc"]), /expected a SHA-256/u);
  assert.throws(() => inclusionProof(leaves(3), 3), /outside a tree of 3/u);
});

function leaves(size: number): readonly string[] {
  return Array.from({ length: size }, (_, index) => leafOf(index));
}
