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
  /** Whether the sentences stand in the stored text one after the other, none inside another, so that halving finds them. */
  readonly inOrder: boolean;
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
  const paragraphs = paragraphsOf(passages);
  const lines: Line[] = [];
  for (const [index, paragraph] of paragraphs.entries())
    addLines(lines, paragraph, index < HEAD || index >= paragraphs.length - FOOT);
  const inOrder = passages.every(({ sentence }, index) => sentence.start >= (passages[index - 1]?.sentence.end ?? 0));
  return { passages, lines, view, profile, lexicon, inOrder };
}

type Sentences = readonly [Passage, ...Passage[]];

/** The passages of each paragraph that is read. */
function paragraphsOf(passages: readonly Passage[]): readonly Sentences[] {
  const paragraphs: [Passage, ...Passage[]][] = [];
  for (const passage of passages) {
    const { kind, paragraph } = passage.sentence;
    if (kind === "contents" || kind === "furniture") continue;
    const open = paragraphs.at(-1);
    if (open?.[0].sentence.paragraph === paragraph) open.push(passage);
    else paragraphs.push([passage]);
  }
  return paragraphs;
}

/** A paragraph is one line; in head and foot it is as many as can only stand by themselves. */
function addLines(lines: Line[], passages: Sentences, isEdge: boolean): void {
  const [{ scan, sentence }] = passages;
  const { view, text, paragraph } = scan;
  const parts = isEdge ? headParts(view, paragraph) : [paragraph];
  for (const { start, end } of parts) {
    const within =
      parts.length > 1
        ? passages.filter((one) => one.scan.sentence.start < end && start < one.scan.sentence.end)
        : passages;
    const { address } = (within[0] ?? passages[0]).sentence;
    lines.push({ start, end, words: text.slice(start, end), address, kind: sentence.kind, passages: within });
  }
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
function addressAt({ passages, inOrder }: CardMatter, at: number): string {
  const holds = ({ sentence }: Passage): boolean => sentence.start <= at && at < sentence.end;
  const within = inOrder ? passages[firstEndingAfter(passages, at)] : passages.find(holds);
  return (within && holds(within) ? within : passages[0])?.sentence.address ?? "p1.s1";
}

function firstEndingAfter(passages: readonly Passage[], at: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.sentence.end ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
