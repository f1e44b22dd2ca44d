import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { SourceText } from "@qipan/policy/records/source-text";
import { PDFDocument } from "pdf-lib";
import { getResolvedPDFJS } from "unpdf";
import { FileRefused } from "../ingest/file-refusal.ts";
import { defaultLimits } from "./limits.ts";
import { operators } from "./pdf/operators.ts";
import { pagePicture, ruleMarks, type SampleMark, type SamplePdf, samplePdf } from "./pdf/sample-pdf.ts";
import { pdfReader } from "./pdf.ts";

const read = (bytes: Uint8Array, limits = defaultLimits): Promise<SourceText> =>
  pdfReader.read("样本.pdf", bytes, limits);
const fixture = (name: string): Promise<Buffer> => readFile(new URL(`pdf/fixtures/${name}`, import.meta.url));
const at = (text: string, x: number, y: number, more: { size?: number; turn?: number } = {}): SampleMark => ({
  text,
  x,
  y,
  ...more,
});
/** Lines one below the other. */
const column = (x: number, lines: readonly string[], from = 100): readonly SampleMark[] =>
  lines.map((text, index) => at(text, x, from + index * 15));
/** Rows of cells whose columns stand so far apart. */
const cells = (rows: readonly (readonly string[])[], apart = 120): readonly SampleMark[] =>
  rows.flatMap((row, y) => row.map((text, x) => at(text, 50 + x * apart, 100 + y * 15)));
/** Words of each row of a table, `sheet!cell=words`. */
const rowsOf = ({ marks, text }: SourceText): readonly string[] =>
  marks.flatMap((mark) =>
    mark.kind === "row"
      ? [mark.cells.map(({ cell, start, end }) => `${mark.sheet}!${cell}=${text.slice(start, end)}`).join(" ")]
      : [],
  );

for (const [rule, marks, expected] of [
  [
    "lines come from top to bottom, whatever order the file paints them in",
    [at("第二行", 50, 120), at("第一行", 50, 100)],
    "第一行\n第二行\n",
  ],
  ["pieces of a line are one line without spaces", [at("轨道", 50, 100), at("建设", 70, 100)], "轨道建设\n"],
  ["a gap of a character and a half is a space", [at("通", 50, 100), at("知", 75, 100)], "通 知\n"],
  ["a gap of half a character between Han is none", [at("通", 50, 100), at("知", 65, 100)], "通知\n"],
  ["a gap between Latin words is a space", [at("ab", 50, 100), at("cd", 73, 100)], "ab cd\n"],
  ["spaces of the file stay", [at("第一章　总则", 50, 100)], "第一章　总则\n"],
  ["a small raised sign stays in its line", [at("面积5米", 50, 100), at("2", 91, 96, { size: 5 })], "面积5米2\n"],
  ["bold type painted twice is read once", [at("粗体", 50, 100), at("粗体", 50.4, 100)], "粗体\n"],
  ["doubled characters that stand side by side stay two", [at("人人", 50, 100)], "人人\n"],
  ["a wide gap parts a line", [at("某市人民政府", 50, 100), at("6月1日", 250, 100)], "某市人民政府\n6月1日\n"],
  ["radicals and compatibility forms are left as they are", [at("⻓江⼯程", 50, 100)], "⻓江⼯程\n"],
  [
    "columns are read one after the other",
    [
      ...column(50, ["左栏文字第一行写满", "左栏文字第二行写满", "左栏文字第三行写满", "左尾。"]),
      ...column(158, ["右栏文字第一行写满", "右栏文字第二行写满", "右栏文字第三行写满"]),
    ],
    "左栏文字第一行写满\n左栏文字第二行写满\n左栏文字第三行写满\n左尾。\n右栏文字第一行写满\n右栏文字第二行写满\n右栏文字第三行写满\n",
  ],
  [
    "numbers of a list that stand apart from their words are no column",
    [...column(50, ["1.", "2.", "3.", "4."]), ...column(80, ["落实责任", "明确时限", "建立台账", "逐项销号"])],
    "1. 落实责任\n2. 明确时限\n3. 建立台账\n4. 逐项销号\n",
  ],
] as const)
  test(rule, async () => assert.equal((await read(samplePdf({ pages: [marks] }))).text, expected));

