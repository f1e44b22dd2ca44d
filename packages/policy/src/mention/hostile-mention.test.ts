import assert from "node:assert/strict";
import { test } from "node:test";
import { repair } from "../text/repair.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { passagesOf } from "./passages.ts";

const lexicon = lexiconOnDisk();
const ordinary =
  "2019年上半年，全市完成投资120.5亿元，同比增长8.3%，其中工业投资45亿元左右；到2020年底前建成30个项目，比上年多5个。\n";
const LENGTH = 60_000;

/** Milliseconds for a text: the best of three, so that a pause of the machine is no verdict. */
function cost(unit: string): number {
  const repaired = repair(unit.repeat(Math.ceil(LENGTH / unit.length)));
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn += 1) {
    const start = performance.now();
    passagesOf(repaired, [], { day: { year: 2019, month: 8, day: 15 }, lexicon });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const plain = cost(ordinary);

for (const unit of [
  "三万亿",
  "2018年",
  "2014.2—2018.2—",
  "7",
  "1、",
  "1，234",
  "十几",
  "自",
  "近五年",
  "《〈",
  "从1到",
  "每年",
  "1 2 ",
  "一、二",
]) {
  test(`${unit} over and over costs no more than a few times ordinary text`, () => {
    const ratio = cost(unit) / plain;
    assert.ok(ratio < 8, `${unit} costs ${ratio.toFixed(1)} times as much as ordinary text of the same length`);
  });
}
