import assert from "node:assert/strict";
import { test } from "node:test";
import { repair } from "../text/repair.ts";
import { withNames } from "./known-name.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { passagesOf } from "./passages.ts";

const plain = lexiconOnDisk();
const lexicon = withNames(plain, [
  { written: "临河新港", means: "place", code: "120000" },
  { written: "无此地", means: "place", code: "000000" },
  { written: "水道整治公署", means: "organisation", id: "org-river", class: "department" },
  { written: "北京", means: "place", code: "120000" },
]);

/** Names found in a text with what they mean. */
function meanings(text: string): readonly string[] {
  return passagesOf(repair(text), [], { day: null, lexicon }).flatMap(({ mentions }) =>
    mentions.flatMap(({ mention }) => {
      if (mention.kind === "region") return [`${mention.text} ${mention.codes.join(",")}`];
      return mention.kind === "organisation" ? [`${mention.text} ${mention.key ?? "none"}`] : [];
    }),
  );
}

for (const [text, expected] of [
  ["临河新港开工。", ["临河新港 120000"]],
  ["水道整治公署印发通知。", ["水道整治公署 org-river"]],
  ["臨河新港動工。", ["臨河新港 120000"]], // the name in traditional characters
  ["无此地开工。", []], // a place that the gazetteer does not hold
  ["北京开工。", ["北京 110000"]], // what the lexicon says already stays
] as const)
  test(text, () => assert.deepEqual(meanings(text), expected));

test("no names leave the lexicon as it is", () => assert.equal(withNames(plain, []), plain));
