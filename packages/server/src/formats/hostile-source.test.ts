import assert from "node:assert/strict";
import { test } from "node:test";
import { FileRefused, largestFileBytes } from "../ingest/file-refusal.ts";
import { ofdFile, ofdWords } from "./harness/ofd-file.ts";
import { oleFile } from "./harness/ole-file.ts";
import { codes, shown } from "./harness/shown.ts";
import { paragraph, wordFile } from "./harness/word-file.ts";
import { packedZeros, type SamplePart, zipFile } from "./harness/zip-file.ts";
import { defaultLimits } from "./limits.ts";
import { readSource } from "./read-source.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const word = wordFile({ body: paragraph("样例") });
const wordWith = (...more: readonly SamplePart[]): Uint8Array => wordFile({ body: paragraph("样例"), more });
const wordOf = (xml: string): Uint8Array =>
  zipFile([{ path: "[Content_Types].xml" }, { path: "word/document.xml", content: xml }]);
const laughs = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
const outside = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`;
const undeclared = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&nbsp;甲</w:t></w:r></w:p></w:body></w:document>`;
const nest = (open: string, close: string, times = 100_000): string => open.repeat(times) + close.repeat(times);

for (const [what, name, content, code, message] of [
  [
    "an empty file",
    "空.docx",
    () => bytes(""),
    "empty",
    "空.docx is empty (0 bytes). Hand in the file again from where it came.",
  ],
  [
    "a file of 500 MB",
    "大.pdf",
    () => new Uint8Array(500 * 1024 * 1024),
    "too-large",
    `大.pdf has 500.0 MiB, the most that is taken in is ${largestFileBytes / 1024 / 1024} MiB. Split it into parts.`,
  ],
  [
    "a document without words",
    "白.docx",
    () => wordFile({ body: paragraph("　　") }),
    "empty",
    "白.docx holds no words. Hand in the file again from where it came.",
  ],
  [
    "a locked Word document",
    "密.docx",
    () => oleFile(["EncryptedPackage", "EncryptionInfo"]),
    "encrypted",
    "密.docx is an Office document locked with a password, which is not read. Open it with its password, take the password off (文件→信息→保护文档) and hand it in again.",
  ],
  [
    "a locked part",
    "密.docx",
    () => wordWith({ path: "word/media/a.png", flags: 1 }),
    "encrypted",
    '密.docx: "word/media/a.png" is locked with a password. Unlock it and hand it in again.',
  ],
  [
    "a cut Word document",
    "断.docx",
    () => word.subarray(0, word.byteLength - 300),
    "truncated",
    "断.docx breaks off: it begins as a ZIP package, the list of its parts is missing. Get the file again from where it came; if it opens there, save it anew.",
  ],
  [
    "a cut XML part",
    "断.docx",
    () => wordOf("<w:document><w:body><w:p>"),
    "damaged",
    "断.docx: its part word/document.xml is no whole XML (unclosed tag: w:p). Get the file again from where it came; if it opens there, save it anew.",
  ],
  [
    "a damaged part",
    "坏.docx",
    () => zipFile([{ path: "[Content_Types].xml" }, { path: "word/document.xml", content: "<a/>", checksum: 7 }]),
    "damaged",
    '坏.docx: its part "word/document.xml" is damaged (its checksum is another). Get the file again from where it came; if it opens there, save it anew.',
  ],
  [
    "a Word document without its text",
    "无.docx",
    () => zipFile([{ path: "[Content_Types].xml" }, { path: "word/x.xml" }]),
    "damaged",
    "无.docx lacks its main part word/document.xml: a Word document without text. Open it in Word or WPS, save it anew and hand that in.",
  ],
  [
    "an archive under the name of a PDF",
    "假.pdf",
    () => zipFile([{ path: "a.txt", content: "甲" }]),
    "mislabelled",
    "假.pdf is a ZIP archive of files and no document, though its name claims a PDF. Take it in as an archive, or unpack it and hand in the files.",
  ],
  [
    "a picture under the name of a Word document",
    "图.docx",
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    "mislabelled",
    "图.docx is a picture, though its name claims a Word document (DOCX), which is not read. Run text recognition (OCR) over it, check the result and hand in the text or a PDF with a text layer.",
  ],
  [
    "a program under the name of a text",
    "报告.txt",
    () => Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]),
    "mislabelled",
    "报告.txt is a program, though its name claims plain text, which is not read. Programs are never run. Hand in the document itself.",
  ],
  [
    "rich text under the name of a Word document",
    "旧.doc",
    () => bytes("{\\rtf1 a}"),
    "mislabelled",
    "旧.doc is a rich text file (RTF), though its name claims a Word 97–2003 document (DOC), which is not read. Open it in WPS or Word, save it as DOCX (另存为 docx) and hand that in.",
  ],
  [
    "an old workbook",
    "表.xls",
    () => oleFile(["Workbook"]),
    "unsupported",
    "表.xls is an Excel 97–2003 or WPS workbook (XLS, ET), which is not read. Open it in WPS or Excel, save it as XLSX (另存为 xlsx) and hand that in.",
  ],
  [
    "a Microsoft Works document",
    "旧.wps",
    () => oleFile(["CONTENTS"]),
    "unsupported",
    "旧.wps is a file of an old office program (OLE), which is not read. Open it in the program that made it, save it as DOCX (另存为 docx) and hand that in.",
  ],
  [
    "a web archive",
    "页.mht",
    () => bytes("MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x"),
    "unsupported",
    "页.mht is a web archive (MHT), which is not read. Open it in a browser, save it as a web page, HTML only (网页，仅 HTML), and hand that in.",
  ],
  [
    "a Word document that unfolds without end",
    "弹.docx",
    () =>
      zipFile([
        { path: "[Content_Types].xml" },
        { path: "word/document.xml", packed: { bytes: packedZeros(64), claims: 64 << 20 } },
      ]),
    "expands",
    `弹.docx: "word/document.xml" has ${packedZeros(64).byteLength} bytes and unfolds to more than 200 times as many, as only a file made to do harm does. If it is a true document, save it anew.`,
  ],
  [
    "one that says it unfolds to 4 GB",
    "弹.docx",
    () => wordWith({ path: "word/a.bin", packed: { bytes: packedZeros(1), claims: 4_000_000_000 } }),
    "expands",
    "弹.docx: its parts would unfold to more than 1024 MiB, the most that one file may. Hand in its files in several packages.",
  ],
  [
    "entities that multiply",
    "笑.docx",
    () => wordOf(laughs),
    "unsafe",
    "笑.docx: its part word/document.xml declares a document type (DOCTYPE), through which XML can be made to fetch files or to grow without end; documents of this format have none. Open it in the program that made it and save it anew.",
  ],
  [
    "entities that fetch",
    "取.docx",
    () => wordOf(outside),
    "unsafe",
    "取.docx: its part word/document.xml declares a document type (DOCTYPE), through which XML can be made to fetch files or to grow without end; documents of this format have none. Open it in the program that made it and save it anew.",
  ],
  [
    "entities that nobody declared",
    "实.docx",
    () => wordOf(undeclared),
    "damaged",
    "实.docx: its part word/document.xml is no whole XML (undefined entity.). Get the file again from where it came; if it opens there, save it anew.",
  ],
  [
    "twenty thousand nested elements in a Word document",
    "深.docx",
    () => wordFile({ body: nest("<w:sdt>", "</w:sdt>", 20_000) }),
    "too-deep",
    "深.docx: its part word/document.xml nests elements deeper than 256, as only a damaged file or one made to do harm does. Open it in the program that made it and save it anew.",
  ],
  [
    "a hundred thousand in a page",
    "深.html",
    () => bytes(`<html>${nest("<div>", "</div>")}`),
    "too-deep",
    "深.html: the page nests elements deeper than 256, as only a damaged file or one made to do harm does. Open it in the program that made it and save it anew.",
  ],
  [
    "a part with a way out of the package",
    "路.docx",
    () => wordWith({ path: "../../x" }),
    "unsafe",
    '路.docx holds a part named "../../x", which leads out of the package. Pack the files anew without it.',
  ],
  [
    "a part that is a link",
    "链.docx",
    () => wordWith({ path: "word/x", unixMode: 0o120777 }),
    "unsafe",
    '链.docx holds a part named "word/x", a link to another file. Pack the files anew without it.',
  ],
  [
    "two parts of one name",
    "双.docx",
    () => wordWith({ path: "word/document.xml", content: "<a/>" }),
    "unsafe",
    '双.docx holds a part named "word/document.xml", which an earlier part is named too. Pack the files anew without it.',
  ],
  [
    "an OFD document without a page that it names",
    "缺.ofd",
    () => ofdWithout("Doc_0/Pages/Page_0/Content.xml"),
    "damaged",
    "缺.ofd: none of its 1 pages can be read (缺.ofd lacks its part Doc_0/Pages/Page_0/Content.xml. Get it again from where it came; if it opens there, save it anew or as PDF.). Get it again from where it came; if it opens there, print it to a new PDF.",
  ],
] as const)
  test(`hostile: ${what} is refused with what to do`, async () => {
    await assert.rejects(readSource(name, content()), (fault) => {
      assert.ok(fault instanceof FileRefused, String(fault));
      assert.equal(fault.message, message);
      assert.equal(fault.code, code);
      return true;
    });
  });

