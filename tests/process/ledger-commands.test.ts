import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { jsonLines, qipan } from "../qipan-command.ts";

const folder = mkdtempSync(join(tmpdir(), "qipan-commands-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, "data");
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const minutes = file(
  "纪要.txt",
  "会议纪要\n\n2024年1月5日，两市在园区签署合作协议。\n\n2024年2月6日，甲市召开推进会议。",
);

test("a batch goes on past what cannot be taken in, and ends with 1", () => {
  const given = [
    minutes,
    file("图.png", "x"),
    file("空.txt", ""),
    file("密.txt", "机密★1年\n\n正文。"),
    join(folder, "none.txt"),
  ];
  const { code, stdout } = qipan(data, ["ingest", ...given, "--accept", "event"]);
  assert.equal(code, 1);
  assert.match(stdout, /纪要\.txt: \d+ sentences, 3 new readings; 0 merged into entries held, 2 created/u);
  assert.match(stdout, /图\.png is a picture, which is not read/u);
  assert.match(stdout, /空\.txt is empty/u);
  assert.match(stdout, /密\.txt is marked 机密/u);
  assert.match(stdout, /Found nothing at .*none\.txt/u);
});

test("search finds words in sentences and entries and marks them", () => {
  const { code, stdout } = qipan(data, ["search", "合作协议"]);
  assert.equal(code, 0);
  assert.match(stdout, /纪要\.txt p2\.s1: .*\[合作协议\]/u);
  assert.match(stdout, /event .*\[合作协议\]/u);
  assert.equal(qipan(data, ["search", "查无此事"]).code, 1);
});

test("board says what is held as of a day", () => {
  const [state] = jsonLines<{ asOf: string; documents: number; events: readonly unknown[] }>(
    qipan(data, ["board", "--json"]),
  );
  assert.deepEqual([state?.asOf, state?.documents, state?.events.length], ["2026-03-02", 1, 2]);
  const [earlier] = jsonLines<{ events: readonly unknown[] }>(
    qipan(data, ["board", "--as-of", "2024-01-31", "--json"]),
  );
  assert.equal(earlier?.events.length, 1);
});

test("what was exported comes in again unchanged, and a fault keeps everything out", () => {
  const table = join(folder, "events.csv");
  assert.equal(qipan(data, ["export", "event", "--out", table]).code, 0);
  const same = qipan(data, ["import", "event", table, "--reason", "核对", "--json"]);
  assert.deepEqual(jsonLines<object>(same), [{ created: 0, changed: 0, unchanged: 2, faults: [] }]);
  const broken = readFileSync(table, "utf8").replace("2024-01-05", "2024-13-05");
  const refused = qipan(data, ["import", "event", file("broken.csv", broken), "--reason", "核对"]);
  assert.equal(refused.code, 1);
  assert.match(refused.stdout, /2024-13-05/u);
});

test("check data tells of every fault of a pack, and load refuses it", () => {
  const { code, stdout } = qipan(data, ["check", "data"]);
  assert.equal(code, 0, stdout);
  assert.equal(qipan(data, ["check", "data", folder]).code, 1);
});

test("sealing twice seals once, and verify holds", () => {
  assert.match(qipan(data, ["checkpoint"]).stdout, /^CN 1 [0-9a-f]{64} \(\d+ changes\)$/mu);
  assert.match(qipan(data, ["checkpoint"]).stderr, /Nothing has changed/u);
  assert.equal(qipan(data, ["verify"]).code, 0);
});

test("a backup comes back in another data folder as it was, and nowhere else", () => {
  const copy = join(folder, "ledger.backup");
  assert.equal(qipan(data, ["backup", copy]).code, 0);
  const elsewhere = join(folder, "elsewhere");
  const restored = qipan(elsewhere, ["restore", copy]);
  assert.equal(restored.code, 0, restored.stdout + restored.stderr);
  const rows = (from: string): string => {
    const exported = qipan(from, ["export", "event", "--format", "json"]);
    assert.equal(exported.code, 0, exported.stderr);
    return exported.stdout;
  };
  assert.equal(rows(elsewhere), rows(data));
  const refused = qipan(elsewhere, ["restore", copy]);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /not empty/u);
});

for (const [rule, words, complaint] of [
  ["a unit that the operator does not write for", ["ingest", minutes, "--unit", "310000"], /expected one of CN/u],
  ["a register that does not exist", ["export", "evnet"], /"evnet"/u],
  ["a format that a list does not have", ["export", "documents", "--format", "geojson"], /written as json, csv, xlsx/u],
  ["a document id that is none", ["purge", "x", "--reason", "试验"], /a UUID/u],
  ["a purge without a reason", ["purge", "01a20fb7-4812-7000-aedc-85db986dcb22"], /reason/u],
  ["an import without its file", ["import", "event", join(folder, "none.csv"), "--reason", "核对"], /cannot be read/u],
] as const)
  test(`wrong usage ends with 2: ${rule}`, () => {
    const { code, stdout, stderr } = qipan(data, words);
    assert.equal(code, 2, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, complaint);
  });

test("a setting that cannot be used is named, with what was expected", () => {
  process.env["QIPAN_PROFILE"] = "festival";
  const { code, stderr } = qipan(data, ["board"]);
  delete process.env["QIPAN_PROFILE"];
  assert.equal(code, 2);
  assert.match(stderr, /QIPAN_PROFILE: found "festival", expected demo or office/u);
});
