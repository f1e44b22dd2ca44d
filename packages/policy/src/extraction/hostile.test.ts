import assert from "node:assert/strict";
import { test } from "node:test";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { readDocument, readText } from "./read.ts";

const lexicon = lexiconOnDisk();

/** Strings that made other readers slow or hang, and those that aim at this one's own loops. */
const hostile = [
  "三万亿",
  "2018年",
  "7",
  "一",
  "十",
  "几十",
  "1,234,",
  "《",
  "《〈",
  "“",
  "“”",
  "（",
  "**",
  "<b>",
  "\n",
  "中\n",
  "。",
  "，",
  "2014.2—2018.2—",
  "1月1日",
  "同日",
  "年底前",
  "5家",
  "增长5家,",
  "从5%升至",
  "百分之",
  "京津冀",
  "天津在",
  "天津市委员会",
  "召开",
  "2014年1月1日召开会议，",
  "在2014年1月1日",
  "2月1日 召开会议。\n",
  "一、标题\n\n",
  "第一章...... 3\n",
  "2 年 ",
  "同日，",
  "提出了七点要求",
  "从5%提高到10%，",
  "《甲规划》、",
  "市委员会",
  "推动京津冀协同发展建设工程项目",
  "到2025年底前，市水务局牵头建成水库3座；",
  "國務院關於",
  "甲\t乙\n",
  "（“《甲》”）",
] as const;

test("hostile: the cost of reading grows with the length and no faster, whatever is repeated", () => {
  const cost = (text: string): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round += 1) {
      const begun = process.threadCpuUsage();
      readText(text, { doc: "t", lexicon });
      best = Math.min(best, process.threadCpuUsage(begun).user / 1000);
    }
    return best;
  };
  for (const unit of hostile) {
    const count = Math.ceil(2_500 / unit.length);
    const once = cost(unit.repeat(count));
    const eightfold = cost(unit.repeat(count * 8));
    // Time of this thread, not the clock: a busy machine, or one that compiles beside it, must not fail it. Linear is 8,
    // a quadratic loop 64; the floor keeps the noise of tiny costs out.
    assert.ok(
      eightfold < Math.max(once, 3) * 24,
      `${unit}: ${once.toFixed(1)} ms became ${eightfold.toFixed(1)} ms at 8 times the length`,
    );
  }
});

test("hostile: no bytes whatever make it throw, and offsets stay inside the text", () => {
  let seed = 11;
  const next = (): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8;
  const alphabet =
    "年月日同本上下半一二三十百万亿0123456789.,-—～%《》“”（）。，、\n #*<b>到至前起家个元在召开会议京津冀市委\ufffd\ud800";
  for (let round = 0; round < 400; round += 1) {
    const text = Array.from({ length: next() % 120 }, () => alphabet.charAt(next() % alphabet.length)).join("");
    const { mentions, readings, sentences } = readText(text, { doc: "t", lexicon });
    for (const { start, end, text: quoted } of [...mentions, ...readings.flatMap(({ spans }) => spans)]) {
      assert.ok(start < end && text.slice(start, end) === quoted, `${JSON.stringify(text)} at ${start}`);
    }
    for (const { start, end, raw } of sentences) assert.equal(text.slice(start, end), raw);
    readDocument(
      Uint8Array.from({ length: round }, () => next() & 255),
      { doc: "t", lexicon },
    );
  }
});
