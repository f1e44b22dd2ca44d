import assert from "node:assert/strict";
import { test } from "node:test";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { mentionsOf } from "./mentions-of.ts";

const lexicon = lexiconOnDisk();
const text = "2025年，全市完成投资12.5亿元，增长5%。\n\n  《青山市水利规划》同日印发。";

test("mentions: those of a text as it stands, in text order, addressed by lines that are not blank", () => {
  const found = mentionsOf(text, { lexicon });
  for (const { start, end, text: quoted } of found) assert.equal(text.slice(start, end), quoted);
  const shown = found.map((mention) => `${mention.address} ${mention.kind} ${mention.text}`);
  for (const expected of ["p1.s1 date 2025年", "p1.s1 quantity 12.5亿元", "p2.s1 title 《青山市水利规划》"])
    assert.ok(shown.includes(expected), `${expected} in ${shown.join("; ")}`);
});

test("mentions: only of the kinds asked for", () => {
  const kinds = new Set(mentionsOf(text, { lexicon, kinds: ["quantity"] }).map(({ kind }) => kind));
  assert.deepEqual([...kinds], ["quantity"]);
  assert.deepEqual(mentionsOf(text, { lexicon, kinds: [] }), []);
});

test("mentions: the day of the text gives a date its year", () => {
  const [date] = mentionsOf("3月5日通水。", { lexicon, kinds: ["date"], date: "2024-06-01" });
  assert.equal(date?.kind === "date" && date.dateStart, "2024-03-05");
});

test("mentions: a line break ends a sentence, and nothing is found in nothing", () => {
  const torn = mentionsOf("投资12\n亿元", { lexicon, kinds: ["quantity"] });
  assert.ok(torn.every(({ text: quoted }) => !quoted.includes("\n")));
  assert.deepEqual(mentionsOf("", { lexicon }), []);
  assert.deepEqual(mentionsOf(" \r\n\u3000\n", { lexicon }), []);
});
