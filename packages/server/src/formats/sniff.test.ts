import assert from "node:assert/strict";
import { test } from "node:test";
import { oleFile } from "./harness/ole-file.ts";
import { ofdFile, ofdWords } from "./harness/ofd-file.ts";
import { paragraph, wordFile } from "./harness/word-file.ts";
import { zipFile } from "./harness/zip-file.ts";
import { defaultLimits } from "./limits.ts";
import { isNamedRightly, sniff } from "./sniff.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const raw = (...values: readonly number[]): Uint8Array =>
  Uint8Array.from([...values, ...Array.from({ length: 600 }, () => 0)]);
const word = wordFile({ body: paragraph("样例") });
const parts = (...paths: readonly string[]): Uint8Array => zipFile(paths.map((path) => ({ path, content: "x" })));

for (const [name, content, kind, isRight] of [
  ["a.txt", bytes("关于样例的通知"), "text", true],
  ["a", bytes("关于样例的通知"), "text", true],
  ["a.md", bytes("# 样例"), "markdown", true],
  ["a.txt", bytes("# 样例"), "text", true],
  ["a.csv", bytes("甲,乙\n1,2"), "csv", true],
  ["a.xls", bytes("甲\t乙\n1\t2"), "csv", false],
  ["a.xls", bytes("<html><table><tr><td>1</table>"), "html", false],
  ["a.doc", bytes("\ufeff<!DOCTYPE html>\n<p>样例"), "html", false],
  ["a.html", bytes("<!-- 注 --><html><p>样例"), "html", true],
  ["a.html", bytes("样例"), "html", true],
  ["a.txt", bytes("<table><tr><td>1</table>"), "html", false],
  ["a.md", bytes("<div>\n\n# 样例"), "markdown", true],
  ["a.txt", bytes('<?xml version="1.0"?>\n<html xmlns="x"><body>'), "html", false],
  ["a.xml", bytes('<?xml version="1.0"?><w:wordDocument/>'), "xml", true],
  ["a.doc", bytes("MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x"), "mht", false],
  ["a.doc", bytes("{\\rtf1\\ansi}"), "rtf", false],
  ["a.docx", word, "docx", true],
  ["a.txt", word, "docx", false],
  ["a.docm", word, "docx", true],
  ["a.pdf", parts("a.txt", "b.txt"), "archive", false],
  ["a.zip", parts("word/notes.txt"), "archive", true],
  ["a.xlsx", parts("[Content_Types].xml", "xl/workbook.xml"), "xlsx", true],
  ["a.pptx", parts("[Content_Types].xml", "ppt/presentation.xml"), "pptx", true],
  ["a.odt", parts("mimetype", "META-INF/manifest.xml", "content.xml"), "odf", true],
  ["a.epub", parts("mimetype", "META-INF/container.xml"), "epub", true],
  ["a.ofd", ofdFile([ofdWords("样", { x: 1, y: 1, size: 5 })]), "ofd", true],
  ["a.doc", oleFile(["WordDocument", "1Table"]), "doc", true],
  ["a.wps", oleFile(["WordDocument", "0Table"]), "wps", true],
  ["a.doc", oleFile(["Workbook"]), "xls", false],
  ["a.et", oleFile(["Workbook"]), "xls", true],
  ["a.ppt", oleFile(["PowerPoint Document"]), "ppt", true],
  ["a.docx", oleFile(["EncryptedPackage", "EncryptionInfo"]), "encrypted-office", true],
  ["a.wps", oleFile(["CONTENTS", "MatOST"]), "old-office", false],
  ["a.pdf", bytes("%PDF-1.7\n"), "pdf", true],
  ["a.pdf", bytes(`${"x".repeat(300)}\n%PDF-1.4\n`), "pdf", true],
  ["a.txt", bytes("%PDF-1.7\n"), "pdf", false],
  ["a.docx", raw(0x89, 0x50, 0x4e, 0x47), "image", false],
  ["a.zip", raw(...Buffer.from("Rar!\u001a\u0007")), "packed", false],
  ["a.doc", raw(...Buffer.from("MZ")), "program", false],
  ["a.bin", raw(1, 2, 3, 4), "unknown", true],
] as const)
  test(`sniff: ${name} is ${kind}${isRight ? "" : ", whatever its name says"}`, async () => {
    const sniffed = await sniff(name, content, defaultLimits);
    assert.equal(sniffed.kind, kind);
    assert.equal(isNamedRightly(sniffed), isRight);
  });
