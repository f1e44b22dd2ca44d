import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "@qipan/policy/records/identity";
import { newId } from "./uuid-v7.ts";

const at = (text: string) => newId(instant.parse(text));
const noon = "2026-01-05T12:00:00.000Z";

test("an id carries its instant, version 7 and the variant of RFC 9562", () => {
  const id = at("2030-01-05T12:00:00.000Z");
  assert.equal(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16), Date.parse("2030-01-05T12:00:00.000Z"));
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
});

test("ids ascend while the clock stands still, past the end of the counter, and when the clock goes back", () => {
  const ids = [...Array.from({ length: 10_000 }, () => at(noon)), at("2020-01-01T00:00:00.000Z"), at(noon)];
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, ids.length);
});
