import assert from "node:assert/strict";
import { test } from "node:test";
import type { Output } from "../contract/client.ts";
import { mostTriedCharacters } from "../contract/try-reading.ts";
import { testServer } from "../http/harness/test-server.ts";

const server = await testServer();

async function ask(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/api/try`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function read(text: string, date?: string): Promise<Output<"tryReading">> {
  const answer = await ask(date === undefined ? { text } : { text, date });
  assert.equal(answer.status, 200, await answer.clone().text());
  assert.equal(answer.headers.get("cache-control"), "no-store");
  return answer.json() as Promise<Output<"tryReading">>;
}

test("a sentence is read for the public: its sentence, mentions and readings", async () => {
  const { sentences, mentions, readings, places, cut } = await read("2023年，合肥市新增公园绿地约120公顷。");
  assert.deepEqual(
    sentences.map(({ address }) => address),
    ["p1.s1"],
  );
  assert.ok(mentions.some(({ kind, text }) => kind === "date" && text === "2023年"));
  assert.ok(mentions.some((mention) => mention.kind === "quantity" && mention.comparator === "~"));
  assert.ok(readings.length > 0);
  assert.equal(cut, false);
  assert.equal(places["340100"], "合肥市");
});

test("the day of the document is what bare words lean on", async () => {
  const { mentions } = await read("今年新增公园绿地120公顷。", "2021-06-30");
  const date = mentions.find(({ kind }) => kind === "date");
  assert.ok(date?.kind === "date" && date.dateStart === "2021-01-01", JSON.stringify(date));
});

for (const [rule, text] of [
  ["nothing at all", ""],
  ["only blanks", " \n\n　"],
  ["marks and scripts", "<script>alert(1)</script>\u0000\ud800{{x}}"],
] as const)
  test(`${rule} is no fault`, async () => assert.equal((await read(text)).cut, false));

test("the longest text that is taken comes back in time, one character more is refused", async () => {
  const { sentences } = await read("2023年新增绿地120公顷。".repeat(12_000).slice(0, mostTriedCharacters));
  assert.ok(sentences.length > 1000);
  const longer = await ask({ text: "三".repeat(mostTriedCharacters + 1) });
  assert.equal(longer.status, 400);
  assert.equal((await ask({ text: "x".repeat(8 * mostTriedCharacters) })).status, 413);
});

test("more than can be shown is cut and counted", async () => {
  const { mentions, found, cut } = await read("1年。".repeat(45_000));
  assert.ok(cut && mentions.length < found.mentions);
});

for (const [rule, body] of [
  ["no text", {}],
  ["a day that does not exist", { text: "一", date: "2023-02-30" }],
  ["a member that is not known", { text: "一", save: true }],
] as const)
  test(`${rule} is refused`, async () => assert.equal((await ask(body)).status, 400));

test("a request from another site is refused", async () =>
  assert.equal((await ask({ text: "一" }, { origin: "https://elsewhere.example" })).status, 403));

test("while too many wait the next is told to come again", async () => {
  const long = "2023年新增绿地120公顷。".repeat(8_000);
  const answers = await Promise.all(Array.from({ length: 14 }, () => ask({ text: long })));
  const statuses = answers.map(({ status }) => status);
  assert.ok(statuses.includes(200) && statuses.includes(429), statuses.join(" "));
  assert.equal(answers.find(({ status }) => status === 429)?.headers.get("retry-after"), "2");
});

test("nothing is stored", async () => {
  const documents = (await (await server.get("/api/documents", server.operator)).json()) as Output<"listDocuments">;
  assert.equal(documents.total, 0);
});
