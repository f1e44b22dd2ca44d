import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { api } from "./api.ts";
import { addressOf } from "./client.ts";
import type { Operation } from "./operation.ts";

const operations: [string, Operation][] = Object.entries(api);

test("no two operations share method and path", () => {
  const routes = operations.map(([, { method, path }]) => `${method} ${path}`);
  assert.equal(new Set(routes).size, routes.length);
});

test("every parameter in a path is described, and no other", () => {
  for (const [name, { path, params }] of operations) {
    const inPath = Array.from(path.matchAll(/\{(\w+)\}/gu), ([, parameter]) => parameter);
    assert.deepEqual(Object.keys(params?.shape ?? {}), inPath, name);
  }
});

test("every operation that changes something asks for a role", () => {
  assert.deepEqual(
    operations.filter(([, { method, role, keepsNothing }]) => method === "POST" && role === null && !keepsNothing),
    [],
  );
});

test("every topic is in the glossary", () => {
  const glossary = readFileSync(new URL("../../../../data/glossary.tsv", import.meta.url), "utf8");
  const identifiers = new Set(glossary.split("\n").map((row) => row.split("\t")[4]));
  const missing = operations
    .map(([, { topic }]) => topic.replace(/ies$/u, "y").replace(/s$/u, ""))
    .filter((noun) => !identifiers.has(noun) && !identifiers.has(`${noun}s`));
  assert.deepEqual(missing, []);
});

for (const [rule, actual, expected] of [
  ["parameters are put in, encoded", addressOf("/api/x/{id}", { id: "a b" }), "/api/x/a%20b"],
  [
    "lists are joined, empty values left out",
    addressOf("/api/x", {}, { a: ["1", "2"], b: undefined, c: "" }),
    "/api/x?a=1%2C2",
  ],
] as const)
  test(`addressOf: ${rule}`, () => assert.equal(actual, expected));
