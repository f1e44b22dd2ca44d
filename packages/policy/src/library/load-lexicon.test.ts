import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lexiconFiles } from "../mention/lexicon.ts";
import { mergedPack } from "./lexicon-pack.ts";
import { loadLexicon } from "./load-lexicon.ts";
import { mentionsOf } from "./read-policy.ts";

/** The word files as the archive carries them; places and bodies are added where a row needs them. */
const ours = {
  files: Object.fromEntries(
    lexiconFiles.map((name) => [
      name,
      readFileSync(new URL(`../../../../data/lexicon/${name}`, import.meta.url), "utf8"),
    ]),
  ),
};

const unit = "written\tunit\tfactor\tkind\tucum\n标准盒\tbox\t10\tcount\t-\n";

for (const [rule, own, sentence, expected] of [
  ["a word of our own files", {}, "建成泵站3座", "quantity 3座"],
  ["a word that only own files have", { files: { "units.tsv": unit } }, "发放20标准盒", "quantity 20标准盒"],
  ["is unknown without them", {}, "发放20标准盒", ""],
  [
    "columns in another order",
    { files: { "units.tsv": "unit\twritten\tkind\tfactor\tucum\nbox\t标准盒\tcount\t10\t-\n" } },
    "发放20标准盒、15亩",
    "quantity 20标准盒; quantity 15亩",
  ],
  ["a byte order mark", { files: { "units.tsv": `\uFEFF${unit}` } }, "发放20标准盒", "quantity 20标准盒"],
  ["Windows line ends", { files: { "units.tsv": unit.replaceAll("\n", "\r\n") } }, "发放20标准盒", "quantity 20标准盒"],
  ["a file of remarks alone", { files: { "units.tsv": "# nothing yet\n" } }, "整治15亩", "quantity 15亩"],
  [
    "an own place",
    { places: [{ code: "zone-x", names: ["青石湾新区"], level: "zone", parent: null }] },
    "青石湾新区建成泵站3座",
    "region 青石湾新区; quantity 3座",
  ],
] as const)
  test(`own words before ours: ${rule}`, () => {
    const found = mentionsOf(sentence, { lexicon: loadLexicon(own, ours), kinds: ["quantity", "region"] });
    assert.equal(found.map(({ kind, text }) => `${kind} ${text}`).join("; "), expected);
  });

test("an own row decides what a word of ours means", () => {
  const files = { "units.tsv": "written\tunit\tfactor\tkind\tucum\n亩\tmou\t1\tarea\t-\n" };
  const [plain] = mentionsOf("整治15亩", { lexicon: loadLexicon({}, ours) });
  const [changed] = mentionsOf("整治15亩", { lexicon: loadLexicon({ files }, ours) });
  assert.equal(plain?.kind === "quantity" && plain.unit, "mu");
  assert.equal(changed?.kind === "quantity" && changed.unit, "mou");
});

test("own places and bodies replace those with their code or id, and go first", () => {
  const place = (code: string, name: string) => ({ code, names: [name], level: "zone", parent: null });
  const body = (id: string, name: string) => ({ id, names: [name], kind: "enterprise" });
  const merged = mergedPack(
    { places: [place("b", "新名")], organisations: [body("x", "新公司")] },
    { places: [place("a", "甲"), place("b", "旧名")], organisations: [body("x", "旧公司"), body("y", "乙")] },
  );
  assert.deepEqual(
    merged.places.map(({ names }) => names[0]),
    ["新名", "甲"],
  );
  assert.deepEqual(
    merged.organisations.map(({ names }) => names[0]),
    ["新公司", "乙"],
  );
});

test("a cell without meaning is told with the line of the own file", () => {
  const files = { "units.tsv": "# own units\nwritten\tunit\tfactor\tkind\tucum\n箱\tbox\tmany\tcount\t-\n" };
  assert.throws(() => loadLexicon({ files }, ours), /units\.tsv line 3: column factor holds "many"/u);
});

test("the source has no packed words and says where they are", () => {
  assert.throws(() => loadLexicon(), /npm run library/u);
});
