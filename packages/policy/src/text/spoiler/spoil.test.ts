import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { repair } from "../repair.ts";
import { repairNotes } from "../repair-notes.ts";
import { commonInOrder } from "./likeness.test.ts";
import { samples } from "./samples.test.ts";
import { type DamageName, damages, spoil } from "./spoil.ts";

const corpus = new URL("../../../../../corpus/", import.meta.url);

/** Documents of the corpus, one paragraph a line, beside those written here. */
const documents: Readonly<Record<string, string>> = {
  ...samples,
  ...Object.fromEntries(
    (existsSync(corpus) ? readdirSync(corpus) : [])
      .filter((name) => name.endsWith(".txt"))
      .map((name) => [name, onePerLine(readFileSync(new URL(name, corpus), "utf8"))]),
  ),
};

function onePerLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

const SEEDS = 8;
const withoutSpace = (text: string): string => text.replaceAll(/[\s\u200b\ufeff]/gu, "");

/** What repair reads as the text: copies, furniture and contents pages not counted. */
function textOf(spoiled: string): string {
  const { view, paragraphs, copies } = repair(spoiled);
  const read: string[] = [];
  for (const { kind, start, end } of paragraphs) {
    if (kind === "furniture" || kind === "contents" || /^目\s*录$/u.test(view.text.slice(start, end))) continue;
    for (let at = start; at < end; at += 1)
      if (!(copies && (copies[view.raw[at] ?? 0] ?? -1) >= 0)) read.push(view.text.charAt(at));
  }
  return withoutSpace(read.join(""));
}

interface Figures {
  readonly kept: number;
  readonly strange: number;
}

/** Share of the characters that come back in order, and share of others that come along, over all documents and seeds. */
function figuresOf(names: readonly DamageName[]): Figures {
  let [kept, read, all] = [0, 0, 0];
  for (const [name, clean] of Object.entries(documents)) {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const text = withoutSpace(clean);
      const back = textOf(spoil(clean, names, seed * 7919 + name.length));
      kept += commonInOrder(text, back);
      read += back.length;
      all += text.length;
    }
  }
  return { kept: kept / all, strange: (read - kept) / all };
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/** Cut anywhere, three seams in five fall between words: where nothing shows a swap, the file's order stands. */
const lesser: Readonly<Record<string, number>> = { swappedAnywhere: 0.97, "swapped+wrapped": 0.95 };

const combinations: readonly (readonly DamageName[])[] = [
  ...(Object.keys(damages) as DamageName[]).map((name) => [name]), // the keys of `damages` are its names
  ["doubled", "wrapped"],
  ["misprinted", "wrapped"],
  ["doubled", "paged"],
  ["strewn", "wrapped"],
  ["strewn", "cutAtLinks"],
  ["spaced", "paged"],
  ["listed", "headed"],
  ["swapped", "strewn"],
  ["swapped", "wrapped"],
  ["listed", "misprinted", "strewn", "headed"],
];

for (const names of combinations) {
  const label = names.join("+");
  const expected = lesser[label] ?? 0.99;
  test(`[1.6] spoiler: of ${label} at least ${percent(expected)} come back in order and little else`, (context) => {
    const { kept, strange } = figuresOf(names);
    context.diagnostic(`${label}: ${percent(kept)} in order, ${percent(strange)} besides`);
    assert.ok(kept >= expected, `${percent(kept)} of the characters in order`);
    assert.ok(strange <= 1.01 - expected + 0.002, `${percent(strange)} besides`);
  });
}

for (const [name, clean] of Object.entries(documents)) {
  test(`spoiler: the clean document ${name} stays as it is`, () => {
    const { view, paragraphs } = repair(clean);
    assert.deepEqual(
      paragraphs.map(({ start, end }) => view.text.slice(start, end)),
      clean.split("\n"),
    );
    assert.deepEqual(repairNotes(repair(clean)), []);
  });
}

test("spoiler: the same seed spoils alike, another one otherwise", () => {
  const clean = samples.report ?? "";
  for (const name of Object.keys(damages) as DamageName[]) {
    // the keys of `damages` are its names
    assert.equal(spoil(clean, [name], 5), spoil(clean, [name], 5), name);
    const many = new Set(Array.from({ length: 12 }, (_, seed) => spoil(clean, [name], seed)));
    assert.ok(many.size > 1 && ![...many].includes(clean), name);
  }
  assert.equal(spoil(clean, [], 1), clean);
});
