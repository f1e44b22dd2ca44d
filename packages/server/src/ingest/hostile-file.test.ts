import assert from "node:assert/strict";
import { test } from "node:test";
import { bareName, cleanPath } from "./file-name.ts";
import { checkSize, FileRefused, largestFileBytes } from "./file-refusal.ts";
import { mediaTypeOf } from "./media-type.ts";
import { secrecyOf } from "./secrecy.ts";

for (const [rule, given, expected] of [
  ["a plain name stays", "报告 2023.txt", "报告 2023.txt"],
  ["folders are taken off", "../../etc/报告.txt", "报告.txt"],
  ["folders of the other system too", "C:\\资料\\报告.txt", "报告.txt"],
  ["a name of dots alone is none", "..", "unnamed"],
  ["an empty name is none", "  ", "unnamed"],
  ["marks that turn the direction are taken out", "报告\u202etxt.exe", "报告txt.exe"],
  ["controls and line ends are taken out", "报\u0000告\n.txt", "报告.txt"],
  ["a long name keeps its ending", `${"长".repeat(400)}.txt`, `${"长".repeat(251)}.txt`],
] as const)
  test(`file name: ${rule}`, () => assert.equal(bareName(given), expected));

for (const [rule, name, expected] of [
  ["plain text is read", "a.TXT", "text/plain"],
  ["marked-down text is read", "a.md", "text/markdown"],
  ["a name without ending is tried as text", "README", "text/plain"],
  ["a web page is", "a.HTM", "text/html"],
  ["so is a Word file", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["a WPS file", "a.wps", "application/vnd.ms-works"],
  ["a PDF", "a.pdf", "application/pdf"],
  ["an OFD file", "a.ofd", "application/ofd"],
  ["a workbook", "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["a table", "a.csv", "text/csv"],
  ["an archive of such", "a.zip", "application/zip"],
  ["what is not read is refused with what to do", "a.pptx", /PowerPoint.*not read\. Save its text as DOCX/u],
  ["an old workbook is", "a.xls", /save it as XLSX/u],
  ["a program is", "a.exe", /Programs are never run/u],
  ["an ending that every object has is no type", "a.constructor", /unknown kind.*Hand in text/u],
] as const)
  test(`file type: ${rule}`, () => {
    if (typeof expected === "string") assert.equal(mediaTypeOf(name), expected);
    else
      assert.throws(
        () => mediaTypeOf(name),
        (fault) => fault instanceof FileRefused && expected.test(fault.message),
      );
  });

for (const [rule, given, expected] of [
  ["a bare name says nothing of where it lay", "报告.txt", null],
  ["a folder below is kept", "资料/2024/报告.txt", "资料/2024/报告.txt"],
  ["ways out of the folder are not", "../../etc/报告.txt", "etc/报告.txt"],
  ["drives are not", "C:\\资料\\报告.txt", "资料/报告.txt"],
  ["what disguises is taken out", "资\u202e料/报\u0000告.txt", "资料/报告.txt"],
] as const)
  test(`path: ${rule}`, () => assert.equal(cleanPath(given), expected));

test("file size: empty and oversized files are refused before they are read", () => {
  assert.throws(() => checkSize("a.txt", 0), /empty/u);
  assert.throws(() => checkSize("a.txt", largestFileBytes + 1), /64 MiB/u);
  assert.doesNotThrow(() => checkSize("a.txt", largestFileBytes));
});

for (const [rule, text, expected] of [
  ["a marking with star and term", "000123\n机密★1年\n特急\n\n关于某事的通知", "机密"],
  ["a marking alone on its line, spaced", "　　秘　密\n关于某事的通知", "秘密"],
  ["a marking with its label", "密级：绝密\n正文", "绝密"],
  ["a marking with a term in brackets", "秘密（十年）\n正文", "秘密"],
  ["the word inside a sentence is no marking", "关于保守商业秘密的若干规定\n正文提到机密事项。", null],
  ["a marking far below the head is a quotation", `${"正文。".repeat(600)}\n机密\n`, null],
  ["no marking", "关于某事的通知\n正文", null],
] as const)
  test(`secrecy: ${rule}`, () => assert.equal(secrecyOf(text), expected));
