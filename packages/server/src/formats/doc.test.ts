import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { oleFile } from "./harness/ole-file.ts";
import { codes, shown } from "./harness/shown.ts";
import { readSource } from "./read-source.ts";

const plan = readFileSync(new URL("./fixtures/plan.doc", import.meta.url));

test("doc: body, tables, notes and running heads are read; numbers that Word makes are told to be missing", async () => {
  const source = await readSource("plan.doc", plan);
  assert.deepEqual(shown(source), [
    "furniture: 样例简报页眉",
    "paragraph: 样例区域协同工作要点",
    "paragraph: 总体要求",
    "paragraph: 目标",
    "paragraph: 建成样例道路30公里。",
    "paragraph: 新增样例公交线路4条。",
    "paragraph: 措施",
    "paragraph: 落实责任。",
    "paragraph: 组织保障",
    "paragraph: 表1 任务分工",
    "表1.1: 序号|任务|单位",
    "表1.2: 1|修路|甲局",
    "表1.3: 2|架桥|乙局",
    "note: 样例注文一。",
    "furniture: — 1 —",
  ]);
  assert.deepEqual(codes(source), ["list-numbers"]);
});

test("doc: the same file under the name of WPS is one of WPS", async () => {
  const source = await readSource("plan.wps", plan);
  assert.deepEqual([source.format, ...codes(source)], ["wps", "list-numbers"]);
});

test("doc: macros are told and never run", async () => {
  const copy = Buffer.from(plan);
  const entry = copy.indexOf(Buffer.from("\u0001CompObj", "utf16le"));
  copy.fill(0, entry, entry + 64);
  copy.write("Macros", entry, "utf16le");
  copy.writeUInt16LE(14, entry + 64);
  assert.deepEqual(codes(await readSource("plan.doc", copy)), ["list-numbers", "macro"]);
});

for (const [rule, bytes, refusal] of [
  ["locked with a password", locked(plan), { code: "encrypted", message: /password/u }],
  ["cut off", plan.subarray(0, 9000), { code: "truncated", message: /breaks off/u }],
  [
    "from before Word 97",
    oleFile(["WordDocument"]),
    { code: "unsupported", message: /older than Word 97.*另存为 docx/u },
  ],
  [
    "with a circle in its chains",
    circular(oleFile(["WordDocument"])),
    { code: "damaged", message: /two chains of its sectors meet/u },
  ],
] as const)
  test(`doc: a file ${rule} is refused`, () => assert.rejects(readSource("plan.doc", bytes), refusal));

/** The flag `fEncrypted` set where the stream of the text begins. */
function locked(file: Uint8Array): Uint8Array {
  const copy = Buffer.from(file);
  const start = copy.indexOf(Buffer.from([0xec, 0xa5]));
  copy.writeUInt8((copy[start + 11] ?? 0) | 1, start + 11);
  return copy;
}

/** The last sector of the last stream leads back to its first. */
function circular(file: Uint8Array): Uint8Array {
  const copy = Buffer.from(file);
  copy.writeUInt32LE(2, 512 + 9 * 4);
  return copy;
}
