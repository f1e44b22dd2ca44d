import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { SourceText } from "@qipan/policy/records/source-text";
import ExcelJS from "exceljs";
import { strToU8, zipSync } from "fflate";
import { FileRefused } from "../ingest/file-refusal.ts";
import { defaultLimits } from "./limits.ts";
import { xlsxReader } from "./xlsx.ts";

const read = (bytes: Uint8Array): Promise<SourceText> => xlsxReader.read("客流.xlsx", bytes, defaultLimits);
const rowsOf = ({ marks, text }: SourceText): readonly string[] =>
  marks.flatMap((mark) =>
    mark.kind === "row"
      ? [mark.cells.map(({ cell, start, end }) => `${mark.sheet}!${cell}=${text.slice(start, end)}`).join(" ")]
      : [],
  );
const codes = ({ diagnostics }: SourceText): readonly string[] => diagnostics.map(({ code }) => code);

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook of one sheet named 表 whose sheetData is given as XML. */
function sheetOf(rows: string, behind = "", more: Readonly<Record<string, string>> = {}): Uint8Array {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="/xl/worksheets/a.xml"/></Relationships>`,
    "xl/worksheets/a.xml": `<worksheet><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

test("rows have the cells they show, from column A on, with their addresses", async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet("分站客流");
    sheet.addRow(["车站", "开通", "客流", "同比", "说明"]);
    const row = sheet.addRow(["石门", new Date(Date.UTC(2023, 11, 31)), 1234567.891, 0.0523, "含\n换乘"]);
    row.getCell(2).numFmt = 'yyyy"年"m"月"d"日"';
    row.getCell(3).numFmt = "#,##0.0";
    row.getCell(4).numFmt = "0.0%";
    sheet.getCell("B4").value = { richText: [{ text: "合" }, { text: "计", font: { bold: true } }] };
    sheet.getCell("C4").value = { formula: "C2", result: 3.5 };
    sheet.getCell("D4").value = true;
  });
  const source = await read(bytes);
  assert.deepEqual(rowsOf(source), [
    "分站客流!A1=车站 分站客流!B1=开通 分站客流!C1=客流 分站客流!D1=同比 分站客流!E1=说明",
    "分站客流!A2=石门 分站客流!B2=2023-12-31 分站客流!C2=1,234,567.9 分站客流!D2=5.2% 分站客流!E2=含\u2028换乘",
    "分站客流!A4= 分站客流!B4=合计 分站客流!C4=3.5 分站客流!D4=TRUE",
  ]);
  assert.ok(source.text.startsWith("分站客流\n车站\t开通\t"));
  assert.deepEqual([source.marks[0]?.kind, codes(source)], ["heading", []]);
});

test("hidden sheets and rows are read and told, joined cells speak once, comments follow", async () => {
  const source = await read(
    await workbook((book) => {
      const sheet = book.addWorksheet("Sheet1");
      sheet.addRow(["甲", "乙"]);
      sheet.mergeCells("A2:B3");
      sheet.getCell("A2").value = "合并";
      sheet.getRow(4).hidden = true;
      sheet.getCell("B4").value = "藏行";
      sheet.getCell("A1").note = "此处有批注";
      book.addWorksheet("底稿", { state: "hidden" }).addRow(["藏表"]);
    }),
  );
  assert.deepEqual(rowsOf(source), [
    "Sheet1!A1=甲 Sheet1!B1=乙",
    "Sheet1!A2=合并",
    "Sheet1!A4= Sheet1!B4=藏行",
    "底稿!A1=藏表",
  ]);
  assert.equal(source.text, "甲\t乙\n合并\n\t藏行\n此处有批注\n底稿\n藏表\n");
  assert.deepEqual(codes(source), ["cell-comments", "hidden-cells", "hidden-sheet"]);
});

