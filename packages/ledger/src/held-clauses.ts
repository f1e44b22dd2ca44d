import type { Clause } from "@qipan/policy/records/clause";
import { type ParagraphKind, paragraphKind } from "@qipan/policy/records/document-text";
import type { Id } from "@qipan/policy/records/identity";
import { clausesOf } from "@qipan/policy/text/clause";
import type { Tx } from "./transaction.ts";

/** A sentence as the ledger keeps it; `headings` outermost first, its own among them when it is a heading. */
interface HeldSentence {
  readonly address: string;
  readonly paragraph: number;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly text: string;
  readonly headings: readonly string[];
  readonly copyOf: string | null;
}

type Heading = Parameters<typeof clausesOf>[0][number]["headings"][number];

/** 所存条款. The clauses of a held document in order, from its sentences; none when it is purged or not seen. */
export async function clausesOfDocument(tx: Tx, document: Id): Promise<readonly Clause[]> {
  const sentences = await tx.db
    .selectFrom("sentence")
    .select(["address", "paragraph", "kind", "start", "end", "raw", "text", "headings", "copyOf"])
    .where("document", "=", document)
    .where("jurisdiction", "=", (eb) => eb.selectFrom("document").select("jurisdiction").where("id", "=", document))
    .orderBy("paragraph")
    .orderBy("ordinal")
    .execute();
  const headingsOf = headingPlaces();
  return clausesOf(
    sentences.map((sentence) => ({ ...sentence, kind: kindOf(sentence), headings: headingsOf(sentence) })),
  );
}

function kindOf({ kind }: HeldSentence): ParagraphKind {
  return paragraphKind.parse(kind);
}

/**
 * Gives headings back their places, which the ledger does not keep: a heading stands where the sentence of its words does,
 * or where the first sentence below it begins. The same words under another heading are another heading.
 */
function headingPlaces(): (sentence: HeldSentence) => Heading[] {
  const known = new Map<string, Heading>();
  let above: HeldSentence | null = null;
  return (sentence) => {
    const headings = sentence.headings.map((text, index) => {
      const path = sentence.headings.slice(0, index + 1).join("\n");
      const { start, end } = above?.text === text ? above : sentence;
      const heading = known.get(path) ?? { level: index + 1, text, start, end };
      known.set(path, heading);
      return heading;
    });
    if (sentence.kind === "heading") above = sentence;
    return headings;
  };
}
