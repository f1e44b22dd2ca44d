import { array, type Arbitrary, constantFrom, integer, oneof, string, tuple } from "fast-check";
import { lexiconOnDisk } from "../src/mention/lexicon-on-disk.test.ts";
import { mentionsOf } from "../src/mention/mentions-of.ts";
import type { Span } from "../src/text/span.ts";
import { readText } from "../src/extraction/read.ts";

const lexicon = lexiconOnDisk();

/** What texts are made of: words of the genre, marks of every kind, and what breaks programs. */
const signs =
  "年月日号时分同本当上下中旬初底末一二三十百千万亿半两几数多余约超近达至到从由自起前后内以来" +
  "0123456789.,-—～%％‰℃/、，。；：！？…·“”‘’《》〈〉（）()【】〔〕[]|*#_<>\n\r\t\f\v \u3000\u2028\ufeff\u200b\0😀\ufffd" +
  "市省县区京津冀家个项亿元公里倍成推进建设完成增长下降召开会议签署协议牵头责任单位要求规划方案";
const words = [
  "\r\n \n\n —— ……3 　　 2014年 “十三五” 《甲规划》 第一条 （一） 一是 附件1： 目录\n 北京市 市委员会 12.5亿元 到2025年底前",
  "从5%提高到10% 同日\t 3月5日\t 来源： （以下简称《规划》） 图为水库。王某摄\n —\t3\t—\n ** || <b> 二○一八 繁體國務院 ３．５％ ⻓",
].flatMap((row) => row.split(" "));
const pieces = [...signs, ...words, "\ud83d", "\udc00"];

/** 怪文. Any text that a reader may be handed: pieces of the genre in any order, the same over and over, any string at all. */
export const anyText: Arbitrary<string> = oneof(
  { weight: 6, arbitrary: array(constantFrom(...pieces), { maxLength: 300 }).map((parts) => parts.join("")) },
  {
    weight: 2,
    arbitrary: tuple(array(constantFrom(...pieces), { minLength: 1, maxLength: 4 }), integer({ min: 2, max: 400 })).map(
      ([parts, times]) => parts.join("").repeat(times),
    ),
  },
  { weight: 1, arbitrary: string({ unit: "binary", maxLength: 200 }) },
);

/**
 * 读之失. What is wrong with the reading of a text, one line each: offsets that do not hold what is quoted, spans outside their
 * sentence, sentences out of place. Empty when all is right; throws where reading throws.
 */
export function readingFaults(text: string): readonly string[] {
  const { sentences, mentions, readings } = readText(text, { doc: "t", lexicon });
  const places = new Map(sentences.map((sentence) => [sentence.address, sentence]));
  const faults: string[] = [];
  if (places.size < sentences.length) faults.push("two sentences have one address");
  for (const { address, start, end, raw, text: words } of sentences) {
    if (!(0 <= start && start < end && end <= text.length))
      faults.push(`${address}: ${start}–${end} of ${text.length}`);
    if (raw !== text.slice(start, end)) faults.push(`${address}: raw is not what stands at ${start}–${end}`);
    if (words.length === 0 || words.length > end - start) faults.push(`${address}: reads ${words.length} characters`);
  }
  const quoted = [...mentions, ...readings.flatMap(({ spans }) => spans)];
  for (const { address, start, end, text: words } of quoted) {
    const sentence = places.get(address);
    if (!(start < end) || text.slice(start, end) !== words) faults.push(`${start}–${end} does not hold ${words}`);
    if (!sentence || !isWithin({ start, end }, sentence)) faults.push(`${start}–${end} lies outside ${address}`);
  }
  for (const { start, end, text: words } of mentionsOf(text, { lexicon }))
    if (!(start < end) || text.slice(start, end) !== words)
      faults.push(`mention ${start}–${end} does not hold ${words}`);
  return faults;
}

const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