for (const [rule, rows, expected] of [
  [
    "rows and cells without an address follow each other",
    "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
    ["表!A1=1 表!B1=2", "表!A2=3"],
  ],
  [
    "inline strings are read, readings of characters are not",
    '<row r="2"><c r="A2" t="inlineStr"><is><r><t>河</t></r><t>东</t><rPh><t>hé</t></rPh></is></c></row>',
    ["表!A2=河东"],
  ],
  [
    "what a formula gave last is its value, an error too",
    '<row r="1"><c r="A1" t="str"><f>B1</f><v>文</v></c><c r="B1" t="e"><v>#N/A</v></c></row>',
    ["表!A1=文 表!B1=#N/A"],
  ],
  [
    "a day in ISO form is a day",
    '<row r="1"><c r="A1" t="d"><v>2023-12-31T00:00:00</v></c></row>',
    ["表!A1=2023-12-31"],
  ],
  ["a row number that no sheet has is not believed", '<row r="99999999"><c><v>1</v></c></row>', ["表!A1=1"]],
  [
    "tabs in a cell are spaces",
    '<row r="1"><c r="A1" t="str"><v>甲\t乙</v></c><c r="C1"><v>5</v></c></row>',
    ["表!A1=甲 乙 表!B1= 表!C1=5"],
  ],
  [
    "rows of empty cells are left out",
    '<row r="1"><c r="A1"/></row><row r="3"><c r="A3"><v>5</v></c></row>',
    ["表!A3=5"],
  ],
] as const)
  test(rule, async () => assert.deepEqual(rowsOf(await read(sheetOf(rows))), expected));

test("words left in cells that another covers are shown nowhere", async () => {
  const cell = (address: string): string => `<c r="${address}"><v>${address.slice(1)}</v></c>`;
  const rows = [1, 2, 3].map((row) => `<row r="${row}">${cell(`A${row}`)}${cell(`B${row}`)}</row>`).join("");
  const source = await read(sheetOf(rows, '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'));
  assert.deepEqual(rowsOf(source), ["表!A1=1 表!B1=1", "表!A2= 表!B2=2", "表!A3=3 表!B3=3"]);
});

test("a formula without a result is empty and told, with what to do", async () => {
  const source = await read(sheetOf('<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><v>5</v></c></row>'));
  assert.deepEqual([rowsOf(source), codes(source)], [["表!A1= 表!B1=5"], ["formula-without-value"]]);
});

test("macros and other files that figures come from are told and not touched", async () => {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const rels = `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/a.xml"/><Relationship Id="r2" Type="${office}/externalLink" Target="externalLinks/e.xml"/></Relationships>`;
  const more = { "xl/vbaProject.bin": "x", "xl/_rels/workbook.xml.rels": rels };
  assert.deepEqual(codes(await read(sheetOf("<row><c><v>1</v></c></row>", "", more))), [
    "active-content",
    "outside-content",
  ]);
});

for (const [rule, bytes, code] of [
  [
    "a sheet that declares entities",
    sheetOf("", "", { "xl/worksheets/a.xml": '<!DOCTYPE a [<!ENTITY x "y">]><worksheet><sheetData/></worksheet>' }),
    "unsafe",
  ],
  ["a sheet that is no whole XML", sheetOf("<row><c><v>1</row>"), "damaged"],
  ["a package without a workbook", zipSync({ "[Content_Types].xml": strToU8("<Types/>") }), "damaged"],
  ["a workbook that breaks off", sheetOf("<row><c><v>1</v></c></row>").subarray(0, 300), "truncated"],
] as const)
  test(`${rule} is refused`, () =>
    assert.rejects(read(bytes), (error: unknown) => {
      assert.ok(error instanceof FileRefused, String(error));
      assert.equal(error.code, code);
      return true;
    }));

test("a workbook made by LibreOffice reads like that of another program", async () => {
  const source = await read(await readFile(new URL("xlsx/fixtures/calc.xlsx", import.meta.url)));
  assert.deepEqual(rowsOf(source).slice(1, 3), [
    "2023年客流!A2=客流 2023年客流!B2=2023-12-31 2023年客流!C2=1,234,567.9 2023年客流!D2=5.2% 2023年客流!E2=含\u2028换乘",
    "2023年客流!A3=里程 2023年客流!B3=2023-06 2023年客流!C3=12.5公里 2023年客流!D3=-1.00% 2023年客流!E3=富文本",
  ]);
});

test("many joined cells cost no more than a look at each", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `<row><c><v>${index}</v></c><c><v>1</v></c></row>`).join(
    "",
  );
  const joined = Array.from({ length: 20_000 }, (_, index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`).join(
    "",
  );
  const start = performance.now();
  const source = await read(sheetOf(rows, `<mergeCells>${joined}</mergeCells>`));
  assert.equal(rowsOf(source).at(-1), "表!A20000=19999");
  assert.ok(performance.now() - start < 5000);
});