test("a line has its page and its box, in points from the top left corner", async () => {
  const { text, marks } = await read(
    samplePdf({ pages: [[at("首页", 50, 100)], [at("次页文字", 60, 200, { size: 20 })]] }),
  );
  assert.equal(text, "首页\n次页文字\n");
  assert.deepEqual(marks, [
    { kind: "page", page: 1, start: 0, end: 3 },
    { kind: "line", page: 1, box: [50, 91.2, 70, 101.2], start: 0, end: 2 },
    { kind: "page", page: 2, start: 3, end: 8 },
    { kind: "line", page: 2, box: [60, 182.4, 140, 202.4], start: 3, end: 7 },
  ]);
});

test("vertical columns are lines, from the right", async () => {
  const pages = [[at("竖排第一列", 500, 100), at("竖排第二列", 480, 100)]];
  assert.equal((await read(samplePdf({ encoding: "UniGB-UCS2-V", pages }))).text, "竖排第一列\n竖排第二列\n");
});

test("a watermark across the page stands aside behind its text, and is told", async () => {
  const marks = [
    at("正文第一行", 50, 100),
    at("内部资料", 200, 300, { turn: 45, size: 60 }),
    at("正文第二行", 50, 120),
  ];
  const source = await read(samplePdf({ pages: [marks] }));
  assert.equal(source.text, "正文第一行\n正文第二行\n内部资料\n");
  assert.deepEqual(
    source.marks.filter(({ kind }) => kind === "aside").map(({ start, end }) => [start, end]),
    [[12, 16]],
  );
  assert.deepEqual(
    source.diagnostics.map(({ code }) => code),
    ["turned-text"],
  );
});

test("a page turned as a whole reads like an upright one", async () => {
  const marks = [at("第一行文字", 100, 100, { turn: 90 }), at("第二行文字", 80, 100, { turn: 90 })];
  const source = await read(samplePdf({ pages: [marks] }));
  assert.deepEqual([source.text, source.diagnostics], ["第一行文字\n第二行文字\n", []]);
});

const grid = ruleMarks(
  [45, 85, 405, 85],
  [45, 105, 405, 105],
  [165, 125, 405, 125],
  [45, 145, 405, 145],
  [45, 85, 45, 145],
  [165, 85, 165, 145],
  [285, 85, 285, 145],
  [405, 85, 405, 145],
);

for (const [rule, marks, expected] of [
  [
    "a ruled table is rows with cells; a joined cell has its words in the first",
    [
      grid,
      at("车站", 50, 100),
      at("客流", 170, 100),
      at("说明", 290, 100),
      at("河东站", 50, 128),
      at("1,200", 170, 120),
      at("换乘", 290, 120),
      at("455", 170, 140),
    ],
    ["表1!A1=车站 表1!B1=客流 表1!C1=说明", "表1!A2=河东站 表1!B2=1,200 表1!C2=换乘", "表1!A3= 表1!B3=455 表1!C3="],
  ],
  [
    "a line that fills its cell runs on, a short one ends",
    [
      grid,
      at("车站", 50, 100),
      at("单位", 170, 92, { size: 8 }),
      at("万人次", 170, 102, { size: 8 }),
      at("说明", 290, 100),
      at("河东站", 50, 125),
      at("需要增加高峰时段的列", 290, 112),
      at("车", 290, 123),
    ],
    ["表1!A1=车站 表1!B1=单位\u2028万人次 表1!C1=说明", "表1!A2=河东站 表1!B2= 表1!C2=需要增加高峰时段的列车"],
  ],
  [
    "aligned columns are rows",
    cells([
      ["站名", "客流", "同比"],
      ["河东站", "1200", "5.2%"],
      ["云岭", "860", ""],
      ["石门", "455", "12%"],
    ]),
    [
      "表1!A1=站名 表1!B1=客流 表1!C1=同比",
      "表1!A2=河东站 表1!B2=1200 表1!C2=5.2%",
      "表1!A3=云岭 表1!B3=860 表1!C3=",
      "表1!A4=石门 表1!B4=455 表1!C4=12%",
    ],
  ],
  [
    "two columns of words are no table",
    cells([
      ["主任", "张某"],
      ["委员", "李某"],
      ["秘书", "王某"],
    ]),
    [],
  ],
  [
    "two aligned rows are no table",
    cells([
      ["站名", "客流", "同比"],
      ["河东站", "1200", "5.2%"],
    ]),
    [],
  ],
  [
    "a frame around text is no table",
    [
      ruleMarks([40, 80, 400, 80], [40, 160, 400, 160], [40, 80, 40, 160], [400, 80, 400, 160]),
      ...column(50, ["框中第一行", "框中第二行"]),
    ],
    [],
  ],
] as const)
  test(rule, async () => assert.deepEqual(rowsOf(await read(samplePdf({ pages: [marks] }))), expected));

