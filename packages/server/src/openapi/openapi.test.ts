import assert from "node:assert/strict";
import { test } from "node:test";
import { api } from "../contract/api.ts";
import { problemTitles } from "../contract/operation.ts";
import { apiPage } from "./api-page.ts";
import { openApiDocument } from "./openapi-document.ts";

const document = openApiDocument("0.0.0") as {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      { operationId: string; parameters: { name: string; in: string; required: boolean }[]; responses: object }
    >
  >;
  components: { schemas: Record<string, unknown> };
};

/** Every `$ref` anywhere in a value. */
function references(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : references(inner),
  );
}

test("every reference leads to a schema of the document", () => {
  const found = references(document);
  assert.ok(found.length > 100);
  const missing = found.filter(
    (reference) => !(reference.replace("#/components/schemas/", "") in document.components.schemas),
  );
  assert.deepEqual([...new Set(missing)], []);
});

test("every operation of the contract is described, once, with its path's parameters", () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters }]) => {
      const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
      assert.deepEqual(
        inPath,
        Array.from(path.matchAll(/\{(\w+)\}/gu), ([, name]) => name),
      );
      return `${operationId} ${method.toUpperCase()} ${path}`;
    }),
  );
  assert.deepEqual(
    described.sort(),
    Object.entries(api)
      .map(([name, { method, path }]) => `${name} ${method} ${path}`)
      .sort(),
  );
});

test("a parameter with a default is not required", () => {
  const limit = document.paths["/api/entries"]?.["get"]?.parameters.find(({ name }) => name === "limit");
  assert.equal(limit?.required, false);
});

test("records stand under their names and are referred to, not repeated", () => {
  assert.ok(JSON.stringify(document.components.schemas["ListEntriesAnswer"]).includes("#/components/schemas/Entry"));
  assert.ok("EventFields" in document.components.schemas);
});

test("no answer may hold what is not named, so a client knows every key", () => {
  const entry = document.components.schemas["Entry"] as { additionalProperties: boolean };
  assert.equal(entry.additionalProperties, false);
});

test("the page for people names every operation and every problem, and has no script", () => {
  const page = apiPage("http://127.0.0.1:8620");
  for (const name of Object.keys(api)) assert.ok(page.includes(`id="${name}"`), name);
  for (const code of Object.keys(problemTitles)) assert.ok(page.includes(`id="problem-${code}"`), code);
  assert.ok(!/<script|style=|onclick/iu.test(page));
});
