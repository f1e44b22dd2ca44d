import { FileRefused } from "../../ingest/file-refusal.ts";
import type { Actions } from "./actions.ts";
import type { PdfWriter } from "./pdf-writer.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** 页况. What is noted of a page that could be read. */
export interface PageFacts {
  readonly printed: number;
  readonly unknown: number;
  readonly invisible: number;
  /** Whether pictures cover a good part of it. */
  readonly isPictured: boolean;
  readonly turned: boolean;
  readonly actions: readonly string[];
  readonly span: Span;
}

interface Place extends Span {
  readonly page: number;
}

/** A page that prints fewer characters than this over a picture is a scan with a stamp or a page number on it. */
const fewCharacters = 12;
/** Share of characters without meaning from which a page counts as unreadable. */
const unsound = 0.3;
/** Pages named in a message at most. */
const mostNamed = 12;

/** 页报. Notes what is wrong with pages while they go by and says it once for all, with the numbers of the pages. */
export class PageReport {
  readonly #name: string;
  readonly #pages: number;
  readonly #scanned: Place[] = [];
  readonly #unsound: Place[] = [];
  readonly #damaged: Place[] = [];
  readonly #turned: Place[] = [];
  readonly #recognised: Place[] = [];
  readonly #actions = new Set<string>();
  #printed = 0;
  #unknown = 0;
  #reason = "";

  constructor(name: string, pages: number) {
    this.#name = name;
    this.#pages = pages;
  }

  page(page: number, facts: PageFacts): void {
    const place = { page, ...facts.span };
    this.#printed += facts.printed;
    this.#unknown += facts.unknown;
    if (facts.printed < fewCharacters && facts.isPictured) this.#scanned.push(place);
    if (facts.unknown >= fewCharacters && facts.unknown >= facts.printed * unsound) this.#unsound.push(place);
    if (facts.turned) this.#turned.push(place);
    if (facts.invisible > facts.printed / 2 && facts.printed > 0) this.#recognised.push(place);
    for (const action of facts.actions) this.#actions.add(action);
  }

  unreadable(page: number, failure: unknown): void {
    this.#damaged.push({ page, start: 0, end: 0 });
    this.#reason ||= failure instanceof Error ? failure.message : String(failure);
  }

  /** Refuses a file of which nothing can be read, and diagnoses the rest. */
  conclude(writer: PdfWriter, { actions, isWhole }: { readonly actions: Actions; readonly isWhole: boolean }): void {
    this.#refuse(isWhole);
    this.#tellPages(writer);
    if (!isWhole)
      writer.diagnose(
        "truncated",
        "warning",
        `${this.#name} breaks off: a PDF ends with %%EOF. ${this.#pages} pages were found; what came after is missing. Get the file again from where it came.`,
      );
    const brought = [...actions.scripts, ...this.#actions];
    if (brought.length > 0)
      writer.diagnose(
        "active-content",
        "warning",
        `${this.#name} brings what would act when it is opened (${brought.slice(0, mostNamed).join("; ")}). Nothing of it was run; be careful where you open the original.`,
      );
    if (actions.attachments.length > 0)
      writer.diagnose(
        "embedded-files",
        "warning",
        `${this.#name} carries ${actions.attachments.length} file(s) inside: ${actions.attachments.slice(0, mostNamed).join(", ")}. They were not opened; hand them in by themselves if they matter.`,
      );
  }

  #refuse(isWhole: boolean): void {
    if (this.#damaged.length === this.#pages && this.#pages > 0)
      throw new FileRefused(
        isWhole ? "damaged" : "truncated",
        `${this.#name}: none of its ${this.#pages} pages can be read (${this.#reason}). Get it again from where it came; if it opens there, print it to a new PDF.`,
      );
    if (this.#printed > 0 && this.#unknown >= this.#printed * unsound)
      throw new FileRefused(
        "no-text-layer",
        `${this.#name}: ${this.#unknown} of its ${this.#printed} characters have no meaning: its fonts do not say what their signs stand for. Hand in the document in another format, or recognise its characters (OCR) with another program; OCR is not held here (未收录).`,
      );
    const readable = this.#pages - this.#scanned.length - this.#damaged.length;
    if (this.#scanned.length === 0 || (readable > 0 && this.#printed >= fewCharacters)) return;
    throw new FileRefused(
      "no-text-layer",
      `${this.#name} has no text layer: ${this.#scanned.length} of its ${this.#pages} page(s) are pictures and hold ${this.#printed} characters together. Recognise its characters (OCR) with another program and hand in the result as PDF, DOCX or text; OCR is not held here (未收录).`,
    );
  }

  #tellPages(writer: PdfWriter): void {
    const tell = (places: readonly Place[], code: string, severity: "note" | "warning", message: string): void => {
      const [first] = places;
      if (first) writer.diagnose(code, severity, `${this.#name}, ${pagesOf(places)}: ${message}`, first);
    };
    tell(
      this.#scanned,
      "page-without-text",
      "warning",
      "a picture and (almost) no text. What it shows was not read; recognise it (OCR) with another program if it matters.",
    );
    tell(
      this.#unsound,
      "unreadable-characters",
      "warning",
      "many characters have no meaning, the fonts do not say what their signs stand for. Compare with the original.",
    );
    tell(
      this.#damaged,
      "damaged-page",
      "warning",
      `could not be read (${this.#reason}). Get the file again from where it came.`,
    );
    tell(
      this.#turned,
      "turned-text",
      "note",
      "some lines run in another direction than the page (a watermark, a note at the side). They stand after the others of their page.",
    );
    tell(
      this.#recognised,
      "recognised-text",
      "note",
      "the text lies invisibly over a picture, so a program recognised it. Expect wrong characters and compare with the picture.",
    );
  }
}

function pagesOf(places: readonly Place[]): string {
  const numbers = places.map(({ page }) => page);
  const named = numbers.slice(0, mostNamed).join(", ");
  return `page ${named}${numbers.length > mostNamed ? ` and ${numbers.length - mostNamed} more` : ""}`;
}