test("a table that goes on over the page is one table", async () => {
  const page = [grid, at("甲", 50, 100), at("乙", 170, 100), at("丙", 50, 120), at("丁", 170, 120)];
  const rows = rowsOf(await read(samplePdf({ pages: [[...page, at("—1—", 280, 820)], page] })));
  assert.deepEqual(
    rows.map((row) => row.split("=")[0]),
    ["表1!A1", "表1!A2", "表1!A4", "表1!A5"],
  );
});

test("fonts that are not in the file are read by their code", async () => {
  const gbk = samplePdf({ encoding: "GBK-EUC-H", coded: () => "b9ecb5c041a3ac", pages: [[at("", 50, 100)]] });
  assert.equal((await read(gbk)).text, "轨道A，\n");
});

test("glyph numbers that cannot be told never become characters, they are refused", async () => {
  const numbers = samplePdf({ encoding: "Identity-H", coded: () => "0500".repeat(30), pages: [[at("", 50, 100)]] });
  await assert.rejects(
    read(numbers),
    (error: unknown) =>
      error instanceof FileRefused &&
      error.code === "no-text-layer" &&
      error.message.includes("30 of its 30 characters"),
  );
});

const words = "这一页有文字，可以读出，字数也够。";
const filled = (more: Partial<SamplePdf>): Uint8Array => samplePdf({ pages: [[at(words, 50, 100)]], ...more });
const script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

for (const [rule, bytes, expected] of [
  [
    "pictures of pages among others are told",
    samplePdf({ pages: [[at(words, 50, 100)], [pagePicture], []] }),
    ["page-without-text: page 2"],
  ],
  [
    "text over a picture that nobody sees is told",
    samplePdf({ pages: [[pagePicture, { operators: "3 Tr" }, at(words, 50, 100)]] }),
    ["recognised-text: page 1"],
  ],
  [
    "a script on opening is told and not run",
    filled({ catalogue: "/OpenAction 101 0 R", objects: [script] }),
    ["active-content: script"],
  ],
  [
    "a link that starts a program is told",
    filled({
      pageEntries: "/Annots [101 0 R]",
      objects: ["<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>"],
    }),
    ["active-content: cmd.exe"],
  ],
  [
    "a plain link is nothing to tell",
    filled({
      pageEntries: "/Annots [101 0 R]",
      objects: ["<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/) >> >>"],
    }),
    [],
  ],
  [
    "files inside are named",
    filled({
      catalogue: "/Names << /EmbeddedFiles << /Names [(b) 101 0 R] >> >>",
      objects: [
        "<< /Type /Filespec /F (b.exe) /UF (b.exe) /EF << /F 102 0 R >> >>",
        "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream",
      ],
    }),
    ["embedded-files: b.exe"],
  ],
] as const)
  test(rule, async () => {
    const { text, diagnostics } = await read(bytes);
    assert.equal(text, `${words}\n`);
    assert.equal(diagnostics.length, expected.length);
    for (const [index, wanted] of expected.entries()) {
      const [code, part = ""] = wanted.split(": ");
      assert.equal(diagnostics[index]?.code, code);
      assert.ok(diagnostics[index]?.message.includes(part), diagnostics[index]?.message);
    }
  });

