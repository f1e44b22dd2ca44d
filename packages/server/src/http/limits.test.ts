import assert from "node:assert/strict";
import { test } from "node:test";
import { testServer } from "./harness/test-server.ts";
import { tokenBuckets } from "./rate-limit.ts";

for (const [rule, atMs, expected] of [
  ["a full bucket gives its burst and then makes wait", [0, 0, 0], [0, 0, 1]],
  ["tokens come back at the rate", [0, 0, 1000], [0, 0, 0]],
  ["never more than the burst", [0, 60_000, 60_000, 60_000], [0, 0, 0, 1]],
  ["a clock that goes back takes nothing away", [1000, 0, 0], [0, 0, 1]],
] as const)
  test(`rate: ${rule}`, () => {
    const take = tokenBuckets({ perSecond: 1, burst: 2 });
    assert.deepEqual(
      atMs.map((now) => take("a", now)),
      expected,
    );
  });

test("rate: one address does not use up another's tokens", () => {
  const take = tokenBuckets({ perSecond: 1, burst: 1 });
  assert.deepEqual([take("a", 0), take("a", 0), take("b", 0)], [0, 1, 0]);
});

test("who asks too often is told how long to wait; health is always answered", async () => {
  const rates = { reading: { perSecond: 0.1, burst: 2 }, changing: { perSecond: 0.1, burst: 1 } };
  const { get, post } = await testServer({ rates });
  assert.deepEqual([(await get("/api/status")).status, (await get("/api/status")).status], [200, 200]);
  const refused = await get("/api/status");
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get("retry-after"), "10");
  assert.equal(((await refused.json()) as { code: string }).code, "too-many");
  assert.equal((await get("/healthz")).status, 200);
  assert.notEqual((await post("/api/readings/batch", {})).status, 429);
});
