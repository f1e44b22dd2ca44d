import type { Certainty } from "../records/provenance.ts";
import type { Diagnostic, TextSpan } from "../records/document-text.ts";
import type { Passage } from "../mention/passages.ts";
import type { Span } from "../text/span.ts";
import { spanOf } from "./reading-matter.ts";

/** What every reading carries before the refinements have seen it. */
interface Common {
  readonly key: string;
  readonly recogniser: string;
  readonly spans: TextSpan[];
  readonly certainty: Record<string, Certainty>;
  readonly diagnostics: Diagnostic[];
  readonly refinements: string[];
}

/** What one recogniser found, where, and how sure each field is. */
interface Found {
  readonly recogniser: string;
  readonly span: Span;
  readonly certainty: Record<string, Certainty>;
}

/** 共有字段. The fields that all readings have, for words that one recogniser found. */
export function commonFields(passage: Passage, { recogniser, span, certainty }: Found): Common {
  return { key: "", recogniser, spans: [spanOf(passage, span)], certainty, diagnostics: [], refinements: [] };
}
