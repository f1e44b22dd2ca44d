import assert from "node:assert/strict";
import { test } from "node:test";
import { createEntry } from "@qipan/ledger/entries";
import { aDocument, aFigure, anEvent, anEventReading, editorOf, owned } from "@qipan/ledger/harness/samples";
import { addObservations } from "@qipan/ledger/observations";
import { type ReceivedDocument, receiveDocument } from "@qipan/ledger/receive-document";
import type { Id } from "@qipan/policy/records/identity";
import type { MeasurementReading } from "@qipan/policy/records/reading";
import type { Output } from "../contract/client.ts";
import type { Problem } from "../contract/problem.ts";
import { testServer } from "../http/harness/test-server.ts";
import { localOperator } from "../http/session.ts";

const { ledger, get, post, operator } = await testServer();

type Queue = Output<"listReview">;
type Batch = Output<"decideBatch">;
const asked = async <T>(path: string, headers = operator): Promise<T> => {
  const answer = await get(path, headers);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as T;
};
const done = async <T>(path: string, body: unknown): Promise<T> => {
  const answer = await post(path, body);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as T;
};
const refusal = async (path: string, body: unknown): Promise<Problem> =>
  (await post(path, body)).json() as Promise<Problem>;

function told(name: string, lines: readonly string[]): ReceivedDocument {
  const document = aDocument(name, lines);
  return { ...document, readings: document.sentences.map((sentence) => anEventReading(sentence)) };
}

async function keep(name: string, lines: readonly string[], unit = "110000"): Promise<Id> {
  const file = { ...told(name, lines), ownership: owned(unit) };
  const principal = unit === "110000" ? localOperator : editorOf(unit);
  return (await ledger.as(principal, (tx) => receiveDocument(tx, file))).document.id;
}

const bridge = await ledger.as(localOperator, (tx) => createEntry(tx, anEvent("甲桥在河东建成通车")));
const first = await keep("甲.txt", ["甲桥建成通车。", "甲站启用运行。", "甲路开工建设。"]);
await keep("他.txt", ["丑桥建成通车。"], "999999");

test("the queue shows each reading in its sentence, with the entry that may be the same", async () => {
  const { items, total, facets } = await asked<Queue>(`/api/review?document=${first}`);
  assert.equal(total, 3);
  assert.deepEqual(
    items.map(({ context, candidates, alike }) => [
      context?.raw,
      context?.before?.text ?? null,
      candidates[0]?.entry,
      alike,
    ]),
    [
      ["甲桥建成通车。", null, bridge.id, true],
      ["甲站启用运行。", "甲桥建成通车。", undefined, false],
      ["甲路开工建设。", "甲站启用运行。", undefined, false],
    ],
  );
  assert.deepEqual(facets.alike.map(({ value, count }) => `${value} ${count}`).sort(), ["false 2", "true 1"]);
  assert.equal((await asked<Queue>(`/api/review?document=${first}&alike=true`)).total, 1);
});

test("nobody sees the queue of another unit's drafts, nor counts in it", async () => {
  const mine = await asked<Queue>("/api/review");
  assert.ok(!JSON.stringify(mine).includes("丑桥"));
  assert.deepEqual(
    mine.facets.jurisdiction.map(({ value }) => value),
    ["110000"],
  );
  const open = await asked<Queue>("/api/review", {} as typeof operator);
  assert.deepEqual([open.items, open.total, open.facets.document], [[], 0, []]);
});

test("a measurement stands beside the figure that is held for it", async () => {
  const file = aDocument("数.txt", ["2020年全市投资100亿元。"]);
  const [sentence] = file.sentences;
  assert.ok(sentence);
  const { address, start, end, raw: text } = sentence;
  const reading: MeasurementReading = {
    type: "measurement",
    key: "measurement:sample",
    recogniser: "sample",
    spans: [{ address, start, end, text }],
    certainty: { indicator: "stated", region: "implied" },
    diagnostics: [],
    refinements: [],
    indicator: "投资",
    region: "110000",
    period: { start: "2020-01-01", end: "2020-12-31" },
    value: 120,
    low: null,
    high: null,
    unit: "亿元",
    comparator: "=",
    change: null,
    cumulative: false,
  };
  await ledger.as(localOperator, async (tx) => {
    const named = { title: "投资", titleEn: null, unit: "亿元", domain: "economy", direction: "neutral" };
    const { ownership, origin, confidence, evidence } = anEvent("投资");
    const indicator = { kind: "indicator", key: "investment", ownership, origin, confidence, evidence } as const;
    const fields = { ...named, definition: null, frequency: null, publisher: null };
    await createEntry(tx, { ...indicator, fields });
    await addObservations(tx, {
      batch: { file: "x", sheet: null, sha256: null },
      rows: [aFigure("investment", "110000")],
    });
    await receiveDocument(tx, { ...file, readings: [reading] });
  });
  const { items } = await asked<Queue>("/api/review?type=measurement");
  assert.deepEqual(
    items.map(({ certainty, alike, figures }) => [
      certainty,
      alike,
      figures.map(({ value, why }) => [value, why.code]),
    ]),
    [["implied", true, [[100, "other-value-held"]]]],
  );
});

