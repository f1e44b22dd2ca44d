import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { jsonLines, qipan } from "../qipan-command.ts";

const folder = mkdtempSync(join(tmpdir(), "qipan-read-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, "data");
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const sentence = "2024年1月5日，两市在园区签署合作协议，投资约30亿元。";

interface Line {
  readonly doc: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

test("read prints one object a line with offsets into the file, and nothing else", () => {
  const text = `\ufeff序\r\n\r\n${sentence}`;
  const ended = qipan(data, ["read", file("a.txt", text), "--format", "jsonl"]);
  assert.equal(ended.code, 0);
  const lines = jsonLines<Line>(ended);
  assert.ok(
    ["time", "quantity", "event"].every((type) => lines.some((line) => line.type === type)),
    ended.stdout,
  );
  for (const { doc, start, end, text: quote } of lines)
    assert.deepEqual([doc, quote], ["a.txt", text.slice(start, end)]);
});

test("read opens no database and makes no data folder", () => assert.equal(existsSync(data), false));

test("a day from outside is what the document's own words lean on", () => {
  const path = file("b.txt", "今年3月，甲市召开会议。");
  const [dated] = jsonLines<{ date_start: string }>(qipan(data, ["read", path, "--date", "2022-06-01"])).filter(
    (line) => "date_start" in line,
  );
  assert.equal(dated?.date_start, "2022-03-01");
});

test("standard input is read as -", () => {
  const lines = jsonLines<Line>(qipan(data, ["read", "-"], sentence));
  assert.ok(lines.length > 0);
  assert.ok(lines.every(({ doc }) => doc === "stdin"));
});

test("many files come out in their order, whichever thread was first, and the same as one by one", () => {
  const paths = Array.from({ length: 9 }, (_, index) =>
    file(`m${index}.txt`, `${sentence}\n`.repeat((9 - index) * 40)),
  );
  const together = qipan(data, ["read", ...paths]).stdout;
  assert.equal(together, paths.map((path) => qipan(data, ["read", path]).stdout).join(""));
});

/** A Word file of two paragraphs, made of its parts. */
function wordFile(...paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

test("files of other formats are read like text: offsets count in the text that --text prints", () => {
  const paths = [
    file("w.docx", wordFile("会议纪要", sentence)),
    file("w.html", `<!doctype html><meta charset="utf-8"><h1>会议纪要</h1><p>${sentence}</p>`),
    file("w.csv", `日期,事项,金额\n2024年1月5日,签署合作协议,30亿元\n`),
  ];
  for (const path of paths) {
    const text = qipan(data, ["read", path, "--text"]).stdout;
    const ended = qipan(data, ["read", path]);
    assert.equal(ended.code, 0, ended.stderr);
    const lines = jsonLines<Line>(ended);
    assert.ok(lines.length > 1, path);
    for (const { start, end, text: quote } of lines) assert.equal(quote, text.slice(start, end));
  }
});

test("repaired text is a line a paragraph with what it is taken for", () => {
  const torn = `纪要\n\n2024年1月5日，两市在园区签署合\n作协议。\n`;
  const { stdout } = qipan(data, ["read", file("r.txt", torn), "--repaired"]);
  assert.match(stdout, /^p2\t\w+\t2024年1月5日，两市在园区签署合作协议。$/mu);
});

test("explain shows the sentence, carets and what read it", () => {
  const { code, stdout } = qipan(data, ["read", "-", "--explain"], sentence);
  assert.equal(code, 0);
  assert.match(stdout, /\^{4,}/u);
  assert.match(stdout, /event → event/u);
});

for (const [rule, words, code, complaint] of [
  [
    "a missing file fails, the others are read",
    ["read", join(folder, "none.txt"), join(folder, "a.txt")],
    1,
    /found nothing at/u,
  ],
  ["a folder is no file", ["read", folder], 1, /is a folder/u],
  [
    "a package that breaks off fails",
    ["read", file("c.docx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1]))],
    1,
    /^error: c\.docx breaks off.*\(truncated\)$/mu,
  ],
  [
    "a picture fails, whatever its name",
    ["read", file("c.txt", "GIF89a\u0001\u0000")],
    1,
    /picture.*\(mislabelled\)$/mu,
  ],
  [
    "two ways to show at once are wrong usage",
    ["read", join(folder, "a.txt"), "--text", "--repaired"],
    2,
    /--text and --repaired/u,
  ],
  ["no file at all is wrong usage", ["read"], 2, /Found no FILES/u],
  ["an unknown option is wrong usage", ["read", "a.txt", "--fromat", "jsonl"], 2, /--fromat/u],
  ["an unknown format is wrong usage", ["read", "a.txt", "--format", "xml"], 2, /one of jsonl/u],
  ["a day that does not exist is wrong usage", ["read", "a.txt", "--date", "2023-02-29"], 2, /a day that exists/u],
] as const)
  test(`read: ${rule}`, () => {
    const ended = qipan(data, words);
    assert.equal(ended.code, code, ended.stderr);
    assert.match(ended.stderr, complaint);
    assert.doesNotMatch(ended.stderr, /^\s+at /mu, "no stack for people");
    for (const line of jsonLines<Line>(ended)) assert.equal(line.doc, "a.txt");
  });

test("a document full of diagnostics is read all the same: exit 0, the diagnostics on standard error", () => {
  const ended = qipan(data, ["read", file("d.txt", new Uint8Array([...Buffer.from(sentence), 0xe4, 0xb8]))]);
  assert.equal(ended.code, 0);
  assert.match(ended.stderr, /damaged-characters/u);
});

const seeds = join(import.meta.dirname, "../../../shared/seeds");
test("every seed is read: exit 0, and every record quotes its file", {
  skip: existsSync(seeds) ? false : "no seed documents here",
}, () => {
  const paths = readdirSync(seeds).map((name) => join(seeds, name));
  const ended = qipan(data, ["read", ...paths]);
  assert.equal(ended.code, 0);
  assert.equal(new Set(jsonLines<Line>(ended).map(({ doc }) => doc)).size, paths.length);
});
