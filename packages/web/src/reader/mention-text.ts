import type { Mention } from "@qipan/policy/records/mention";
import { numeral } from "../format/number.ts";
import { unitText } from "../format/value.ts";
import type { Words } from "../words/zh.ts";

/** 跨标. The four sorts of marks on the sheet and the class that draws each. */
export const marks = { date: "sp-date", quantity: "sp-num", body: "sp-body", title: "sp-title" } as const;
export type Mark = keyof typeof marks;

/** Sort of mark for a mention. */
export function markOf({ kind }: Mention): Mark {
  return kind === "region" || kind === "organisation" ? "body" : kind;
}

/** 提及何意. What a mention means, for a tip: 时间 2018-07-01—2018-12-31, 数量 473. */
export function mentionText(mention: Mention, words: Words): string {
  const name = words.reader.spanNames[markOf(mention)];
  const meaning = meaningOf(mention, words);
  const certainty = mention.certainty === "implied" ? `（${words.terms.certainties.implied}）` : "";
  return [name, meaning].filter(Boolean).join(" ") + certainty;
}

function meaningOf(mention: Mention, { terms }: Words): string {
  switch (mention.kind) {
    case "date":
      return mention.dateStart === mention.dateEnd
        ? (mention.dateStart ?? "")
        : [mention.dateStart, mention.dateEnd].join("—");
    case "quantity": {
      const number =
        mention.value === null
          ? [mention.low, mention.high].map((n) => (n === null ? "" : numeral(n))).join("—")
          : numeral(mention.value);
      return [number, mention.unit === null ? "" : unitText(mention.unit, terms)].filter(Boolean).join(" ");
    }
    case "title":
    case "organisation":
      return mention.name;
    case "region":
      return mention.codes.join(" ");
  }
}
