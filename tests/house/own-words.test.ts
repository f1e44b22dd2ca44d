import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../running-qipan.ts";

/** The real documents that tests may read where they lie; the project says what they say in its own words. */
const SEEDS = join(ROOT, "..", "shared", "seeds");
const SENTENCE = 18;
const NAME = 32; // data packs are full of names of bodies and documents, the longest official ones run to 30 characters
const KINDS = "**/*.{ts,tsx,mjs,md,txt,tsv,csv,json,sql,css,html,svg}";
const UNOWNED = /^(node_modules|bundle|packages\/web\/dist|\.qipan|\.git)\//;
const LARGEST_BYTES = 8 * 1024 * 1024;

/** Every stretch of so many characters inside an unbroken run of Chinese ones. */
function* windows(text: string, length: number): Generator<string> {
  for (const [run] of text.matchAll(/[\u4e00-\u9fff]+/gu))
    for (let at = 0; at + length <= run.length; at += 1) yield run.slice(at, at + length);
}

function stretches(length: number): ReadonlySet<string> {
  const texts = globSync("*.txt", { cwd: SEEDS }).map((name) => sayings(readFileSync(join(SEEDS, name), "utf8")));
  return new Set(texts.flatMap((text) => [...windows(text, length)]));
}

/** What a document says, without the names in it: its own headline and the 《titles》 that anyone must write the same way. */
function sayings(document: string): string {
  const [headline = "", ...lines] = document.trim().split("\n");
  const names = [...document.matchAll(/《[^《》]+》/gu)].map(([title]) => title.replace(/\s+/gu, "").slice(1, -1));
  const text = lines.join("").replace(/\s+/gu, "");
  return [headline.replace(/\s+/gu, ""), ...names].reduce((rest, name) => rest.replaceAll(name, "。"), text);
}

test("a copied stretch is found, a shorter one is not", () => {
  const sentence = "两岸的码头工人把第一船木材卸到了新修好的石阶上";
  assert.equal([...windows(`前${sentence}。`, SENTENCE)].length, sentence.length + 1 - SENTENCE + 1);
  assert.equal([...windows(sentence.slice(0, 17), SENTENCE)].length, 0);
});

test("no file of the project repeats the documents it was built to read", (t) => {
  if (!existsSync(SEEDS)) return t.skip("the documents are not on this machine");
  const known = { sentence: stretches(SENTENCE), name: stretches(NAME) };
  assert.ok(known.sentence.size > 1000, "the documents hold hardly any text");
  const files = globSync(KINDS, {
    cwd: ROOT,
    exclude: (name) => /^(node_modules|bundle|dist|\.qipan|\.git)$/.test(name),
  });
  const own = files.filter((path) => !UNOWNED.test(path) && statSync(join(ROOT, path)).size < LARGEST_BYTES);
  assert.ok(own.length > 100, `only ${own.length} files were seen`);
  const copies = own.flatMap((path) => {
    const [length, held] = path.startsWith("data/") ? [NAME, known.name] : [SENTENCE, known.sentence];
    const copied = [...windows(readFileSync(join(ROOT, path), "utf8"), length)].find((window) => held.has(window));
    return copied === undefined ? [] : [`${path}: ${copied}`];
  });
  assert.deepEqual(copies, []);
});
