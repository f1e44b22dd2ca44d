import assert from "node:assert/strict";
import { test } from "node:test";
import { textOfFile } from "./text-of-file.ts";

const file = (bytes: readonly number[]): Blob => new Blob([new Uint8Array(bytes)]);

for (const [rule, bytes, expected] of [
  ["UTF-8 with a byte order mark", [0xef, 0xbb, 0xbf, 0xe4, 0xb8, 0x80], { text: "一" }],
  ["GB 18030", [0xbd, 0xf1, 0xc4, 0xea], { text: "今年" }],
  ["an empty file", [], { text: "" }],
  ["a zip archive such as docx", [0x50, 0x4b, 0x03, 0x04, 0, 0], { fault: "not-text" }],
] as const)
  test(rule, async () => assert.deepEqual(await textOfFile(file(bytes)), expected));

test("a file that is far too long is not opened", async () =>
  assert.deepEqual(await textOfFile({ size: 5_000_000, arrayBuffer: () => Promise.reject(new Error("opened")) }), {
    fault: "too-big",
  }));
