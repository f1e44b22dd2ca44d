import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mention } from "../records/mention.ts";
import { repair } from "../text/repair.ts";
import { type Lexicon, lexiconFiles, parseLexicon } from "./lexicon.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { passagesOf } from "./passages.ts";

/** The words of data/lexicon with a gazetteer of four invented places and one body. */
const lexicon: Lexicon = {
  ...lexiconOnDisk(),
  ...(({ places, placeByCode, regions, organisations }) => ({ places, placeByCode, regions, organisations }))(
    parseLexicon({
      files: Object.fromEntries(lexiconFiles.map((name) => [name, "written\tposition\n"])),
      places: [
        { code: "990000", names: ["青山省", "青山", "青"], level: "province", parent: null },
        { code: "980000", names: ["白水省", "白水", "白"], level: "province", parent: null },
        { code: "990100", names: ["青山省河口市", "河口市", "河口"], level: "prefecture", parent: "990000" },
      ],
      organisations: [{ id: "org-river", names: ["青白河流域管理机构"], kind: "agency" }],
    }),
  ),
};

function named(kind: Mention["kind"], text: string): readonly string[] {
  return passagesOf(repair(text), [], { day: null, lexicon }).flatMap(({ mentions }) =>
    mentions.flatMap(({ mention }) => {
      if (mention.kind !== kind) return [];
      if (mention.kind === "title") return [`${mention.name} ${mention.class}`];
      if (mention.kind === "region") return [`${mention.text} ${mention.codes.join(",")}`];
      return [mention.kind === "organisation" ? `${mention.name} ${mention.class}` : mention.text];
    }),
  );
}

for (const [kind, text, expected] of [
  ["title", "印发《供水规划》。", ["供水规划 plan"]],
  [
    "title",
    "《关于落实〈供水规划（2019—2025年）〉的意见》和《河口日报》。",
    ["关于落实〈供水规划（2019—2025年）〉的意见 plan", "河口日报 institution"],
  ],
  ["title", "印发《供水工程建设管理和保护\n规划》。", ["供水工程建设管理和保护规划 plan"]],
  ["title", "《没有结尾的书名。", []],
  ["title", "《》", []],
  ["region", "河口市和白水省合作。", ["河口市 990100", "白水省 980000"]],
  ["region", "青白两省共治。", ["青白 990000,980000"]],
  ["region", "青年人才。", []],
  ["organisation", "河口市水务局召开会议。", ["河口市水务局 government"]],
  ["organisation", "青山省人民政府办公室印发通知。", ["青山省人民政府办公室 government"]],
  ["organisation", "青白河流域管理机构成立。", ["青白河流域管理机构 agency"]],
  ["organisation", "河口市组织企业座谈。", []],
  ["organisation", "河口市全面开局良好。", []],
] as const) {
  test(`${kind}: ${text}`, () => assert.deepEqual(named(kind, text), expected));
}

test("lexicon: a cell without meaning stops the loading with file and line", () => {
  const files = {
    ...Object.fromEntries(lexiconFiles.map((name) => [name, "written\tposition\n"])),
    "name-heads.tsv": "written\tclass\tneeds\tnot_after\tnot_before\n园\tgarden\tproper\t-\t-\n",
  };
  assert.throws(
    () => parseLexicon({ files, places: [], organisations: [] }),
    /name-heads\.tsv line 2: column class holds "garden", expected one of title, plan/u,
  );
});

test("lexicon: a missing file is named", () => {
  assert.throws(() => parseLexicon({ files: {}, places: [], organisations: [] }), /is missing/u);
});
