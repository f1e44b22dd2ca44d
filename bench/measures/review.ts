import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEntries } from "@qipan/ledger/entries";
import { type Ledger, openLedger } from "@qipan/ledger/open";
import { type ReceivedDocument, receiveDocument } from "@qipan/ledger/receive-document";
import { rejectReadings } from "@qipan/ledger/review";
import { waitingReadings } from "@qipan/ledger/review/waiting";
import { Client } from "pg";
import { calendarDate } from "@qipan/policy/records/identity";
import { jurisdictionCode, type Ownership } from "@qipan/policy/records/jurisdiction";
import type { Reading } from "@qipan/policy/records/reading";
import { reviewHandlers } from "../../packages/server/src/api/review.ts";
import { api } from "../../packages/server/src/contract/api.ts";
import type { Asked, CallContext } from "../../packages/server/src/http/handlers.ts";
import { localOperator } from "../../packages/server/src/http/session.ts";
import { type Figure, type Measure, quantile, timed } from "../figure.ts";
import { madeSentences } from "../sample-text.ts";

const readings = 100_000;
const perDocument = 500;
const events = 4_000;
const ownership: Ownership = { jurisdiction: jurisdictionCode.parse("JJJ"), visibility: "draft", sharedWith: [] };

/** 审核队列. A page of the queue over 10⁵ readings of 200 documents beside 4 000 events, with counts by facet; then a batch. */
export const reviewMeasure: Measure = {
  name: "review",
  seconds: 150,
  take: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), "qipan-bench-"));
    const ledger = await openLedger({ dataDirectory: folder, now: () => new Date(), poolSize: 4 });
    try {
      await fill(ledger, say);
      return [...(await pageFigures(ledger, say)), ...(await batchFigures(ledger))];
    } finally {
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function fill(ledger: Ledger, say: (line: string) => void): Promise<void> {
  const made = madeSentences(readings);
  await ledger.as(localOperator, (tx) => createEntries(tx, made.slice(0, events).map(eventOf)));
  for (let at = 0; at < readings; at += perDocument) {
    const file = documentOf(`bench-${at}.txt`, made.slice(at, at + perDocument), at);
    await ledger.as(localOperator, async (tx) => {
      const { document } = await receiveDocument(tx, file);
      const some = await waitingReadings(tx, { document: document.id }, perDocument / 10);
      const ids = some.map(({ id }) => id);
      await rejectReadings(tx, ids, { reason: `sample of ${document.name.length}` });
    });
    if (at % 20_000 === 0) say(`filled ${at} of ${readings} readings`);
  }
  await analysed(ledger);
}

/** What the database does by itself within a minute or two of so many new rows. */
async function analysed(ledger: Ledger): Promise<void> {
  const client = new Client(ledger.adminConnection);
  await client.connect();
  await client.query("analyze");
  await client.end();
}

/** Days of ten years, so that every day has some events and some readings. */
function dayOf(index: number): string {
  return new Date(Date.UTC(2014, 1, 26) + (index % 3_650) * 86_400_000).toISOString().slice(0, 10);
}

function eventOf(title: string, index: number): Parameters<typeof createEntries>[1][number] {
  const day = calendarDate.parse(dayOf(index));
  const said = {
    title: title.slice(0, 60),
    titleEn: null,
    dateStart: day,
    dateEnd: day,
    precision: "day",
    eventKind: null,
  };
  const evidence = [
    { kind: "attestation", officer: "bench", statement: "made for measuring", attachment: null },
  ] as const;
  const fields = { ...said, place: null, participants: [], domain: null, cut: false, note: null };
  return { kind: "event", ownership, origin: "hand", confidence: "verified", fields, evidence };
}

function documentOf(name: string, lines: readonly string[], from: number): ReceivedDocument {
  const text = lines.join("\n");
  let start = 0;
  const sentences = lines.map((raw, index) => {
    const sentence = { address: `p${index + 1}.s1`, paragraph: index + 1, ordinal: 1, start, end: start + raw.length };
    start += raw.length + 1;
    return { ...sentence, raw, text: raw, headings: ["二、进展"], searchable: true };
  });
  const profile = { title: name, issuer: null, number: null, date: null };
  const bytes = Buffer.from(text);
  const file = { ownership, name, mediaType: "text/plain", bytes, text, encoding: "utf-8", profile };
  return { ...file, sentences, readings: sentences.map((sentence, index) => readingOf(sentence, from + index)) };
}

/** Three of four are events, the rest figures; every fifth has something that was concluded. */
function readingOf({ address, start, end, raw }: ReceivedDocument["sentences"][number], index: number): Reading {
  const certainty = { date: index % 5 === 0 ? "implied" : "stated", title: "stated", kind: "implied" } as const;
  const spans = [{ address, start, end, text: raw }];
  const proof = { key: `bench:${index}`, recogniser: "bench", spans, certainty, diagnostics: [], refinements: [] };
  if (index % 4 === 3) {
    const value = { value: index, low: null, high: null, unit: "亿元", comparator: "=" } as const;
    const whose = {
      indicator: `指标${index % 300}`,
      region: "110000",
      period: { start: "2020-01-01", end: "2020-12-31" },
    };
    return { type: "measurement", ...proof, ...value, ...whose, change: null, cumulative: false };
  }
  const day = dayOf(index);
  const dated = { dateStart: day, dateEnd: day, precision: "day", title: raw, kind: "other" } as const;
  return { type: "event", ...proof, ...dated, place: null, regions: [], participants: [], cut: false };
}

const pages: readonly (readonly [name: string, query: Readonly<Record<string, string>>])[] = [
  ["first page", {}],
  ["newest first", { sort: "-arrival" }],
  ["in order of documents", { sort: "place" }],
  ["least sure first", { sort: "-certainty" }],
  ["of one type", { type: "measurement" }],
  ["implied", { certainty: "implied", sort: "place" }],
  ["likely duplicates", { alike: "true" }],
  ["rejected", { state: "rejected" }],
  ["of one officer", { state: "any", decidedBy: localOperator.actor }],
  ["of a unit without any", { jurisdiction: "120000" }],
  ["a hundred rows", { limit: "100" }],
];

async function pageFigures(ledger: Ledger, say: (line: string) => void): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (const [name, query] of pages) {
    const own: number[] = [];
    let cursor: string | null = null;
    for (let round = 0; round < 16; round += 1) {
      const { result, ms } = await timed(() => page(ledger, { ...query, ...(cursor === null ? {} : { cursor }) }));
      if (round > 0) own.push(ms);
      cursor = result.next; // pages further and further on
    }
    say(`${name}: ${quantile(own, 0.5).toFixed(1)} ms, p95 ${quantile(own, 0.95).toFixed(1)} ms`);
    times.push(...own);
  }
  const note = `${pages.length} filters and orders × 15 pages of 20 (one of 100) over ${readings.toLocaleString("en")} readings of ${readings / perDocument} documents, ${events.toLocaleString("en")} events, context, candidates and facets`;
  return [
    { name: "review list p50", value: quantile(times, 0.5), unit: "ms", note },
    { name: "review list p95", value: quantile(times, 0.95), unit: "ms", note },
  ];
}