test("a dry run shows counts and a sample that the seed chooses; the batch then needs the count it showed", async () => {
  const document = await keep(
    "批.txt",
    Array.from({ length: 12 }, (_, index) => `乙${index}号泵站竣工投用。`),
  );
  const filter = { document };
  const look = await done<Batch>("/api/review/batch", { filter, decision: "accept", sample: 4, seed: 7 });
  assert.deepEqual(
    [look.dryRun, look.count, look.counts.created + look.counts.left, look.sample.length],
    [true, 12, 12, 4],
  );
  const again = await done<Batch>("/api/review/batch", { filter, decision: "accept", sample: 4, seed: 7 });
  assert.deepEqual(
    again.sample.map(({ id }) => id),
    look.sample.map(({ id }) => id),
    "the same seed, the same sample",
  );
  const other = await done<Batch>("/api/review/batch", { filter, decision: "accept", sample: 4, seed: 8 });
  assert.notDeepEqual(
    other.sample.map(({ id }) => id),
    look.sample.map(({ id }) => id),
  );
  assert.ok(look.sample.every(({ fate, context }) => fate !== null && context !== null));

  const body = { filter, decision: "accept", dryRun: false, reason: "样本无误" };
  assert.equal((await refusal("/api/review/batch", body)).code, "invalid");
  const [one] = look.sample;
  await done(`/api/readings/${one?.id}/reject`, { reason: "并非事件" });
  const stale = await refusal("/api/review/batch", { ...body, expected: 12 });
  assert.deepEqual([stale.code, stale.detail.includes("11 readings wait")], ["conflict", true]);
  const result = await done<Batch>("/api/review/batch", { ...body, expected: 11 });
  assert.equal(result.counts.created + result.counts.merged + result.counts.left, 11);
  assert.ok(result.sample.every(({ state, fate }) => (fate?.becomes === "left") === (state === "pending")));
  assert.equal((await asked<Queue>(`/api/review?document=${document}`)).total, result.counts.left);
});

test("a batch rejects what is named by ids, with a reason, and the history of each names the batch", async () => {
  const document = await keep("拒.txt", ["丙一竣工投用。", "丙二竣工投用。", "丙三竣工投用。"]);
  const { items } = await asked<Queue>(`/api/review?document=${document}`);
  const ids = items.slice(0, 2).map(({ id }) => id);
  assert.equal((await refusal("/api/review/batch", { filter: { ids }, decision: "reject" })).code, "invalid");
  assert.equal(
    (await refusal("/api/review/batch", { filter: {}, decision: "reject", reason: "重复" })).code,
    "invalid",
  );
  const body = { filter: { ids }, decision: "reject", reason: "重复", dryRun: false, expected: 2 };
  assert.equal((await done<Batch>("/api/review/batch", body)).counts.rejected, 2);
  const { items: history } = await asked<Output<"listDecisions">>(`/api/readings/${ids[0]}/decisions`);
  assert.deepEqual(
    history.map(({ action, reason, actor }) => [action, reason, actor]),
    [["reject", "重复", localOperator.actor]],
  );
  assert.match(String(history[0]?.details["batch"]), /^[0-9a-f-]{36}$/u);
  const reasons = await asked<Output<"listReasons">>("/api/review/reasons?type=event");
  assert.ok(reasons.used.some(({ reason, count }) => reason === "重复" && count >= 2));
  assert.ok(reasons.suggested.every(({ type }) => type === "event" || type === null));
});

test("passages of two documents that tell the same become one entry in one batch", async () => {
  const one = await keep("双一.txt", ["丁县防汛联合演练在城关举行完毕。"]);
  const two = await keep("双二.txt", ["丁县防汛联合演练在城关举行完毕！"]);
  const ids = await Promise.all(
    [one, two].map(async (document) => (await asked<Queue>(`/api/review?document=${document}`)).items[0]?.id),
  );
  const body = { filter: { ids }, decision: "accept", dryRun: false, expected: 2 };
  const { counts, fates } = await done<Batch>("/api/review/batch", body);
  assert.deepEqual([counts.created, counts.merged], [1, 1]);
  assert.equal(fates[0]?.entry, fates[1]?.entry);
});

test("a reading is split over the API, one part accepted with its own fields, one left to wait", async () => {
  const document = await keep("分.txt", ["戊桥合龙贯通，戊站启用运行。"]);
  const [whole] = (await asked<Queue>(`/api/review?document=${document}`)).items;
  assert.ok(whole);
  const { start, end } = whole;
  const parts = [
    { spans: [{ start, end: start + 6 }], becomes: { state: "accepted", fields: { title: "戊桥合龙" } } },
    { spans: [{ start: start + 7, end }] },
  ];
  const split = await done<Output<"splitReading">>(`/api/readings/${whole.id}/split`, { parts, reason: "两件事" });
  assert.deepEqual(
    [split.reading.state, split.parts.map(({ reading }) => reading.state)],
    ["split", ["accepted", "pending"]],
  );
  assert.equal(split.parts[0]?.entry?.title, "戊桥合龙");
  const [waiting] = (await asked<Queue>(`/api/review?document=${document}`)).items;
  assert.deepEqual([waiting?.partOf, waiting?.quote], [whole.id, "戊站启用运行。"]);
  const second = await refusal(`/api/readings/${whole.id}/accept`, {});
  assert.match(second.detail, /was split by .+ on 2026-01-05/u);
});
