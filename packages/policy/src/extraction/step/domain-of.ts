import type { Domain } from "../../records/domain.ts";
import type { Passage } from "../../mention/passages.ts";
import { wordAt } from "../../mention/word-table.ts";
import type { Span } from "../../text/span.ts";

/** 领域. First field that a word of a range stands for; 合作 and the like (institutions) only where no other word says more. */
export function domainOf({ scan }: Passage, name: Span): Domain | null {
  let general: Domain | null = null;
  for (let at = name.start; at < name.end; at += 1) {
    const word = wordAt(scan.lexicon.domainWords, scan.text, at, name.end);
    if (word && word.value !== "institutions") return word.value;
    general ??= word?.value ?? null;
  }
  return general;
}
