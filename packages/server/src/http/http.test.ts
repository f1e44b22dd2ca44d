import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import type { Problem } from "../contract/problem.ts";
import { testServer } from "./harness/test-server.ts";

const { url, get, post, operator } = await testServer();

/** The problem of an answer, with its media type checked. */
async function problem(answer: Response | Promise<Response>): Promise<Problem> {
  const response = await answer;
  assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/u);
  return (await response.json()) as Problem; // what an answer of that type holds
}

/** Asks under a host name of our choice, which fetch does not allow. */
function getAs(host: string, path = "/healthz"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url + path, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

const { port } = new URL(url);

for (const [rule, path, code, detail] of [
  ["an unknown operation", "/api/nothing", "not-found", /No operation at \/api\/nothing/u],
  ["a missing parameter", "/api/entries", "invalid", /query\.kind: expected one of event, plan/u],
  ["a value outside the vocabulary", "/api/entries?kind=novel", "invalid", /query\.kind: expected one of event/u],
  [
    "a misspelt parameter",
    "/api/entries?kind=event&regoin=110000",
    "invalid",
    /query\.regoin: this route has no such parameter; it takes kind/u,
  ],
  ["a day that does not exist", "/api/board?asOf=2026-02-30", "invalid", /query\.asOf: this day does not exist/u],
  ["a limit above the largest", "/api/entries?kind=event&limit=501", "invalid", /query\.limit/u],
  [
    "a field the register lacks",
    "/api/entries?kind=event&where=colour:red",
    "invalid",
    /has no field colour; it has title/u,
  ],
  ["an id that is none", "/api/entries/7", "invalid", /params\.id/u],
  [
    "an id that is not held",
    "/api/entries/01890000-0000-7000-8000-000000000000",
    "not-found",
    /or none that you may see/u,
  ],
  ["a cursor of nobody", "/api/entries?kind=event&cursor=abc", "invalid", /cursor/u],
  ["a list of another unit's audit", "/api/audit", "unauthenticated", /administrator/u],
] as const)
  test(`refused: ${rule}`, async () => {
    const { code: found, detail: said, status } = await problem(get(path));
    assert.equal(found, code);
    assert.match(said, detail);
    assert.ok(status >= 400);
  });

test("every fault of a request is told at once", async () => {
  const { issues } = await problem(get("/api/entries?kind=novel&asOf=yesterday&limit=0&colour=red"));
  assert.deepEqual(issues?.map(({ path }) => path).sort(), ["query.asOf", "query.colour", "query.kind", "query.limit"]);
});

test("a method that an address does not take is told those it does", async () => {
  const answer = await fetch(`${url}/api/board`, { method: "DELETE" });
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.get("allow"), "GET, HEAD");
});

test("HEAD answers like GET without the body", async () => {
  const answer = await fetch(`${url}/api/registers`, { method: "HEAD" });
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), "");
});

for (const [host, status] of [
  [`127.0.0.1:${port}`, 200],
  [`localhost:${port}`, 200],
  [`[::1]:${port}`, 200],
  ["127.0.0.1", 421],
  [`evil.example:${port}`, 421],
  ["qipan.example", 421],
  [`localhost:1`, 421],
] as const)
  test(`Host ${host} is answered with ${status}`, async () => assert.equal(await getAs(host), status));

const reason = { reason: "no reason" };
const someEntry = "/api/entries/01890000-0000-7000-8000-000000000000/withdraw";

