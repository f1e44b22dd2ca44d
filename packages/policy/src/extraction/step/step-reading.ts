import type { Passage } from "../../mention/passages.ts";
import type { DateMention } from "../../records/mention.ts";
import type { Certainty } from "../../records/provenance.ts";
import type { Diagnostic, TextSpan } from "../../records/document-text.ts";
import type { Located } from "../../mention/scan.ts";
import type { Span } from "../../text/span.ts";
import { spanOf } from "../reading-matter.ts";

/** What every reading of a document's statements carries before the refinements have seen it. */
interface Common {
  readonly key: string;
  readonly recogniser: string;
  readonly spans: TextSpan[];
  readonly certainty: Record<string, Certainty>;
  readonly diagnostics: Diagnostic[];
  readonly refinements: string[];
}

/** 共有字段. The fields that all readings have, for words that one recogniser found. */
export function commonFields(
  passage: Passage,
  recogniser: string,
  span: Span,
  certainty: Record<string, Certainty>,
): Common {
  return { key: "", recogniser, spans: [spanOf(passage, span)], certainty, diagnostics: [], refinements: [] };
}

/** 何日. The days of a date mention; all null where there is none. */
export function daysOf(date: Located<DateMention> | null): Pick<DateMention, "dateStart" | "dateEnd" | "precision"> {
  const { dateStart = null, dateEnd = null, precision = null } = date?.mention ?? {};
  return { dateStart, dateEnd, precision };
}

/** 所称. Words of a range as they are meant: breaks of lines repaired. */
export function wordsOf({ scan }: Passage, { start, end }: Span): string {
  return scan.view.text.slice(start, end).trim();
}