async function page(ledger: Ledger, query: Record<string, string>): Promise<{ readonly next: string | null }> {
  const context = {
    within: (work: Parameters<CallContext["within"]>[0]) => ledger.as(localOperator, work),
  } as CallContext; // the queue asks for nothing else
  const asked = { query: api.listReview.query.parse(query) } as Asked<"listReview">; // parsed by the contract
  const answer = await reviewHandlers.listReview(asked, context);
  JSON.stringify(answer);
  return answer;
}

async function batchFigures(ledger: Ledger): Promise<readonly Figure[]> {
  const context = {
    within: (work: Parameters<CallContext["within"]>[0]) => ledger.as(localOperator, work),
  } as CallContext; // as above
  const ids = (await ledger.as(localOperator, (tx) => waitingReadings(tx, { type: "event" }, 2_000))).map(
    ({ id }) => id,
  );
  const ask = { filter: { ids }, decision: "accept" as const, reason: "bench", sample: 10, seed: 1 };
  const look = await timed(() => reviewHandlers.decideBatch({ body: { ...ask, dryRun: true } }, context));
  const act = await timed(() =>
    reviewHandlers.decideBatch({ body: { ...ask, dryRun: false, expected: look.result.count } }, context),
  );
  const note = `${look.result.count.toLocaleString("en")} events accepted in one request`;
  return [
    { name: "review batch dry run", value: look.ms, unit: "ms", note },
    { name: "review batch", value: act.ms, unit: "ms", note },
  ];
}
