import type { Mention, QuantityMention } from "../records/mention.ts";
import type { RefusalReason } from "../records/refusal.ts";
import type { Pairs } from "../text/pairs.ts";
import type { Paragraph } from "../text/repair.ts";
import type { Span } from "../text/span.ts";
import { rawSpan, type View } from "../text/view.ts";
import type { DocumentMemory } from "./document-memory.ts";
import type { Anchor, DocumentState } from "./document-state.ts";
import type { Lexicon } from "./lexicon.ts";

/** 扫描处. One sentence under the recognisers: offsets in the view, `text` is the folded view of the whole document. */
export interface Scan {
  readonly view: View;
  readonly text: string;
  readonly sentence: Span;
  readonly address: string;
  readonly paragraph: Paragraph;
  readonly pairs: Pairs;
  readonly lexicon: Lexicon;
  /** What the document's names said so far; the one part of a scan that grows while it is read. */
  readonly memory: DocumentMemory;
  /** What hears of spans that were looked at and left; null in ordinary reading. */
  readonly trace: Trace | null;
}

/**
 * 追踪. Hears of what recognisers and readers looked at and left. Callers write `scan.trace?.refuse(scan, span, …)`, which costs
 * a look at a field where nobody asked for it.
 */
export interface Trace {
  /** Notes a range of the view that was left: by whom, and why. */
  refuse(scan: Scan, span: Span, why: { readonly by: string; readonly reason: RefusalReason }): void;
}

/** 所得. A mention with its place in the view, which the extraction reads around. */
export interface Located<M extends Mention = Mention> extends Span {
  readonly mention: M;
  /** Of a date: what later expressions may lean on; null or absent when it is nothing to lean on. */
  readonly anchor?: Anchor | null;
  /** How far it keeps others out, when less than to its end: a term (30个工作日内) is a quantity too. */
  readonly covers?: number;
}

/**
 * 识别器. Finds mentions of one kind. `triggers` are the characters at which it is worth looking; `read` is called where
 * one stands and returns what begins there, or null. It never looks at a position twice: reading goes on after `end`.
 */
export interface Recogniser {
  readonly name: Mention["kind"];
  triggers(lexicon: Lexicon): Iterable<number>;
  read(scan: Scan, at: number, around: Surroundings): Located | null;
}

/** What is known at a position: the document's state, how far each kind reaches, and the quantity read last. */
export interface Surroundings {
  readonly state: DocumentState;
  readonly covered: Readonly<Record<Mention["kind"], number>>;
  readonly quantity: QuantityMention | null;
}

/** Place of a mention as the records want it: raw offsets and the stored text between them. */
export function spot(scan: Scan, span: Span): { address: string; start: number; end: number; text: string } {
  const raw = rawSpan(scan.view, span);
  return { address: scan.address, ...raw, text: scan.view.stored.slice(raw.start, raw.end) };
}
