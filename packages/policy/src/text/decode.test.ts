import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "./decode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(text, (unit) => unit.charCodeAt(0)).flatMap((code) =>
      bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8],
    ),
  );
const sample = "河道整治 3 公里,今年完工。";
/** 津南 in GB 18030. */
const national = Uint8Array.from([0xbd, 0xf2, 0xc4, 0xcf, 0xa1, 0xa3]);

for (const [rule, bytes, text, encoding, codes] of [
  ["UTF-8 without mark", utf8(sample), sample, "utf-8", []],
  [
    "a byte order mark is kept: offsets count from the first code unit",
    utf8(`\ufeff${sample}`),
    `\ufeff${sample}`,
    "utf-8",
    [],
  ],
  ["UTF-16 little-endian with mark", utf16(`\ufeff${sample}`, false), `\ufeff${sample}`, "utf-16le", []],
  ["UTF-16 big-endian with mark", utf16(`\ufeff${sample}`, true), `\ufeff${sample}`, "utf-16be", []],
  ["UTF-16 without mark", utf16(sample, false), sample, "utf-16le", []],
  ["GB 18030", national, "津南。", "gb18030", []],
  ["nothing", new Uint8Array(), "", "utf-8", []],
  [
    "a file cut inside a character is still text",
    utf8(sample).slice(0, -1),
    `${sample.slice(0, -1)}\ufffd`,
    "utf-8",
    ["damaged-characters"],
  ],
  ["a ZIP container is no text", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), "", "utf-8", ["not-text"]],
  ["control bytes are no text", Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]), "", "utf-8", ["not-text"]],
] as const) {
  test(`decode: ${rule}`, () => {
    const decoded = decode(bytes);
    assert.deepEqual(
      [decoded.text, decoded.encoding, decoded.diagnostics.map(({ code }) => code)],
      [text, encoding, codes],
    );
  });
}

test("decode: no bytes whatever make it throw", () => {
  let seed = 7;
  for (let round = 0; round < 300; round += 1) {
    const bytes = new Uint8Array(round);
    for (let at = 0; at < round; at += 1) bytes[at] = (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8;
    assert.equal(typeof decode(bytes).text, "string");
  }
});
