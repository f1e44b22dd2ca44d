import assert from "node:assert/strict";
import { test } from "node:test";
import { repair } from "../text/repair.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { passagesOf } from "./passages.ts";
import { quantityInterval } from "./quantity-interval.ts";
import { ucumOf } from "./quantity-ucum.ts";

const lexicon = lexiconOnDisk();

function intervalIn(text: string): string {
  for (const { mentions } of passagesOf(repair(text), [], { day: null, lexicon }))
    for (const { mention } of mentions) {
      const value = mention.kind === "quantity" ? quantityInterval(mention, lexicon) : null;
      if (value) return `${value.lowOpen ? "(" : "["}${value.low}, ${value.high}${value.highOpen ? ")" : "]"}`;
    }
  return "none";
}

for (const [text, expected] of [
  ["关停企业473家。", "[473, 473]"],
  ["引进约200家。", "[190, 210]"],
  ["引进近3000家。", "[2700, 3000)"],
  ["设站8300多家。", "(8300, 8400)"],
  ["造林800多万亩。", "(8000000, 9000000)"],
  ["引进超过50家。", "(50, null)"],
  ["不少于20家。", "[20, null)"],
  ["3至5万元。", "[30000, 50000]"],
  ["建成十几个。", "[11, 19]"],
  ["没有数。", "none"],
] as const) {
  test(`interval of ${text}`, () => assert.equal(intervalIn(text), expected));
}

for (const [unit, expected] of [
  ["ug/m3", "ug/m3"],
  ["CNY/kWh", "{CNY}/kW.h"],
  ["家", "{家}"],
  ["年", "a"],
  [null, null],
] as const) {
  test(`UCUM code of ${unit}`, () => assert.equal(ucumOf(unit, lexicon), expected));
}
