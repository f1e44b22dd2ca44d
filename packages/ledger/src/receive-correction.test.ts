import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyCard } from "@qipan/policy/records/card";
import type { Document } from "@qipan/policy/records/document";
import type { Id } from "@qipan/policy/records/identity";
import { publicReader } from "@qipan/policy/records/principal";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { auditPage } from "./audit.ts";
import { decisionsOn } from "./decisions.ts";
import { documentById, documentsPage } from "./documents.ts";
import { createEntry, withdrawEntry } from "./entries.ts";
import { entryById } from "./entry-queries.ts";
import { aDocument, aFigure, anEvent, anEventReading, editorOf, owned, quoting } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { versionsOf } from "./history.ts";
import { observationById, observationsOf } from "./observation-queries.ts";
import { addObservations } from "./observations.ts";
import { purgeDocument } from "./purge.ts";
import { receiveCorrection } from "./receive-correction.ts";
import { type ReceivedDocument, receiveDocument } from "./receive-document.ts";
import { partsOf, readingsPage } from "./readings.ts";
import { LedgerRefusal } from "./refusal.ts";
import { acceptAsObservation, acceptReading, mergeReading, rejectReading } from "./review.ts";
import { search } from "./search.ts";
import { splitReading } from "./split.ts";
import { systemPrincipal } from "./transaction.ts";
import { verifyLedger } from "./verify.ts";
import { affectedBy, settledCount } from "./versions/affected.ts";
import { versionsOfDocument } from "./versions/document-versions.ts";
import { settleAffected } from "./versions/settle.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const tianjin = editorOf("120000");
const wang = { ...beijing, actor: "王敏" };
const refused = (code: string) => (error: unknown) => error instanceof LedgerRefusal && error.code === code;

function told(name: string, lines: readonly string[], more: Partial<ReceivedDocument> = {}): ReceivedDocument {
  const document = aDocument(name, lines, more);
  return { ...document, readings: document.sentences.map((sentence) => anEventReading(sentence)) };
}

async function keep(name: string, lines: readonly string[], more: Partial<ReceivedDocument> = {}): Promise<Document> {
  return (await ledger.as(beijing, (tx) => receiveDocument(tx, told(name, lines, more)))).document;
}

const correct = (corrects: Id, file: ReceivedDocument, principal = beijing) =>
  ledger.as(principal, (tx) => receiveCorrection(tx, file, { corrects, reason: "更正错字" }));
const readingsIn = async (document: Id): Promise<readonly StoredReading[]> =>
  (await ledger.as(beijing, (tx) => readingsPage(tx, { document, limit: 50 }))).items;
const statesIn = async (document: Id): Promise<readonly string[]> =>
  (await readingsIn(document)).map(({ quote, state }) => `${quote} ${state}`);
const acceptance = (title: string) => {
  const { kind, fields, confidence } = anEvent(title);
  return { entry: { kind, fields, confidence, ownership: owned("110000") } };
};

test("a corrected file is the next version; the older one stays readable and leaves the lists", async () => {
  const older = await keep("规划.txt", ["甲湖引水工程开工。", "甲湖灌区改造完成三成。"]);
  const { document, alignment } = await correct(
    older.id,
    told("规划（改）.txt", ["甲湖引水工程开工。", "甲湖灌区改造完成五成。"]),
  );
  assert.deepEqual([document.version, document.previous, document.newer], [2, older.id, null]);
  assert.deepEqual(alignment, { same: 1, moved: 0, changed: 1, lost: 0 });
  const before = await ledger.as(beijing, (tx) => documentById(tx, older.id));
  assert.deepEqual([before?.version, before?.newer, before?.pendingCount], [1, document.id, 0]);
  const listed = async (versions: "newest" | "all") =>
    (await ledger.as(beijing, (tx) => documentsPage(tx, { q: "规划", versions, limit: 9 }))).items.map(
      ({ name }) => name,
    );
  assert.deepEqual([await listed("newest"), (await listed("all")).length], [["规划（改）.txt"], 2]);
  const versions = await ledger.as(beijing, (tx) => versionsOfDocument(tx, older.id));
  assert.deepEqual(
    versions.map(({ document: { version }, reason, current }) => [version, reason, current]),
    [
      [1, null, false],
      [2, "更正错字", true],
    ],
  );
  const [deed] = (await ledger.as(beijing, (tx) => auditPage(tx, { subject: document.id, limit: 1 }))).items;
  assert.deepEqual([deed?.action, deed?.reason], ["correct-document", "更正错字"]);
});

