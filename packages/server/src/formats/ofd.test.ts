import assert from "node:assert/strict";
import { test } from "node:test";
import { ofdFile, ofdStroke, ofdWords } from "./harness/ofd-file.ts";
import { codes, shown } from "./harness/shown.ts";
import { readSource } from "./read-source.ts";

test("ofd: words of a page are lines with their place, pages follow each other, templates count to their pages", async () => {
  const bytes = ofdFile(
    [
      ofdWords("关于样例工作的通知", { x: 60, y: 40, size: 7.7, step: 9 }) +
        ofdWords("各有关单位：到2027年全长达到", { x: 39, y: 60, size: 5.6 }) +
        ofdWords("120公里，现通知如下。", { x: 28, y: 70, size: 5.6 }),
      ofdWords("特此通知。", { x: 28, y: 40, size: 5.6 }),
    ],
    { template: ofdWords("样例机关文件", { x: 30, y: 15, size: 3.5 }) },
  );
  const source = await readSource("通知.ofd", bytes);
  assert.equal(source.format, "ofd");
  assert.deepEqual(shown(source), [
    "line: 样例机关文件",
    "line: 关于样例工作的通知",
    "line: 各有关单位：到2027年全长达到",
    "line: 120公里，现通知如下。",
    "line: 样例机关文件",
    "line: 特此通知。",
  ]);
  const pages = source.marks.filter(({ kind }) => kind === "page");
  assert.deepEqual(
    pages.map(({ start, end }) => source.text.slice(start, end).split("\n").length - 1),
    [4, 2],
  );
  const title = source.marks.find((mark) => mark.kind === "line" && source.text.startsWith("关于", mark.start));
  // left 60 mm = 170.1 pt; baseline 40 + 7.7 mm, the box reaches 0.88 of the height above it and 0.12 below
  assert.deepEqual(title?.kind === "line" && title.box, [170.1, 116, 396, 137.8]);
});

test("ofd: ruled tables are rows", async () => {
  const rules =
    [90, 100, 110].map((y) => ofdStroke(28, y, 150, 0)).join("") +
    [28, 78, 178].map((x) => ofdStroke(x, 90, 0, 20)).join("");
  const words = [
    ["任务", 30, 93],
    ["单位", 80, 93],
    ["修路", 30, 103],
    ["甲局", 80, 103],
  ] as const;
  const cells = words.map(([text, x, y]) => ofdWords(text, { x, y, size: 4 })).join("");
  assert.deepEqual(shown(await readSource("表.ofd", ofdFile([rules + cells]))), [
    "表1.1: 任务|单位",
    "表1.2: 修路|甲局",
  ]);
});

test("ofd: matrices, blocks, steps told one by one and missing ones are followed; what is invisible on purpose is not", async () => {
  const object = (attributes: string, code: string, words: string): string =>
    `<ofd:TextObject ID="1" Boundary="28 60 100 8" Font="3" ${attributes}><ofd:TextCode X="0" Y="10" ${code}>${words}</ofd:TextCode></ofd:TextObject>`;
  const layer = `<ofd:PageBlock ID="2">${object('Size="10" CTM="0.5 0 0 0.5 0 0"', "", "Plan 2027")}</ofd:PageBlock>${object('Size="5" Boundary="28 90 100 8"', 'DeltaX="5 5 g 2 5"', "一二三四五").replace(' Boundary="28 60 100 8"', "")}${object('Size="5" Visible="false"', "", "看不见")}`;
  assert.deepEqual(shown(await readSource("a.ofd", ofdFile([layer]))), ["line: Plan 2027", "line: 一二三四五"]);
});

test("ofd: pages that are pictures are refused, one among others is told", async () => {
  const picture = '<ofd:ImageObject ID="5" Boundary="0 0 210 297" ResourceID="6"/>';
  await assert.rejects(readSource("扫描.ofd", ofdFile([picture])), { code: "no-text-layer", message: /OCR/u });
  const mixed = await readSource(
    "半.ofd",
    ofdFile([ofdWords("这一页是有文字层的，可以照常读。", { x: 28, y: 40, size: 5 }), picture]),
  );
  assert.deepEqual(codes(mixed), ["page-without-text"]);
});

test("ofd: an encrypted one and one without pages are refused", async () => {
  await assert.rejects(readSource("密.ofd", ofdFile(["x"], { more: [{ path: "Encryptions.xml", content: "<x/>" }] })), {
    code: "encrypted",
  });
  await assert.rejects(readSource("空.ofd", ofdFile([])), { code: "damaged", message: /without pages/u });
});