test("hostile: more text than one file may hold is refused", async () => {
  const limits = { ...defaultLimits, characters: 100 };
  for (const [name, content] of [
    ["a.txt", bytes("甲".repeat(101))],
    ["a.docx", wordFile({ body: paragraph("甲".repeat(101)) })],
    ["a.ofd", ofdFile([ofdWords("甲".repeat(101), { x: 1, y: 1, size: 1 })])],
  ] as const)
    await assert.rejects(readSource(name, content, limits), {
      code: "too-large",
      message: /more than 100|101 characters/u,
    });
});

test("hostile: macros are never run, the text is read and the macros are told", async () => {
  const source = await readSource("宏.docm", wordWith({ path: "word/vbaProject.bin", content: "x" }));
  assert.deepEqual([shown(source), codes(source)], [["paragraph: 样例"], ["macro"]]);
});

test("hostile: a span over a thousand million columns is no span", async () => {
  const cells = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>';
  const source = await readSource("宽.docx", wordFile({ body: `<w:tbl><w:tr>${cells}${cells}</w:tr></w:tbl>` }));
  assert.equal(source.marks[0]?.kind === "row" && source.marks[0].cells.length, 512);
});

test("hostile: pages that make a parser slow are read in time", async () => {
  const rows = "<table>".repeat(40) + "<a><b><i>".repeat(20_000);
  const began = performance.now();
  await readSource("慢.html", bytes(`<html><p>样例${rows}`)).catch(() => undefined);
  await readSource("慢.md", bytes(`样例\n${"|".repeat(50_000)}\n${"-|".repeat(50_000)}\n${"> ".repeat(50_000)}`));
  await readSource("慢.txt", bytes(`${"a:".repeat(200_000)}样例\n content-type`));
  assert.ok(performance.now() - began < 5000, `${performance.now() - began} ms`);
});

function ofdWithout(path: string): Uint8Array {
  const text = Buffer.from(ofdFile([ofdWords("样", { x: 1, y: 1, size: 5 })])).toString("latin1");
  return Buffer.from(text.replaceAll(path, path.replace("Content", "Cantent")), "latin1");
}
