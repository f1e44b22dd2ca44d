import assert from "node:assert/strict";
import { test } from "node:test";
import { assert as holds, constantFrom, oneof, property, tuple, uint8Array } from "fast-check";
import { anyText, readingFaults } from "../../fuzz/reading-faults.ts";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { readDocument } from "./read.ts";

const lexicon = lexiconOnDisk();

test("any text is read without a fault", () => {
  holds(
    property(anyText, (text) => assert.deepEqual(readingFaults(text), [])),
    { numRuns: 300, interruptAfterTimeLimit: 8000, seed: 20251125 },
  );
});

test("any bytes are read or refused, and never throw", () => {
  const bytes = oneof(
    uint8Array({ maxLength: 400 }),
    anyText.map((text) => new TextEncoder().encode(text)),
    tuple(
      constantFrom([0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x25, 0x50]),
      uint8Array({ maxLength: 99 }),
    ).map(([mark, rest]) => Uint8Array.from([...mark, ...rest])),
  );
  holds(
    property(bytes, (file) => void readDocument(file, { doc: "t", lexicon })),
    { numRuns: 300, interruptAfterTimeLimit: 4000, seed: 20251125 },
  );
});
