import type { DeclaredPart, Fact } from "../../records/card.ts";
import type { QuantityMention } from "../../records/mention.ts";
import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import { wordAt, wordBefore } from "../../mention/word-table.ts";
import { type CardMatter, factAt } from "./card-matter.ts";
import { fullName, shortNames } from "./short-names.ts";
import { titleKey } from "./title-key.ts";

/** A text that declares more is a table of figures. */
const MOST = 100;

/** Words by which parts are counted; figures of other units are measurements. */
const countWords = new Set(["个", "项", "条", "份", "部", "类", "章", "大"]);

/**
 * 宣布之数. Numbers of parts that a text declares: 12个专项规划, 共98项任务. `of` is the plan named before in the paragraph, null
 * where the text counts its own. Each once, in text order; none is an empty list.
 */
export function declaredOf(matter: CardMatter): readonly Fact<DeclaredPart>[] {
  const found: Fact<DeclaredPart>[] = [];
  const names = shortNames(matter);
  for (const [index, passage] of matter.passages.entries()) {
    for (const { start, end, mention } of passage.mentions) {
      const part = mention.kind === "quantity" ? partAt(passage, { start, end, mention }) : null;
      if (!part) continue;
      const of = spokenOf(matter, index, start);
      const value = { ...part.value, of: of === null ? null : fullName(of, names) };
      if (!found.some((fact) => isSame(fact.value, value))) found.push(factAt(matter, value, { span: part.span }));
      if (found.length === MOST) return found;
    }
  }
  return found;
}

function isSame(a: DeclaredPart, b: DeclaredPart): boolean {
  return a.count === b.count && a.what === b.what && titleKey(a.of ?? "") === titleKey(b.of ?? "");
}

// 共98项具体任务      编制了12个专项规划      near miss: 新建12个项目（no word of declaring before a weak part）
//   ^^^^^^^^^^^^              ^^^^^^^^^^^^^
function partAt({ scan }: Passage, { start, end, mention }: Located<QuantityMention>) {
  const count = mention.value;
  if (count === null || !Number.isInteger(count) || count < 2 || count > 999 || !countWords.has(mention.unit ?? ""))
    return null;
  const { parts, declaring } = scan.lexicon.card;
  const word = wordAt(parts, scan.text, end, scan.sentence.end);
  const what = word?.written ?? (mention.unit === "条" || mention.unit === "章" ? mention.unit : null);
  if (!what) return null;
  const lead = scan.text.slice(scan.sentence.start, start).replace(/[了的：:]$/u, "");
  const verb = wordBefore(declaring, scan.text, scan.sentence.start + lead.length, scan.sentence.start)?.value;
  if (word?.value !== "strong" && (!verb || verb === "makes")) return null;
  return { value: { count, what }, span: { start, end: word ? end + word.written.length : end } };
}

/** The plan named last before a place in a passage, in its sentence, else in its paragraph; null where none is. */
function spokenOf({ passages }: CardMatter, from: number, at: number): string | null {
  const paragraph = passages[from]?.sentence.paragraph;
  for (let index = from; passages[index]?.sentence.paragraph === paragraph; index -= 1) {
    const title = passages[index]?.mentions.findLast(
      ({ mention, end }) => mention.kind === "title" && mention.class === "plan" && end <= at,
    );
    if (title?.mention.kind === "title") return title.mention.name;
  }
  return null;
}