test("search finds the newest version, all of them on request, and any within one document", async () => {
  const older = await keep("搜.txt", ["乙湖清淤开工。"]);
  const { document } = await correct(older.id, told("搜（改）.txt", ["乙湖清淤全面开工。"]));
  const found = async (more: { everyVersion?: boolean; document?: Id } = {}) => {
    const result = await ledger.as(beijing, (tx) =>
      search(tx, { q: "乙湖清淤", scope: "sentences", limit: 9, ...more }),
    );
    return [result.total, result.items.map((hit) => hit.type === "sentence" && hit.document)];
  };
  assert.deepEqual(await found(), [1, [document.id]]);
  assert.deepEqual((await found({ everyVersion: true }))[0], 2);
  assert.deepEqual(await found({ document: older.id }), [1, [older.id]]);
});

test("decisions carry over to what says the same; what waited is superseded; what changed waits", async () => {
  const lines = ["丙一开工。", "丙二竣工。", "丙三通车。", "丙四揭牌。", "丙五签约。"];
  const older = await keep("承.txt", lines);
  const [one, two, three] = await readingsIn(older.id);
  assert.ok(one && two && three);
  const entry = await ledger.as(wang, (tx) => acceptReading(tx, one.id, acceptance("丙一开工")));
  await ledger.as(wang, (tx) => mergeReading(tx, two.id, { into: entry.id }));
  await ledger.as(wang, (tx) => rejectReading(tx, three.id, "并非事件"));
  const corrected = told("承（改）.txt", ["前言一句。", "丙一开工。", "丙二竣工。", "丙三通车。", "丙四挂牌。"]);
  const { document, carried, superseded } = await correct(older.id, corrected);
  assert.deepEqual([carried, superseded], [{ kept: 2, rejected: 1, left: 0 }, 2]);
  assert.deepEqual(await statesIn(document.id), [
    "前言一句。 pending",
    "丙一开工。 merged",
    "丙二竣工。 merged",
    "丙三通车。 rejected",
    "丙四挂牌。 pending",
  ]);
  assert.deepEqual(await statesIn(older.id), [
    "丙一开工。 accepted",
    "丙二竣工。 merged",
    "丙三通车。 rejected",
    "丙四揭牌。 superseded",
    "丙五签约。 superseded",
  ]);
  const after = await ledger.as(beijing, (tx) => entryById(tx, entry.id));
  assert.equal(after?.evidence.shown.length, 4, "each sentence in both versions");
  const last = (await ledger.as(beijing, (tx) => versionsOf(tx, entry.id))).at(-1);
  assert.match(last?.reason ?? "", /carried over to version 2 of the document: merged by 王敏 on 2026-01-05/u);
  const [, carriedOne, , carriedThree] = await readingsIn(document.id);
  assert.deepEqual(
    [carriedOne?.decidedBy, carriedThree?.decidedBy, carriedThree?.reason],
    ["王敏", "王敏", "并非事件"],
  );
  const [history] = await ledger.as(beijing, (tx) => decisionsOn(tx, carriedThree?.id ?? assert.fail()));
  assert.deepEqual([history?.action, history?.actor, history?.details["from"]], ["carry", beijing.actor, three.id]);
});

test("a rejected reading stays rejected in the version after the next", async () => {
  const first = await keep("拒.txt", ["丁一开工。", "丁二。"]);
  const [reading] = await readingsIn(first.id);
  await ledger.as(beijing, (tx) => rejectReading(tx, reading?.id ?? assert.fail(), "并非事件"));
  const second = (await correct(first.id, told("拒二.txt", ["丁一开工。", "丁二。", "丁三。"]))).document;
  const third = (await correct(second.id, told("拒三.txt", ["丁一开工。", "丁三。"]))).document;
  assert.equal(third.version, 3);
  assert.deepEqual(await statesIn(third.id), ["丁一开工。 rejected", "丁三。 pending"]);
  assert.equal((await ledger.as(beijing, (tx) => versionsOfDocument(tx, second.id))).length, 3);
});

test("a figure goes on with the words of the new version as its evidence", async () => {
  const older = await keep("数.txt", ["全年完成投资120亿元。", "其余从略。"]);
  const [reading] = await readingsIn(older.id);
  const { evidence: _, ...figure } = aFigure("投资", "110000", { series: "承接" });
  const made = await ledger.as(beijing, (tx) => acceptAsObservation(tx, reading?.id ?? assert.fail(), figure));
  const { document, carried } = await correct(older.id, told("数（改）.txt", ["标题。", "全年完成投资120亿元。"]));
  assert.equal(carried.kept, 1);
  const current = await ledger.as(beijing, (tx) => observationsOf(tx, { indicators: ["投资"], series: "承接" }));
  assert.deepEqual(
    current.map(({ evidence }) => evidence?.kind === "sentence" && [evidence.document, evidence.address]),
    [[document.id, "p2.s1"]],
  );
  assert.notEqual((await ledger.as(beijing, (tx) => observationById(tx, made.id)))?.supersededAt, null);
});

