import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";
import type { Document } from "@qipan/policy/records/document";
import { ownFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { remembering } from "./remembering.ts";
import { type MentionsByAddress, rereader } from "./reread.ts";

const folders = ownFolders(join(import.meta.dirname, "../../../.."));
const reread = rereader(() => readLexicon(folders), folders);

let loads = 0;
/** Asks for sentences of a text as the reader does. */
async function ask(text: string | null, addresses: readonly string[]): Promise<MentionsByAddress> {
  const textSha256 = createHash("sha256")
    .update(text ?? "")
    .digest("hex");
  const document = { name: "a.txt", date: null, textSha256, textLength: text?.length ?? 0 } as unknown as Document; // all that is looked at
  const load = async () => {
    loads += 1;
    return text === null ? null : { text, marks: [] };
  };
  return reread(document, { addresses, load });
}

const paragraph = (day: number): string => `2021年3月${day}日，甲市召开会议。`;
const short = [1, 2, 3].map(paragraph).join("\n\n");
const long = Array.from({ length: 8000 }, (_, index) => paragraph((index % 28) + 1)).join("\n\n");

for (const [rule, text] of [
  ["a short document", short],
  ["a long one, on a thread", long],
] as const)
  test(`${rule} is loaded and read once, whichever pages are asked for`, async () => {
    loads = 0;
    for (const day of [1, 2, 3]) {
      const mentions = await ask(text, [`p${day}.s1`, "p99999.s1"]);
      assert.deepEqual([...mentions.keys()], [`p${day}.s1`]);
      assert.equal(mentions.get(`p${day}.s1`)?.find(({ kind }) => kind === "date")?.text, `2021年3月${day}日`);
    }
    assert.equal(loads, 1);
  });

test("a purged document has no mentions", async () => assert.equal((await ask(null, ["p1.s1"])).size, 0));

test("what is remembered has bounds; the least recently asked for goes first, the newest stays however heavy", () => {
  const held = remembering<string>({ most: 3, mostWeight: 10 });
  for (const key of ["a", "b", "c"]) held.put(key, key, 1);
  held.get("a");
  held.put("d", "d", 1);
  assert.deepEqual(
    ["a", "b", "c", "d"].map((key) => held.get(key) ?? "–"),
    ["a", "–", "c", "d"],
  );
  held.put("e", "e", 9);
  assert.deepEqual(
    ["a", "c", "d", "e"].map((key) => held.get(key) ?? "–"),
    ["–", "–", "d", "e"],
  );
  held.put("f", "f", 99);
  assert.deepEqual(
    ["d", "e", "f"].map((key) => held.get(key) ?? "–"),
    ["–", "–", "f"],
  );
});
