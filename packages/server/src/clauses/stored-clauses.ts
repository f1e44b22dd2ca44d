import { sentencesOf } from "@qipan/ledger/sentences";
import type { Tx } from "@qipan/ledger/transaction";
import type { Clause } from "@qipan/policy/records/clause";
import type { ClausePlace } from "@qipan/policy/records/clause-link";
import type { Sentence } from "@qipan/policy/records/document";
import { type Heading, paragraphKind } from "@qipan/policy/records/document-text";
import type { Id } from "@qipan/policy/records/identity";
import { clausesOf } from "@qipan/policy/text/clause";

/** More sentences than any document of clauses has; what lies beyond is not compared. */
const most = 20_000;

/** 存件条款. The clauses of a held document, from its sentences as they are kept; none when purged or not seen. */
export async function storedClauses(tx: Tx, document: Id): Promise<readonly Clause[]> {
  return clausesOf(withPlaces(await sentencesOf(tx, document, { limit: most })));
}

/** 条款位置. A clause as links name it. */
export function placeOf(document: Id, { path, first, title }: Clause): ClausePlace {
  return { document, path, address: first, title };
}

type ClauseSentence = Parameters<typeof clausesOf>[0][number];

/** The ledger keeps the words of headings; their places are those of the heading lines that say them. */
function withPlaces(sentences: readonly Sentence[]): readonly ClauseSentence[] {
  const last = new Map<string, { readonly start: number; readonly end: number }>();
  return sentences.map((sentence) => {
    const headings = sentence.headings.map((text, index): Heading => {
      const { start, end } = last.get(text) ?? { start: sentence.start, end: sentence.start };
      if (!last.has(text)) last.set(text, { start, end });
      return { level: index + 1, text, start, end };
    });
    if (sentence.kind === "heading") last.set(sentence.text.trim(), { start: sentence.start, end: sentence.end });
    return { ...sentence, headings, kind: paragraphKind.catch("prose").parse(sentence.kind) };
  });
}
