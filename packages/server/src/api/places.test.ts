import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Output } from "../contract/client.ts";
import { root, testServer } from "../http/harness/test-server.ts";
import { loadPackFolder } from "../packs/load-pack.ts";
import { readPackFolder } from "../packs/pack-folder.ts";

const server = await testServer();
await loadPackFolder(server.ledger, await readPackFolder(join(root, "data/jingjinji")), { actor: "test" });

async function placeOn(code: string, day: string): Promise<Output<"getPlace">> {
  const answer = await server.get(`/api/places/${code}?asOf=${day}`);
  assert.equal(answer.status, 200);
  return (await answer.json()) as Output<"getPlace">;
}

for (const [code, day, names] of [
  ["120119", "2014-06-01", ["蓟县"]],
  ["120119", "2016-06-01", ["蓟县", "蓟州区"]], // the change is held to the year
  ["120119", "2018-01-01", ["蓟州区"]],
  ["110101", "2018-01-01", []], // nothing is held about it
] as const)
  test(`${code} on ${day} was ${names.join(" or ") || "not recorded"}`, async () => {
    const { onDay } = await placeOn(code, day);
    assert.deepEqual(
      onDay.map(({ name }) => name),
      names,
    );
  });

test("a place names the place it lay in on the day, and its other names", async () => {
  const before = await placeOn("130638", "2016-01-01");
  const after = await placeOn("130638", "2020-01-01");
  assert.equal(before.onDay[0]?.parent?.zh, "保定市");
  assert.equal(after.onDay[0]?.parent?.code, "zone-xiongan");
  const airport = await placeOn("site-pkx", "2020-01-01");
  assert.ok(airport.names.some(({ name }) => name === "北京新机场"));
});

test("a place that is not held is a problem", async () => {
  assert.equal((await server.get("/api/places/999999")).status, 404);
});
