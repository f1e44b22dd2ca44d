import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { docxReader } from "./docx.ts";
import { codes, shown } from "./harness/shown.ts";
import { paragraph, run, wordFile, type WordSample } from "./harness/word-file.ts";
import { defaultLimits } from "./limits.ts";
import { readSource } from "./read-source.ts";

const read = async (sample: WordSample): Promise<readonly string[]> =>
  shown(await docxReader.read("样例.docx", wordFile(sample), defaultLimits));

const styles = `
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
  <w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文小标题"/><w:basedOn w:val="1"/></w:style>
  <w:style w:type="paragraph" w:styleId="lvl"><w:name w:val="自定"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>
  <w:style w:type="paragraph" w:styleId="ti"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="listed"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="环"/><w:basedOn w:val="loop"/></w:style>
  <w:style w:type="character" w:styleId="hide"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style>`;

const level = (at: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const numbering = `
  <w:abstractNum w:abstractNumId="0">${level(0, "chineseCounting", "%1、")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimal", "%3.")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, "chineseCountingThousand", "第%1条", '<w:pStyle w:val="listed"/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${level(0, "chineseCounting", "第%1章")}${level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="4">${level(0, "bullet", "\uf0b7")}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num>`;

const listed = (list: number, depth: number): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const cell = (content: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

for (const [rule, sample, expected] of [
  [
    "each paragraph is a line, blank ones none",
    { body: paragraph("甲。") + paragraph("") + paragraph("乙。") },
    ["paragraph: 甲。", "paragraph: 乙。"],
  ],
  [
    "headings are told by style, ancestor, outline level and title",
    { styles, body: ["1", "own", "lvl", "ti", "loop"].map((id) => paragraph(id, styled(id))).join("") },
    ["heading 1: 1", "heading 1: own", "heading 3: lvl", "heading 1: ti", "paragraph: loop"],
  ],
  [
    "an outline level of its own outdoes the style, body text too",
    {
      styles,
      body: paragraph("甲", `${styled("1")}<w:outlineLvl w:val="9"/>`) + paragraph("乙", '<w:outlineLvl w:val="1"/>'),
    },
    ["paragraph: 甲", "heading 2: 乙"],
  ],
  ["captions are told by style", { styles, body: paragraph("图1 线路", styled("cap")) }, ["caption: 图1 线路"]],
  [
    "lists count as Word shows them, deeper levels anew under each upper one",
    {
      styles,
      numbering,
      body: [
        [0, "目标"],
        [1, "一"],
        [2, "甲"],
        [2, "乙"],
        [1, "二"],
        [2, "丙"],
        [0, "措施"],
        [1, "三"],
      ]
        .map(([at, words]) => paragraph(String(words), listed(1, Number(at))))
        .join(""),
    },
    ["一、目标", "（一）一", "1. 甲", "2. 乙", "（二）二", "1. 丙", "二、措施", "（一）三"].map(
      (line) => `paragraph: ${line}`,
    ),
  ],
  [
    "a list that starts over does, one of the same family goes on",
    { styles, numbering, body: [1, 1, 2, 1].map((list) => paragraph("项", listed(list, 0))).join("") },
    ["一、项", "二、项", "一、项", "二、项"].map((line) => `paragraph: ${line}`),
  ],
  [
    "a style may number its paragraphs, a paragraph may decline",
    {
      styles,
      numbering,
      body:
        paragraph("本法适用。", styled("listed")) +
        paragraph("不编号。", `${styled("listed")}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
        paragraph("另定。", styled("listed")),
    },
    ["paragraph: 第一条 本法适用。", "paragraph: 不编号。", "paragraph: 第二条 另定。"],
  ],
  [
    "plain figures below a Chinese chapter",
    { numbering, body: paragraph("总则", listed(4, 0)) + paragraph("目的", listed(4, 1)) },
    ["paragraph: 第一章 总则", "paragraph: 1.1 目的"],
  ],
  ["bullets are no text", { numbering, body: paragraph("要点", listed(5, 0)) }, ["paragraph: 要点"]],
  [
    "a field is its last result, its code is no text",
    {
      body: `<w:p>${["begin", "separate", "end"].map((turn, index) => `<w:r><w:fldChar w:fldCharType="${turn}"/></w:r>${["<w:r><w:instrText>PAGEREF x</w:instrText></w:r>", run("第3页"), run("。")][index]}`).join("")}</w:p>`,
    },
    ["paragraph: 第3页。"],
  ],
  [
    "insertions in, deletions out, a paragraph whose end was deleted goes on",
    {
      body: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("经费")}<w:del>${run("十")}</w:del></w:p><w:p><w:ins>${run("二十")}</w:ins>${run("万元。")}</w:p>`,
    },
    ["paragraph: 经费二十万元。"],
  ],
  [
    "hidden words are kept as furniture",
    {
      styles,
      body: `<w:p>${run("公开。")}${run("密文", "<w:vanish/>")}${run("又一", '<w:rStyle w:val="hide"/>')}${run("再。", '<w:vanish w:val="0"/>')}</w:p>`,
    },
    ["paragraph: 公开。再。", "furniture: 密文又一"],
  ],
  [
    "a line break inside a sentence stays in its paragraph, one after it begins another",
    {
      body: `<w:p>${run("关于样例的")}<w:r><w:br/></w:r>${run("通知。")}<w:r><w:br/></w:r>${run("各单位：")}<w:r><w:br w:type="page"/></w:r>${run("下页")}</w:p>`,
    },
    ["paragraph: 关于样例的⏎通知。", "paragraph: 各单位：", "paragraph: 下页"],
  ],
  [
    "a text box is read once, after the paragraph it hangs on",
    {
      body: `<w:p>${run("正文。")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph("框中")}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${paragraph("框中")}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    },
    ["paragraph: 正文。", "aside: 框中"],
  ],
  [
    "running heads come first and once, feet last, notes after their paragraph",
    {
      header: paragraph("某简报") + paragraph("某简报"),
      footer: paragraph("— 1 —"),
      footnotes: `<w:footnote w:id="0" w:type="separator">${paragraph("线")}</w:footnote><w:footnote w:id="1">${paragraph("注一")}</w:footnote>`,
      body: `<w:p>${run("甲")}<w:r><w:footnoteReference w:id="1"/></w:r>${run("。")}</w:p>${paragraph("乙。")}`,
    },
    ["furniture: 某简报", "paragraph: 甲。", "note: 注一", "paragraph: 乙。", "furniture: — 1 —"],
  ],
  [
    "rows keep their columns: merged cells are empty but the first",
    {
      body: `<w:tbl><w:tr>${cell(paragraph("任务"))}${cell(paragraph("单位"), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(paragraph("修路"), '<w:vMerge w:val="restart"/>')}${cell(paragraph("甲") + paragraph("乙"))}${cell(paragraph("丙\t丁"))}</w:tr><w:tr>${cell(paragraph(""), "<w:vMerge/>")}${cell(paragraph("戊"))}${cell(paragraph("己"))}</w:tr></w:tbl><w:tbl><w:tr>${cell(paragraph("另"))}${cell(paragraph("表"))}</w:tr></w:tbl>`,
    },
    ["表1.1: 任务|单位|", "表1.2: 修路|甲⏎乙|丙 丁", "表1.3: |戊|己", "表2.1: 另|表"],
  ],
  [
    "a table of one column that holds passages is a frame",
    {
      body: `<w:tbl><w:tr>${cell(paragraph("专栏1"))}</w:tr><w:tr>${cell(paragraph("甲。") + paragraph("乙。"))}</w:tr></w:tbl>`,
    },
    ["aside: 专栏1", "aside: 甲。", "aside: 乙。"],
  ],
  [
    "what stands in controls and links is text",
    {
      body: `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph("控件。")}</w:sdtContent></w:sdt><w:p><w:hyperlink>${run("链接")}</w:hyperlink><w:r><w:noBreakHyphen/></w:r>${run("词")}</w:p>`,
    },
    ["paragraph: 控件。", "paragraph: 链接-词"],
  ],
] as const satisfies readonly (readonly [string, WordSample, readonly string[]])[])
  test(`docx: ${rule}`, async () => assert.deepEqual(await read(sample), expected));

test("docx: what the file holds beside its text is told", async () => {
  const outside = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const bytes = wordFile({
    body: `<w:p><w:ins>${run("新")}</w:ins><w:del>${run("旧")}</w:del><w:r><w:drawing><a:blip xmlns:a="x"/></w:drawing></w:r></w:p><w:altChunk/>`,
    comments: `<w:comment w:id="1">${paragraph("批注")}</w:comment>`,
    relationships: `<Relationship Id="t" Type="${outside}/image" Target="http://example.invalid/a.png" TargetMode="External"/><Relationship Id="h" Type="${outside}/hyperlink" Target="http://example.invalid/" TargetMode="External"/>`,
    more: [{ path: "word/vbaProject.bin", content: "VBA" }],
  });
  const source = await readSource("样例.docm", bytes);
  assert.deepEqual(shown(source), ["paragraph: 新"]);
  assert.deepEqual(codes(source), ["tracked-changes", "comments", "macro", "outside-parts", "pictures", "embedded"]);
  assert.match(source.diagnostics[0]?.message ?? "", /1 insertions were taken in, 1 deletions left out/u);
  assert.match(source.diagnostics[3]?.message ?? "", /^1 parts/u);
});

test("docx: a file that LibreOffice made reads like the one it was made from", async () => {
  const source = await readSource("plan.docx", readFileSync(new URL("./fixtures/plan.docx", import.meta.url)));
  assert.deepEqual(shown(source), [
    "furniture: 样例简报页眉",
    "heading 1: 样例区域协同工作要点",
    "heading 1: 一、总体要求",
    "heading 2: （一）目标",
    "paragraph: 1. 建成样例道路30公里。",
    "note: 样例注文一。",
    "paragraph: 2. 新增样例公交线路4条。",
    "heading 2: （二）措施",
    "paragraph: 1. 落实责任。",
    "heading 1: 二、组织保障",
    "caption: 表1 任务分工",
    "表1.1: 序号|任务|单位",
    "表1.2: 1|修路|甲局",
    "表1.3: 2|架桥|乙局",
    "furniture: — 1 —",
  ]);
});