test("a split reading is split in the same way, with what its parts became", async () => {
  const older = await keep("分.txt", ["戊桥合龙，戊站启用。", "其余。"]);
  const [whole] = await readingsIn(older.id);
  assert.ok(whole);
  const parts = [[{ start: whole.start, end: whole.start + 4 }], [{ start: whole.start + 5, end: whole.start + 9 }]];
  const [first] = await ledger.as(beijing, (tx) => splitReading(tx, whole.id, { parts }));
  const entry = await ledger.as(beijing, (tx) => acceptReading(tx, first?.id ?? assert.fail(), acceptance("戊桥合龙")));
  const { document } = await correct(older.id, told("分（改）.txt", ["新增一句。", "戊桥合龙，戊站启用。"]));
  const split = (await readingsIn(document.id)).find(({ state }) => state === "split");
  const made = await ledger.as(beijing, (tx) => partsOf(tx, split?.id ?? assert.fail()));
  assert.deepEqual(
    made.map(({ quote, state, entry: of }) => [quote, state, of]),
    [
      ["戊桥合龙", "merged", entry.id],
      ["戊站启用", "pending", null],
    ],
  );
});

test("what stands on words that changed or went is listed until it is settled", async () => {
  const file = aDocument("影.txt", [
    "己路长一百二十公里。",
    "己站日均客流三万人次。",
    "己桥由两县共建。",
    "己湖水质稳定。",
  ]);
  const { document: older } = await ledger.as(beijing, (tx) => receiveDocument(tx, file));
  const standing = (index: number, title: string) => {
    const sentence = file.sentences[index] ?? assert.fail();
    return ledger.as(beijing, (tx) =>
      createEntry(tx, anEvent(title, { evidence: [quoting(older.id, sentence, sentence.raw)] })),
    );
  };
  const [road, station, bridge, lake] = [
    await standing(0, "己路"),
    await standing(1, "己站"),
    await standing(2, "己桥"),
    await standing(3, "己湖"),
  ];
  const figure = aFigure("客流", "110000", {
    evidence: quoting(older.id, file.sentences[1] ?? assert.fail(), "三万人次"),
  });
  await ledger.as(beijing, (tx) =>
    addObservations(tx, {
      batch: { file: "x", sheet: null, sha256: null },
      rows: [figure],
    }),
  );
  const { document } = await correct(
    older.id,
    aDocument("影（改）.txt", ["己路长一百二十五公里。", "己站日均客流四万人次。", "己湖水质稳定。"]),
  );
  const list = () => ledger.as(beijing, (tx) => affectedBy(tx, document.id));
  assert.deepEqual(
    (await list()).map(({ entry, kind, oldAddress, state, newAddress }) => [
      entry?.title ?? kind,
      oldAddress,
      state,
      newAddress,
    ]),
    [
      ["己路", "p1.s1", "changed", "p1.s1"],
      ["己站", "p2.s1", "changed", "p2.s1"],
      ["observation", "p2.s1", "changed", "p2.s1"],
      ["己桥", "p3.s1", "lost", null],
    ],
  );
  const settle = (settlement: Parameters<typeof settleAffected>[2], principal = beijing) =>
    ledger.as(principal, (tx) => settleAffected(tx, document.id, settlement));
  const held = await settle({ action: "holds", subject: road.id, oldAddress: "p1.s1", reason: "只改里程" });
  assert.deepEqual(
    held.entry?.evidence.shown.map((item) => item.kind === "sentence" && item.quote),
    ["己路长一百二十公里。", "己路长一百二十五公里。"],
  );
  const edit = { action: "edit", subject: station.id, oldAddress: "p2.s1", reason: "客流改为四万" } as const;
  const edited = await settle({ ...edit, expectedVersion: 1, fields: { title: "己站客流四万" } });
  assert.deepEqual([edited.entry?.title, edited.entry?.evidence.shown.length], ["己站客流四万", 2]);
  await assert.rejects(
    settle({ action: "holds", subject: bridge.id, oldAddress: "p3.s1", reason: "仍成立" }),
    refused("invalid"),
  );
  assert.equal(
    (await settle({ action: "withdraw", subject: bridge.id, oldAddress: "p3.s1", reason: "新版删去" })).entry
      ?.withdrawn,
    true,
  );
  const [left] = await list();
  assert.equal(left?.kind, "observation");
  const again = await settle({
    action: "holds",
    subject: left?.subject ?? assert.fail(),
    oldAddress: "p2.s1",
    reason: "复核",
  });
  assert.equal(again.observation?.evidence?.kind === "sentence" && again.observation.evidence.document, document.id);
  assert.deepEqual([await list(), await ledger.as(beijing, (tx) => settledCount(tx, document.id))], [[], 4]);
  await assert.rejects(settle({ ...edit, expectedVersion: 2 }), refused("not-found"));
  await ledger.as(beijing, (tx) => withdrawEntry(tx, lake.id, "清理"));
  const [deed] = (await ledger.as(beijing, (tx) => auditPage(tx, { subject: bridge.id, limit: 1 }))).items;
  assert.deepEqual([deed?.action, deed?.reason], ["settle-withdraw", "新版删去"]);
});

