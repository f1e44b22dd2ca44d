import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mention } from "@qipan/policy/records/mention";
import { type Segment, segmentsOf } from "./segments.ts";

const common = { address: "p1.s1", text: "", recogniser: "test", certainty: "stated" as const, leansOn: [] };
const title = (start: number, end: number): Mention => ({
  kind: "title",
  ...common,
  start,
  end,
  name: "",
  class: "plan",
});
const region = (start: number, end: number): Mention => ({ kind: "region", ...common, start, end, codes: [] });
const short = ({ text, mention, washed }: Segment): string => `${text}:${mention?.kind ?? "-"}${washed ? "!" : ""}`;

// Offsets count from the beginning of the document: this sentence begins at 10 and is broken after its second character.
const sentence = { start: 10, raw: "北京\n地铁开通。", text: "北京地铁开通。" };

for (const [rule, cut, expected] of [
  ["nothing found is one piece", { view: "repaired", mentions: [], washes: [] }, ["北京地铁开通。:-"]],
  [
    "a mention is cut out",
    { view: "repaired", mentions: [region(10, 12)], washes: [] },
    ["北京:region", "地铁开通。:-"],
  ],
  [
    "a mention over a line break keeps its words",
    { view: "repaired", mentions: [title(10, 15)], washes: [] },
    ["北京地铁:title", "开通。:-"],
  ],
  [
    "in the raw view the break stays",
    { view: "raw", mentions: [title(10, 15)], washes: [] },
    ["北京\n地铁:title", "开通。:-"],
  ],
  [
    "of mentions in one another the inner marks its words",
    { view: "repaired", mentions: [title(10, 15), region(10, 12)], washes: [] },
    ["北京:region", "地铁:title", "开通。:-"],
  ],
  [
    "a wash is kept apart from mentions",
    { view: "repaired", mentions: [region(10, 12)], washes: [{ start: 10, end: 15 }] },
    ["北京:region!", "地铁:-!", "开通。:-"],
  ],
] as const)
  test(`segments: ${rule}`, () => assert.deepEqual(segmentsOf({ sentence, ...cut }).map(short), expected));
