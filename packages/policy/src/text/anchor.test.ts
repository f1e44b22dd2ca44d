import assert from "node:assert/strict";
import { test } from "node:test";
import { anchor as anchorRecord, reanchored } from "../records/anchor.ts";
import { alignSentences, anchorOf, reanchor } from "./anchor.ts";
import type { AnchorText } from "./anchor-search.ts";
import { pairsIn } from "./pairs.ts";
import { repair } from "./repair.ts";
import { sentencesOf } from "./sentence.ts";
import { rawSpan } from "./view.ts";

function textOf(text: string): AnchorText {
  const { view, paragraphs } = repair(text);
  const sentences = paragraphs.flatMap((paragraph, index) =>
    sentencesOf(view.folded, paragraph, pairsIn(view.folded, paragraph)).map((span, ordinal) => ({
      address: `p${index + 1}.s${ordinal + 1}`,
      ...rawSpan(view, span),
      text: view.text.slice(span.start, span.end),
    })),
  );
  return { text, sentences };
}

const before =
  "全市今年安排水务工程三项，资金由市区共担。北岸堤防加固工程总投资12亿元，年底完工。南干渠衬砌长度为十二公里。";

/** Anchors `words` in the text above, then finds them in the newer one. */
function followed(words: string, newer: string): string {
  const { text, sentences } = textOf(before);
  const start = text.indexOf(words);
  const sentence = sentences.find((candidate) => candidate.start <= start && start < candidate.end);
  const anchor = anchorOf(text, sentences, { address: sentence?.address ?? "", start, end: start + words.length });
  assert.deepEqual(anchorRecord.parse(anchor), anchor);
  const found = reanchor(anchor, textOf(newer));
  assert.deepEqual(reanchored.parse(found), found);
  const there = found.start === null ? "" : newer.slice(found.start, found.end ?? 0);
  return [found.state, found.address ?? "-", there].join(" ");
}

for (const [rule, words, newer, expected] of [
  ["in the same text nothing moves", "总投资12亿元", before, "same p1.s2 总投资12亿元"],
  [
    "text put in before only shifts offsets",
    "总投资12亿元",
    `本表由水务局填报。\n${before}`,
    "same p2.s2 总投资12亿元",
  ],
  [
    "a line break inside makes no difference",
    "总投资12亿元",
    before.replace("12亿", "12\n亿"),
    "same p1.s2 总投资12\n亿元",
  ],
  [
    "neither does another script",
    "总投资12亿元",
    before.replace("总投资12亿元", "總投資１２億元"),
    "same p1.s2 總投資１２億元",
  ],
  [
    "a new figure is a change, at its place",
    "总投资12亿元",
    before.replace("12亿", "15亿"),
    "changed p1.s2 总投资15亿元",
  ],
  [
    "the same words under other neighbours have moved",
    "总投资12亿元",
    "水务局通报：总投资12亿元，其余另行安排。",
    "moved p1.s1 总投资12亿元",
  ],
  [
    "of two places the one with the old neighbours counts",
    "十二公里",
    `河道整治十二公里，另行安排。${before}`,
    "same p1.s4 十二公里",
  ],
  [
    "a sentence that was rewritten is found by likeness",
    "北岸堤防加固工程总投资12亿元，年底完工。",
    "今年安排三项。北岸堤防加固工程总投资改为9亿元，明年完工。其余照旧。",
    "changed p1.s2 北岸堤防加固工程总投资改为9亿元，明年完工。",
  ],
  [
    "what is gone is lost",
    "总投资12亿元",
    "全市今年安排水务工程三项，资金由市区共担。南干渠衬砌长度为十二公里。",
    "lost - ",
  ],
  ["an empty text has nothing", "总投资12亿元", "", "lost - "],
] as const) {
  test(`anchor: ${rule}`, () => assert.equal(followed(words, newer), expected));
}

test("anchor: the quote has what stands beside the words, cut at the ends of the text", () => {
  const { text, sentences } = textOf(before);
  const { quote, position } = anchorOf(text, sentences, { address: "p1.s1", start: 2, end: 4 });
  assert.deepEqual(position, { start: 2, end: 4 });
  assert.equal(quote.prefix + quote.exact + quote.suffix, text.slice(0, 36));
});

test("anchor: a range outside the text and an unknown address are refused", () => {
  const { text, sentences } = textOf(before);
  assert.throws(() => anchorOf(text, sentences, { address: "p1.s1", start: 5, end: 5 }), /range 5–5/u);
  assert.throws(() => anchorOf(text, sentences, { address: "p9.s1", start: 0, end: 5 }), /p9\.s1/u);
});

test("[1.5] anchor: sentences keep their addresses through an edit", () => {
  const older = textOf(before).sentences;
  const newer = textOf(
    `水务局\n\n${before.replace("12亿", "15亿").replace("南干渠衬砌长度为十二公里。", "")}`,
  ).sentences;
  assert.deepEqual(
    alignSentences(older, newer).map(({ oldAddress, newAddress, state }) => `${oldAddress} ${state} ${newAddress}`),
    ["p1.s1 same p2.s1", "p1.s2 changed p2.s2", "p1.s3 lost null"],
  );
});
