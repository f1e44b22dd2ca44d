import { createHash } from "node:crypto";
import { type Sha256, sha256 } from "@qipan/policy/records/identity";

/** 默克尔树. A tree that grows leaf by leaf and keeps only the tops of its full subtrees: memory is the logarithm of its size. */
export interface MerkleTree {
  /** Adds one leaf at the right; `leaf` is a SHA-256 in hexadecimal, hashed as its 32 bytes. */
  add(leaf: string): void;
  readonly size: number;
  /** Root of what was added so far; of an empty tree the digest of nothing. */
  root(): Sha256;
}

/** 路径. Hashes from a leaf up to the root, nearest first, with what is needed to check them. */
export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Sha256[];
}

const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);

/**
 * 默克尔根. Root over leaves in order (RFC 6962 §2.1: leaves prefixed 0x00, nodes 0x01, so that neither passes for the
 * other). No leaves give the digest of nothing. Throws when a leaf is no SHA-256.
 * @example merkleRoot([]) // "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
 */
export function merkleRoot(leaves: Iterable<string>): Sha256 {
  const tree = merkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** 渐增默克尔树. For roots over rows that are streamed. */
export function merkleTree(): MerkleTree {
  const tops: Buffer[] = []; // one top for each 1 in the binary form of `size`, largest subtree first
  let size = 0;
  return {
    add: (leaf) => {
      let top = leafHash(leaf);
      for (let bits = size; bits & 1; bits >>>= 1) top = nodeHash(tops.pop() ?? top, top);
      tops.push(top);
      size += 1;
    },
    get size() {
      return size;
    },
    root: () => hex(tops.length === 0 ? digest() : tops.reduceRight((right, left) => nodeHash(left, right))),
  };
}

/** 包含证明. Path by which anybody who has the root can check that leaf `index` is under it. Throws outside the tree. */
export function inclusionProof(leaves: readonly string[], index: number): InclusionProof {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
    throw new RangeError(
      `Leaf ${index} is outside a tree of ${leaves.length} leaves; expected 0 to ${leaves.length - 1}.`,
    );
  }
  return { index, size: leaves.length, path: pathTo(leaves, index).map(hex) };
}

/** 验证包含. Whether `leaf` stands at `proof.index` under `root` (RFC 9162 §2.1.3.2). A malformed proof is false. */
export function includes(root: string, leaf: string, proof: InclusionProof): boolean {
  if (proof.index < 0 || proof.index >= proof.size) return false;
  let [at, last] = [proof.index, proof.size - 1];
  let hash = leafHash(leaf);
  for (const sibling of proof.path) {
    if (last === 0) return false;
    const other = Buffer.from(sibling, "hex");
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, other);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.toString("hex") === root;
}

function half(number: number): number {
  return Math.floor(number / 2);
}

/** Siblings from the leaf upwards; the left part holds the largest power of two that is smaller than the whole. */
function pathTo(leaves: readonly string[], index: number): readonly Buffer[] {
  if (leaves.length <= 1) return [];
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split ? [...pathTo(left, index), subtree(right)] : [...pathTo(right, index - split), subtree(left)];
}

function subtree(leaves: readonly string[]): Buffer {
  return Buffer.from(merkleRoot(leaves), "hex");
}

function leafHash(leaf: string): Buffer {
  if (!/^[0-9a-f]{64}$/u.test(leaf))
    throw new TypeError(`A leaf is ${JSON.stringify(leaf)}; expected a SHA-256 of 64 hexadecimal digits.`);
  return digest(LEAF, Buffer.from(leaf, "hex"));
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return digest(NODE, left, right);
}

function digest(...parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function hex(hash: Buffer): Sha256 {
  return sha256.parse(hash.toString("hex"));
}
