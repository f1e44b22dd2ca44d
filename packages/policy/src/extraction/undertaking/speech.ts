import type { Passage } from "../../mention/passages.ts";
import { wordAt } from "../../mention/word-table.ts";
import type { Span } from "../../text/span.ts";
import type { Clause } from "./sentence.ts";

/** Bodies and papers that speak for themselves: what they state is theirs; a person's words are an opinion. */
const official =
  /会议|会上|全会|方案|规划|意见|通知|纲要|协议|公报|数据|统计|报告|发布会|工作组|领导小组|政府|办公室|委员会|[省市区县]委|省|市|局|厅|部|》|介绍|三方|双方|甲方|乙方/u;
const opinion = /认为|希望|建议|呼吁|主张|担心|期待|表示|看来|说$/u;

/** 转述. The same for a clause as read: one that tells to do something (落实“三保障”要求) turns to nobody's words. */
export function speaks(passage: Passage, { cut, predicate }: Clause): "official" | "personal" | null {
  return predicate !== null && predicate.theme === null && predicate.actor === null && predicate.class !== "orientation"
    ? null
    : turnsToSpeech(passage, cut);
}

/**
 * 谁说. Whether a clause turns to what a person said: its verb of speaking ends it, or stands near its end before a colon.
 * `opinion` words make it one whoever speaks.
 */
function turnsToSpeech({ scan }: Passage, { start, end }: Span): "official" | "personal" | null {
  const { text, lexicon } = scan;
  for (let at = Math.max(start, end - 6); at < end; at += 1) {
    const word = wordAt(lexicon.speechVerbs, text, at, end);
    const says = word !== null && at + word.written.length >= end;
    if (!says && !(text.charAt(end - 1) === "说" && at === end - 1)) continue;
    const before = text.slice(start, end);
    if (opinion.test(before)) return "personal";
    return official.test(before) ? "official" : "personal";
  }
  return null;
}