test("a draft correction hides the published document from nobody else, and shows itself to nobody else", async () => {
  const older = await keep("公开.txt", ["庚湖蓄水开始。"], { ownership: owned("110000", "public") });
  const { document } = await correct(older.id, told("公开（改）.txt", ["庚湖蓄水完成。"]));
  for (const principal of [publicReader, tianjin]) {
    const seen = await ledger.as(principal, async (tx) => ({
      listed: (await documentsPage(tx, { q: "公开", limit: 9 })).items.map(({ name, newer }) => [name, newer]),
      versions: (await versionsOfDocument(tx, older.id)).map(({ current }) => current),
      draft: [await documentById(tx, document.id), (await versionsOfDocument(tx, document.id)).length],
      found: (await search(tx, { q: "庚湖蓄水", scope: "sentences", limit: 9 })).total,
      affected: (await affectedBy(tx, document.id)).length,
    }));
    assert.deepEqual(seen, { listed: [["公开.txt", null]], versions: [true], draft: [null, 0], found: 1, affected: 0 });
  }
  await assert.rejects(correct(document.id, told("津改.txt", ["庚湖。"]), tianjin), refused("not-found"));
  await assert.rejects(correct(older.id, told("津改.txt", ["庚湖。"]), tianjin), refused("forbidden"));
});

test("the same correction again changes nothing; another one, the same bytes and a foreign file are refused", async () => {
  const older = await keep("再.txt", ["辛一。"]);
  const file = told("再（改）.txt", ["辛一。", "辛二。"]);
  const first = await correct(older.id, file);
  const again = await correct(older.id, file);
  assert.deepEqual([again.created, again.document.id, again.superseded], [false, first.document.id, 0]);
  await assert.rejects(correct(older.id, told("又改.txt", ["辛三。"])), /corrected by version 2 already/u);
  await assert.rejects(correct(first.document.id, file), /the same bytes/u);
  const other = await keep("他.txt", ["壬一。"]);
  await assert.rejects(correct(other.id, file), /held already as 再（改）\.txt/u);
  await assert.rejects(
    correct(older.id, { ...file, ownership: owned("120000") }, editorOf("110000", "120000")),
    refused("invalid"),
  );
});

test("of two files that correct a document at the same moment one does", async () => {
  const older = await keep("争.txt", ["癸一。"]);
  const files = ["癸一改。", "癸一又改。"].map((line) => told(`${line}.txt`, [line]));
  const outcomes = await Promise.allSettled(files.map((file) => correct(older.id, file)));
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
});

test("what a person set on the card of the older version stands on that of the newer", async () => {
  const { document: older } = await ledger.as(beijing, (tx) =>
    receiveDocument(tx, { ...told("卡.txt", ["丑一。"]), card: emptyCard, source: "某县水务局" }),
  );
  const { document } = await correct(older.id, { ...told("卡（改）.txt", ["丑一改。"]), card: emptyCard });
  assert.deepEqual([older.source, document.source], ["某县水务局", "某县水务局"]);
});

test("when the newer version is purged the older one is the newest again", async () => {
  const older = await keep("清.txt", ["子一。"]);
  const { document } = await correct(older.id, told("清（改）.txt", ["子一改。"]));
  await ledger.as(systemPrincipal("test"), (tx) => purgeDocument(tx, document.id, "误交"));
  assert.equal((await ledger.as(beijing, (tx) => documentById(tx, older.id)))?.newer, null);
  assert.equal((await correct(older.id, told("清（再改）.txt", ["子一再改。"]))).document.version, 2);
});

test("the ledger verifies after all of it", async () => {
  const findings = await verifyLedger(ledger);
  assert.deepEqual(findings.problems, []);
});
