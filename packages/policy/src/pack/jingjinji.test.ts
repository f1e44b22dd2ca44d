import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { checkPack } from "./check.ts";
import { gazetteerOf } from "./gazetteer.ts";
import { manifestOf, type PackManifest } from "./manifest.ts";
import { withoutRemovable } from "./removal.ts";
import type { TableRows } from "./table.ts";
import { tallyOf } from "./tally.ts";

const folder = new URL("../../../../data/jingjinji/", import.meta.url);

function readManifest(): PackManifest {
  const { manifest, findings } = manifestOf(JSON.parse(readFileSync(new URL("pack.json", folder), "utf8")));
  assert.deepEqual(findings, []);
  assert.ok(manifest);
  return manifest;
}

function readTable(file: string): TableRows {
  const [header = [], ...records]: string[][] = parse(readFileSync(new URL(file, folder), "utf8"));
  const cells = (record: readonly string[]): Record<string, string> =>
    Object.fromEntries(header.map((column, at) => [column, record[at] ?? ""]));
  return { file, header, rows: records.map((record, index) => ({ line: index + 2, cells: cells(record) })) };
}

const manifest = readManifest();
const tables = manifest.tables.map(({ file }) => readTable(file));

test("the Jing-Jin-Ji pack has no findings", () => {
  assert.deepEqual(checkPack(tables, manifest), []);
});

const tally = tallyOf(tables, manifest);
for (const [kind, rows, verified, recalled] of [
  ["indicators", 190, 0, 0],
  ["observations", 1289, 608, 681],
  ["targets", 37, 28, 9],
  ["plans", 47, 23, 24],
  ["projects", 126, 90, 36],
  ["agreements", 38, 38, 0],
  ["events", 135, 129, 6],
  ["organisations", 193, 187, 6],
  ["places", 288, 283, 5],
  ["sources", 169, 0, 0],
  ["source-list", 35, 28, 7],
] as const) {
  test(`the pack holds ${rows} ${kind}, ${verified} verified and ${recalled} recalled`, () => {
    const counted = tally.find((entry) => entry.kind === kind);
    assert.deepEqual([counted?.rows, counted?.verified, counted?.recalled], [rows, verified, recalled]);
  });
}

test("no mirror's address is in the pack", () => {
  const text = manifest.tables.map(({ file }) => readFileSync(new URL(file, folder), "utf8")).join("\n");
  assert.doesNotMatch(text, /hxxps?:/u);
});

test("files are UTF-8 without byte-order mark, with line feeds and a last one", () => {
  for (const { file } of manifest.tables) {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(new URL(file, folder)));
    assert.ok(!text.startsWith("\uFEFF") && !text.includes("\r") && text.endsWith("\n"), file);
  }
});

for (const [switches, file, left] of [
  [[], "rail/services.csv", 604],
  [["facts-no-licence"], "rail/services.csv", 160],
  [["odbl"], "rail/station-coordinates-odbl.csv", 0],
  [["odbl"], "rail/services.csv", 604],
] as const) {
  test(`with ${switches.join() || "no switch"}, ${file} keeps ${left} rows`, () => {
    const kept = withoutRemovable(tables, manifest, switches).find((table) => table.file === file);
    assert.equal(kept?.rows.length, left);
  });
}

test("a switch that the pack does not have is refused by name", () => {
  assert.throws(() => withoutRemovable(tables, manifest, ["gpl"]), /no switch gpl; it has: facts-no-licence, odbl/u);
});

test("every place stands in the gazetteer under its full name", () => {
  const places = tables.find(({ file }) => file === "places.csv");
  assert.ok(places);
  const gazetteer = gazetteerOf(places);
  assert.equal(gazetteer.length, 288);
  assert.deepEqual(gazetteer.find(({ code }) => code === "110000")?.names[0], "北京市");
});
