import type { Profile } from "../../records/document-text.ts";
import type { Basis, Fact } from "../../records/card.ts";
import type { Certainty } from "../../records/provenance.ts";
import type { Lexicon } from "../../mention/lexicon.ts";
import type { Passage } from "../../mention/passages.ts";
import { headParts } from "../../text/head-line.ts";
import type { Span } from "../../text/span.ts";
import { rawSpan, type View } from "../../text/view.ts";

/** 卡片所据. A whole document as the readers of its card see it; `lines` are its paragraphs that are no furniture. */
export interface CardMatter {
  readonly passages: readonly Passage[];
  readonly lines: readonly Line[];
  readonly view: View;
  readonly profile: Profile;
  readonly lexicon: Lexicon;
}

/** 行. A paragraph: its place in the view, its folded words, the address of its first sentence. */
export interface Line extends Span {
  readonly words: string;
  readonly address: string;
  readonly kind: Passage["sentence"]["kind"];
  readonly passages: readonly Passage[];
}

/** Paragraphs from the top in which the head of a document stands, and from the bottom its foot. */
const HEAD = 14;
const FOOT = 8;

/** 成所据. Groups passages by paragraph; a document without passages has no lines. */
export function cardMatter(passages: readonly Passage[], profile: Profile, lexicon: Lexicon): CardMatter | null {
  const view = passages[0]?.scan.view;
  if (!view) return null;
  const paragraphs = [...Map.groupBy(passages, ({ sentence }) => sentence.paragraph).values()].filter(isRead);
  const lines = paragraphs.flatMap((paragraph, index) =>
    linesOf(paragraph, index < HEAD || index >= paragraphs.length - FOOT),
  );
  return { passages, lines, view, profile, lexicon };
}

function isRead([first]: readonly Passage[]): boolean {
  return first !== undefined && first.sentence.kind !== "contents" && first.sentence.kind !== "furniture";
}

/** A paragraph is one line; in head and foot it is as many as can only stand by themselves. */
function linesOf(passages: readonly Passage[], isEdge: boolean): readonly Line[] {
  const [first] = passages;
  if (!first) return [];
  const { view, text, paragraph } = first.scan;
  return (isEdge ? headParts(view, paragraph) : [paragraph]).map(({ start, end }) => {
    const within = passages.filter(({ scan }) => scan.sentence.start < end && start < scan.sentence.end);
    const address = (within[0] ?? first).sentence.address;
    return { start, end, words: text.slice(start, end), address, kind: first.sentence.kind, passages: within };
  });
}

/** 文首. Lines in which a document says what it is. */
export function headOf({ lines }: CardMatter): readonly Line[] {
  return lines.slice(0, HEAD);
}

/** 文尾. Lines in which a document is signed and its source named; none that stand in the head already. */
export function footOf({ lines }: CardMatter): readonly Line[] {
  return lines.slice(Math.max(HEAD, lines.length - FOOT));
}

/** 读得. A fact with the stored words of a range of the view as its basis. */
export function factAt<T>(
  matter: CardMatter,
  value: T,
  { span, certainty = "stated" }: { readonly span: Span; readonly certainty?: Certainty },
): Fact<T> {
  const raw = rawSpan(matter.view, span);
  return { value, basis: basisAt(matter, raw, certainty) };
}

/** Basis of a range of the stored text. */
export function basisAt(matter: CardMatter, { start, end }: Span, certainty: Certainty): Basis {
  const quote = matter.view.stored.slice(start, end);
  return { how: "read", address: addressAt(matter, start), start, end, quote, certainty };
}

/** Address of the sentence in which a position of the stored text lies; of the first one where none does. */
function addressAt({ passages }: CardMatter, at: number): string {
  const within = passages.find(({ sentence }) => sentence.start <= at && at < sentence.end);
  return (within ?? passages[0])?.sentence.address ?? "p1.s1";
}
