import assert from "node:assert/strict";
import { test } from "node:test";
import { filesIn } from "./archive.ts";
import { paragraph, wordFile } from "./harness/word-file.ts";
import { packedZeros, type SamplePart, zipFile } from "./harness/zip-file.ts";
import { defaultLimits } from "./limits.ts";

async function found(bytes: Uint8Array, limits = defaultLimits): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of filesIn("资料.zip", bytes, limits))
    files.push("refused" in file ? `${file.path}: ${file.refused.code}` : `${file.path}: ${file.bytes.byteLength}`);
  return files;
}

test("archive: files come in order, those of inner archives in their place, documents are not opened", async () => {
  const word = wordFile({ body: paragraph("样例") });
  const inner = zipFile([{ path: "乙/1.txt", content: "甲乙" }]);
  const parts = [
    { path: "甲/" },
    { path: "甲/a.txt", content: "abc" },
    { path: "内.zip", content: inner },
    { path: "b.docx", content: word },
  ];
  assert.deepEqual(await found(zipFile(parts)), ["甲/a.txt: 3", "内.zip/乙/1.txt: 6", `b.docx: ${word.byteLength}`]);
});

test("archive: names in GBK are read, what packers add is passed over", async () => {
  const gbk = Uint8Array.from([0xd1, 0xf9, 0xc0, 0xfd, 0x2e, 0x74, 0x78, 0x74]); // 样例.txt
  const parts: readonly SamplePart[] = [
    { path: "", gbk, content: "x" },
    ...[".DS_Store", "__MACOSX/._a.txt", "a/~$b.docx", "Thumbs.db"].map((path) => ({ path, content: "x" })),
  ];
  assert.deepEqual(await found(zipFile(parts)), ["样例.txt: 1"]);
});

for (const [rule, part, code] of [
  ["leads out of the archive", { path: "../../etc/passwd" }, "unsafe"],
  ["leads out by the other slash", { path: "a\\..\\..\\b.txt" }, "unsafe"],
  ["is absolute", { path: "/etc/passwd" }, "unsafe"],
  ["names a drive", { path: "C:\\b.txt" }, "unsafe"],
  ["holds a NUL", { path: "b.txt\u0000.exe" }, "unsafe"],
  ["is a link", { path: "b.txt", unixMode: 0o120777 }, "unsafe"],
  ["is named like one before", { path: "A.TXT" }, "unsafe"],
  ["is locked", { path: "b.txt", flags: 1 }, "encrypted"],
  ["has another checksum", { path: "b.txt", content: "x", checksum: 1 }, "damaged"],
  ["is longer than it says", { path: "b.txt", packed: { bytes: packedZeros(1), claims: 10 } }, "damaged"],
] as const)
  test(`archive: a part that ${rule} is refused, the rest goes on`, async () => {
    const files = await found(zipFile([{ path: "a.txt", content: "甲" }, part, { path: "c.txt", content: "丙" }]));
    assert.deepEqual(files, ["a.txt: 3", `${part.path}: ${code}`, "c.txt: 3"]);
  });

for (const [rule, bytes, refusal] of [
  [
    "a part that unfolds to ten thousand MiB and says so",
    () => zipFile([{ path: "a", packed: { bytes: packedZeros(64), claims: 4_000_000_000 } }]),
    { code: "expands", message: /more than 1024 MiB/u },
  ],
  [
    "a part that unfolds far beyond its size",
    () => zipFile([{ path: "a", packed: { bytes: packedZeros(600), claims: 600 << 20 } }]),
    { code: "expands", message: /more than 200 times/u },
  ],
  [
    "archives in archives in archives in archives",
    () => nested(4),
    { code: "too-deep", message: /lies deeper than 3/u },
  ],
  [
    "a cut directory",
    () => zipFile([{ path: "a", content: "x".repeat(500) }]).subarray(0, 60),
    { code: "truncated", message: /list of its parts is missing/u },
  ],
] as const)
  test(`archive: ${rule} refuses the whole`, () => assert.rejects(found(bytes()), refusal));

test("archive: parts beyond the limit are refused before any is read", async () => {
  const many = zipFile(Array.from({ length: 30 }, (_, index) => ({ path: `${index}.txt` })));
  await assert.rejects(found(many, { ...defaultLimits, parts: 20 }), {
    code: "too-many-parts",
    message: /30 parts.*20/u,
  });
});

test("archive: inner archives count on the same tally", async () => {
  const noise = Buffer.alloc(3 << 20, "样例文字甲乙丙丁");
  const inner = zipFile([{ path: "a.txt", content: noise }]);
  const bytes = zipFile(["1.zip", "2.zip", "3.zip"].map((path) => ({ path, content: inner })));
  const limits = { ...defaultLimits, expandedBytes: 8 << 20, expansion: 2000 };
  await assert.rejects(found(bytes, limits), { code: "expands" });
});

function nested(depth: number): Uint8Array {
  const inner = depth === 0 ? Buffer.from("文") : nested(depth - 1);
  return zipFile([{ path: depth === 0 ? "a.txt" : `${depth}.zip`, content: inner }]);
}
