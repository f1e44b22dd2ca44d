import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbour, nextPending, type Queued } from "./queue.ts";

const queued = (id: string, state = "pending"): Queued =>
  ({ id, state, type: "event", start: 0, end: 1, entry: null, address: "p1.s1" }) as Queued; // ids are names here
const queue = [queued("a", "accepted"), queued("b"), queued("c", "rejected"), queued("d")];

for (const [rule, found, expected] of [
  ["from nowhere the first waiting one", nextPending(queue, undefined), "b"],
  ["the next waiting one passes over what is decided", nextPending(queue, "b"), "d"],
  ["after the last it begins again", nextPending(queue, "d"), "b"],
  ["the one that is selected is not offered again", nextPending([queued("a")], "a"), undefined],
  ["a step goes to the neighbour, decided or not", neighbour(queue, "b", 1), "c"],
  ["a step back", neighbour(queue, "b", -1), "a"],
  ["from nowhere a step begins at the first", neighbour(queue, undefined, 1), "a"],
  ["there is nothing beyond the end", neighbour(queue, "d", 1), undefined],
] as const)
  test(`queue: ${rule}`, () => assert.equal(found?.id, expected));
