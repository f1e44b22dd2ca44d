import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../text/fold.ts";
import { repair } from "../text/repair.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { passagesOf } from "./passages.ts";
import type { Mention } from "../records/mention.ts";

const lexicon = lexiconOnDisk();

/** What was found, without the words as written. */
function found(text: string): readonly unknown[] {
  return passagesOf(repair(text), [], { day: { year: 2024, month: 9, day: 1 }, lexicon }).flatMap(({ mentions }) =>
    mentions.map(({ mention }) => meaning(mention)),
  );
}

function meaning(mention: Mention): unknown {
  return JSON.parse(fold(JSON.stringify(mention)));
}

for (const [rule, traditional, simplified] of [
  [
    "bodies, places and dates",
    "２０２４年６月３日，天津市發展和改革委員會與河北省財政廳在廊坊市簽署協議。",
    "2024年6月3日，天津市发展和改革委员会与河北省财政厅在廊坊市签署协议。",
  ],
  [
    "quantities and their comparators",
    "全年完成投資約一百二十億元，增長５．３％以上。",
    "全年完成投资约一百二十亿元，增长5.3%以上。",
  ],
  ["titles", "印發《關於加強水庫運行管理的實施意見》。", "印发《关于加强水库运行管理的实施意见》。"],
  ["relative time", "今年年底前實現全線貫通，去年同期為８０萬噸。", "今年年底前实现全线贯通，去年同期为80万吨。"],
  ["radicals out of a PDF", "2024年6⽉，⽯家庄市⽔利局召开会议。", "2024年6月，石家庄市水利局召开会议。"],
] as const) {
  test(`script: ${rule} are read alike in both scripts`, () => {
    assert.equal(fold(traditional), simplified);
    assert.ok(found(simplified).length > 0);
    assert.deepEqual(found(traditional), found(simplified));
  });
}