for (const [rule, headers, code] of [
  ["a page of another site", { origin: "https://evil.example" }, "wrong-origin"],
  ["a page of another port of this machine", { origin: "http://127.0.0.1:1" }, "wrong-origin"],
  ["a sandboxed page", { origin: "null" }, "wrong-origin"],
  ["a browser that says cross-site", { "sec-fetch-site": "cross-site" }, "wrong-origin"],
  ["a form", { "content-type": "application/x-www-form-urlencoded" }, "unsupported-media-type"],
  ["a form that sends text", { "content-type": "text/plain" }, "unsupported-media-type"],
  ["a request without a session", { cookie: "" }, "unauthenticated"],
  ["a request with another token", { cookie: "qipan_session=x" }, "unauthenticated"],
  ["our own page", { origin: url, "sec-fetch-site": "same-origin" }, "not-found"],
  ["a program with the session", {}, "not-found"],
] as [string, Record<string, string>, string][])
  test(`a change sent by ${rule} ends with ${code}`, async () => {
    assert.equal((await problem(post(someEntry, reason, headers))).code, code);
  });

test("a body above the limit is refused", async () => {
  const { code } = await problem(post(someEntry, { reason: "x".repeat(1024 * 1024) }));
  assert.equal(code, "too-large");
});

test("a body that is no JSON is refused", async () => {
  const answer = await fetch(url + someEntry, {
    method: "POST",
    headers: { "content-type": "application/json", ...operator },
    body: "{",
  });
  assert.equal((await problem(answer)).code, "invalid");
});

test("without the page's cookie a request is the public reader's, with it the operator's", async () => {
  const asPublic = (await (await get("/api/status")).json()) as { actor: string };
  const asOperator = (await (await get("/api/status", operator)).json()) as { actor: string };
  assert.deepEqual([asPublic.actor, asOperator.actor], ["public", "local-operator"]);
});

test("the cookie can be read by no script and goes to no other site", async () => {
  const [cookie] = (await fetch(url)).headers.getSetCookie();
  assert.match(cookie ?? "", /^qipan_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
});

test("a page asked for through a proxy carries no session", async () => {
  assert.deepEqual((await get("/", { "x-forwarded-for": "203.0.113.7" })).headers.getSetCookie(), []);
});

test("the API hands out no session", async () => {
  assert.deepEqual((await get("/api/status")).headers.getSetCookie(), []);
});

test("security headers stand on every answer", async () => {
  for (const path of ["/", "/api/registers", "/api/nothing", "/healthz"]) {
    const { headers } = await get(path);
    assert.match(headers.get("content-security-policy") ?? "", /^default-src 'self'; object-src 'none'/u);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cross-origin-resource-policy"), "same-origin");
    assert.match(headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/u);
  }
});

test("an answer that the client holds is not sent again", async () => {
  const first = await get("/api/registers", { "accept-encoding": "identity" });
  const tag = first.headers.get("etag") ?? "";
  assert.match(tag, /^"[\w-]+"$/u);
  const again = await get("/api/registers", { "if-none-match": tag, "accept-encoding": "identity" });
  assert.equal(again.status, 304);
  assert.equal(await again.text(), "");
});

test("a packed answer has a tag of its own and the same content", async () => {
  const plain = await get("/api/registers", { "accept-encoding": "identity" });
  const packed = await get("/api/registers", { "accept-encoding": "gzip" });
  assert.equal(packed.headers.get("content-encoding"), "gzip");
  assert.notEqual(packed.headers.get("etag"), plain.headers.get("etag"));
  assert.equal(await packed.text(), await plain.text());
});

test("health, readiness and metrics", async () => {
  assert.equal((await get("/healthz")).status, 200);
  assert.equal((await get("/readyz")).status, 200);
  const text = await (await get("/metrics")).text();
  assert.match(text, /qipan_http_requests_total\{route="GET \/api\/registers",status="200"\} \d+/u);
  assert.match(text, /qipan_ledger_connections\{state="open"\} \d+/u);
});

test("an address of the web app answers with its page, a missing file does not", async () => {
  assert.match((await get("/documents/7")).headers.get("content-type") ?? "", /^text\/html/u);
  assert.equal((await get("/assets/missing.js")).status, 404);
  assert.equal((await get("/../../package.json")).status, 404);
  assert.equal((await get("/%2e%2e/%2e%2e/package.json")).status, 404);
  assert.equal((await get("/%00.js")).status, 404);
  assert.equal((await get("/%E0%A4%A.js")).status, 404);
});
