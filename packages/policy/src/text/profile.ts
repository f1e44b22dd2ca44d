import type { Profile, ProfileFact } from "../records/document-text.ts";
import { documentDate, partialDate } from "./document-date.ts";
import { headParts, isHeadMatter, numberLine, titleEnding } from "./head-line.ts";
import type { Paragraph, Repaired } from "./repair.ts";
import type { Span } from "./span.ts";
import { rawSpan, type View } from "./view.ts";

/** The head of a document is searched for this many paragraphs; the date also in the last few, where it is signed. */
const HEAD = 12;
/** Headings above this level are bare years and months. */
const CALENDAR_LEVEL = 9;
const FOOT = 3;

/**
 * 文件概况. Reads title, issuer, document number, date and coverage from the head of a document (GB/T 9704-2012, 7.2–7.3).
 * Each is null where the head does not say it; the date may be known to the month only (`YYYY-MM`). A text that begins with
 * running prose has no title.
 */
export function profileOf({ view, paragraphs }: Repaired): Profile {
  const readable = paragraphs.filter(({ kind }) => kind !== "contents" && kind !== "furniture");
  const head = readable.slice(0, HEAD).flatMap((paragraph) => headParts(view, paragraph));
  const title = titleIn(view, head);
  return {
    title: title ? fact(view, title, view.text.slice(title.start, title.end)) : null,
    issuer: first(head, (paragraph) => issuerIn(view, paragraph)),
    number: first(head, (paragraph) => numberIn(view, paragraph)),
    date: first([...head, ...readable.slice(-FOOT)], (paragraph) => dateIn(view, paragraph)),
    coverage: first(head, (paragraph) => coverageIn(view, paragraph)),
  };
}

function first<T>(paragraphs: readonly Paragraph[], read: (paragraph: Paragraph) => T | null): T | null {
  for (const paragraph of paragraphs) {
    const found = read(paragraph);
    if (found) return found;
  }
  return null;
}

function fact(view: View, span: Span, value: string): ProfileFact {
  return { value: value.trim(), ...rawSpan(view, span) };
}

const words = (view: View, { start, end }: Span): string => view.folded.slice(start, end);

/** The first line that can be a title, before any running prose; 关于… goes before the bare name of a body. */
function titleIn(view: View, head: readonly Paragraph[]): Span | null {
  const prose = head.findIndex((paragraph) => isProse(view, paragraph));
  const lines = head.slice(0, prose < 0 ? head.length : prose);
  const found = lines.filter((line) => isTitle(view, line));
  const title = found.find((line) => !bareBody.test(words(view, line).trim())) ?? found[0];
  return title ? withSecondLine(view, title, lines[lines.indexOf(title) + 1]) : null;
}

function isProse(view: View, paragraph: Paragraph): boolean {
  const line = words(view, paragraph).trim();
  return paragraph.kind === "prose" && line.length > 40 && /[。！？]”?$/u.test(line) && !/^[（(]/u.test(line);
}

function isTitle(view: View, paragraph: Paragraph): boolean {
  const line = words(view, paragraph).trim();
  if (line.length < 3 || line.length > 60 || paragraph.kind === "entry" || paragraph.level > CALENDAR_LEVEL)
    return false;
  if (/[。；;！!？?]/u.test(line) || /^[（(].*[)）]$/u.test(line)) return false;
  return !isHeadMatter(line);
}

/** 青山市人民政府 alone, as letters of organs are headed, stands over the title. */
const bareBody = /^\p{Script=Han}{2,24}(?:政府|委员会|办公厅|办公室|厅|局|部|署|委|领导小组)$/u;

/** A title of two lines: 关于印发某规划 / 的通知, 某市推进协 / 同发展情况. The second is short and ends what the first began. */
function withSecondLine(view: View, title: Paragraph, next: Paragraph | undefined): Span {
  if (!next || next.kind === "entry") return title;
  const [line, more] = [words(view, title).trim(), words(view, next).trim()];
  const isOpen =
    !titleEnding.test(line) && (/关于|印发|《[^》]*$/u.test(line) || (line.length >= 12 && more.length <= 20));
  return isOpen && more.length <= 40 && titleEnding.test(more) && !/[。：:]/u.test(more)
    ? { start: title.start, end: next.end }
    : title;
}

// 某某市发展和改革委员会 编
// ^^^^^^^^^^^
const issuerPattern = /^(?<name>[^，。；、\s]{4,30}?)\s*(?:编|编著|主编|发布|印发)$/u;

function issuerIn(view: View, paragraph: Paragraph): ProfileFact | null {
  if (paragraph.end - paragraph.start > 40) return null;
  const name = issuerPattern.exec(words(view, paragraph))?.groups?.name;
  return name ? fact(view, { start: paragraph.start, end: paragraph.start + name.length }, name) : null;
}

function numberIn(view: View, paragraph: Paragraph): ProfileFact | null {
  if (paragraph.end - paragraph.start > 60) return null;
  const line = words(view, paragraph);
  const number = numberLine.exec(line)?.groups?.["number"];
  if (!number) return null;
  const start = paragraph.start + line.indexOf(number);
  return fact(view, { start, end: start + number.length }, number);
}

/** A longer line is no imprint. */
const LONGEST_IMPRINT = 90;

function dateIn(view: View, paragraph: Paragraph): ProfileFact | null {
  if (paragraph.end - paragraph.start > LONGEST_IMPRINT) return null;
  const value = documentDate(words(view, paragraph));
  return value ? fact(view, paragraph, value) : null;
}

// (2014.2—2018.2)
//  ^^^^^^ ^^^^^^
const coveragePattern =
  /[（(](?<y1>(?:19|20)\d\d)(?:[.年](?<m1>\d{1,2})月?)?年?[—–－\-~至]{1,2}(?<y2>(?:19|20)\d\d)(?:[.年](?<m2>\d{1,2})月?)?年?[）)]/u;

function coverageIn(view: View, paragraph: Paragraph): Profile["coverage"] {
  if (paragraph.end - paragraph.start > 60) return null;
  const found = coveragePattern.exec(words(view, paragraph));
  if (!found?.groups) return null;
  const { y1, m1, y2, m2 } = found.groups;
  const from = partialDate(Number(y1), m1 ? Number(m1) : null, null);
  const to = partialDate(Number(y2), m2 ? Number(m2) : null, null);
  const start = paragraph.start + found.index;
  return from && to ? { from, to, ...rawSpan(view, { start, end: start + found[0].length }) } : null;
}