const scan = samplePdf({ pages: [[pagePicture], [pagePicture, at("—2—", 280, 800)]] });
const whole = filled({});
for (const [rule, bytes, code, part] of [
  ["pictures of pages alone", scan, "no-text-layer", "2 of its 2 page(s) are pictures"],
  ["a document locked with a password", await fixture("locked.pdf"), "encrypted", "locked with a password"],
  ["a document that breaks off in the middle", whole.subarray(0, whole.length / 2), "truncated", "breaks off"],
  ["a document that breaks off in its last lines", whole.subarray(0, whole.length - 100), "truncated", "breaks off"],
  ["a head with nothing behind it", Buffer.from(`%PDF-1.7\n${"x".repeat(500)}\n%%EOF`), "damaged", "cannot be read"],
] as const)
  test(`${rule} is refused, and the message says what to do`, () =>
    assert.rejects(read(bytes), (error: unknown) => {
      assert.ok(error instanceof FileRefused);
      assert.equal(error.code, code);
      assert.ok(error.message.startsWith("样本.pdf") && error.message.includes(part), error.message);
      return true;
    }));

test("a picture made into a PDF by another program is refused as well", async () => {
  const document = await PDFDocument.create();
  const pixel = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoYGBoYAAABIYBAdUVLZ0AAAAASUVORK5CYII=",
    "base64",
  );
  document.addPage([595, 842]).drawImage(await document.embedPng(pixel), { x: 0, y: 0, width: 595, height: 842 });
  await assert.rejects(
    read(await document.save()),
    (error: unknown) => error instanceof FileRefused && error.code === "no-text-layer",
  );
});

test("pages without anything give no text", async () => {
  assert.equal((await read(samplePdf({ pages: [[], []] }))).text, "");
  assert.equal((await read(samplePdf({ pages: [] }))).text, "");
});

test("more characters than the limits allow are refused before the rest is read", () =>
  assert.rejects(
    read(whole, { ...defaultLimits, characters: 10 }),
    (error: unknown) => error instanceof FileRefused && error.code === "too-large",
  ));

// writer.pdf and calc.xlsx were made by LibreOffice, browser.pdf by Chromium, from texts of our own.
test("a document made by an office program: paragraphs as lines, its table as rows", async () => {
  const source = await read(await fixture("writer.pdf"));
  assert.match(source.text, /^通勤圈轨道建设简报\n一、总体情况\n2024年3月12日，/u);
  assert.deepEqual(
    rowsOf(source)[1],
    "表1!A2=河东站 表1!B2=1,200 表1!C2=5.2% 表1!D2=换乘客流占三成，周末增长较快，需要增加高峰时段的列车，并在站厅增设引导",
  );
  assert.deepEqual(rowsOf(source)[3], "表1!A4= 表1!B4=455 表1!C4=12.0% 表1!D4=");
  assert.deepEqual(source.diagnostics, []);
});

test("a page printed by a browser: radicals stay as in the file", async () => {
  const source = await read(await fixture("browser.pdf"));
  assert.match(source.text, /⻓江路⼯程于6⽉完⼯/u);
  assert.deepEqual(rowsOf(source), ["表1!A1=⻋站 表1!B1=客流", "表1!A2=⽯⻔ 表1!B2=455"]);
});

test("a document locked against copying by its owner alone is read", async () =>
  assert.equal((await read(await fixture("owner-locked.pdf"))).text, "锁定的示例：轨道建设按期推进。\n"));

test("operators have the numbers by which pdf.js names them", async () => {
  const { OPS } = await getResolvedPDFJS();
  for (const [name, number] of Object.entries(operators)) assert.equal(number, OPS[name as keyof typeof OPS], name);
});
