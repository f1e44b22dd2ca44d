import assert from "node:assert/strict";
import { test } from "node:test";
import { groundOf } from "@qipan/policy/records/ground";
import type { Entry } from "@qipan/policy/records/entry";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import type { Match } from "./candidates.ts";
import { pairEvents } from "./pair-events.ts";

// Of a reading and an entry only what pairing looks at.
const told = (id: string, day: string) =>
  ({ id, reading: { type: "event", dateStart: day, dateEnd: day } }) as unknown as StoredReading;
const held = (id: string, day: string, sourceTitle: string) =>
  ({
    id,
    fields: { dateStart: day, dateEnd: day },
    evidence: { shown: [{ kind: "pack", sourceTitle }], hidden: 0, purged: 0 },
  }) as unknown as Entry;
const match = (left: StoredReading, right: Entry, likeness: number): Match => ({
  left,
  right,
  likeness,
  why: groundOf("same-dates"),
});
const short = (matches: readonly Match[], title: string | null): readonly string[] =>
  pairEvents(matches, { title }).map(({ left, right }) => `${left}→${right}`);

const title = "两地合作 大事记";
const citing = "两地合作大事记(2019—2020), 某出版社, 2021";
const [a, b] = [told("a", "2019-05-01"), told("b", "2019-05-01")];
const [x, y] = [held("x", "2019-05-01", citing), held("y", "2019-05-01", citing)];

for (const [rule, matches, documentTitle, expected] of [
  ["the more alike first, one to one", [match(a, x, 0.5), match(b, x, 0.8), match(a, y, 0.4)], null, ["b→x", "a→y"]],
  [
    "what is left of a day follows where the entry names the document",
    [match(a, x, 0.8), match(b, y, 0.12)],
    title,
    ["a→x", "b→y"],
  ],
  [
    "an entry of another source does not follow",
    [match(a, x, 0.8), match(b, held("z", "2019-05-01", "别的资料"), 0.12)],
    title,
    ["a→x"],
  ],
  ["without a title nothing follows", [match(a, x, 0.8), match(b, y, 0.12)], null, ["a→x"]],
  ["a title too short to tell documents apart names none", [match(a, x, 0.8), match(b, y, 0.12)], "大事记", ["a→x"]],
] as const)
  test(`[12.3] pairing: ${rule}`, () => assert.deepEqual(short(matches, documentTitle), expected));
