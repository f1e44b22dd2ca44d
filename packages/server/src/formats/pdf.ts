import { FileRefused } from "../ingest/file-refusal.ts";
import type { FormatReader, Limits } from "./format-reader.ts";
import { actionsOf, actionsOfPage } from "./pdf/actions.ts";
import { type FontFacts, type PageContent, pageContent } from "./pdf/content.ts";
import { hasEnd, openPdf, type PdfDocument } from "./pdf/open.ts";
import { pageItems } from "./pdf/page.ts";
import { PdfWriter } from "./pdf/pdf-writer.ts";
import { PageReport } from "./pdf/report.ts";
import { soundnessOf } from "./pdf/soundness.ts";

/** Pages after which pdf.js gives up the fonts it holds. */
const pagesTogether = 50;

/** Share of a page from which pictures on it may be the page itself. */
const leastPictured = 0.3;

/**
 * PDF 读取. Text page by page as it is printed: lines with their boxes, columns apart and in reading order, tables that are
 * ruled or aligned as rows. Characters are those of the file, radicals and all; title and author that its properties claim
 * are not text. A PDF of pictures of pages is refused (`no-text-layer`): characters are not recognised here (未收录). Pages
 * without text among others, unreadable pages, scripts and files inside are told as diagnostics.
 */
export const pdfReader: FormatReader = {
  format: "pdf",
  read: async (name, bytes, limits) => {
    const document = await openPdf(name, bytes);
    try {
      const writer = new PdfWriter();
      const report = new PageReport(name, document.numPages);
      for (let number = 1; number <= document.numPages; number += 1) {
        await readPage({ document, writer, report }, number);
        checkLength(name, writer.length, limits);
        if (number % pagesTogether === 0) await document.cleanup();
      }
      report.conclude(writer, { actions: await actionsOf(document, bytes), isWhole: hasEnd(bytes) });
      return writer.finish();
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

interface Work {
  readonly document: PdfDocument;
  readonly writer: PdfWriter;
  readonly report: PageReport;
}

type Page = Awaited<ReturnType<PdfDocument["getPage"]>>;

async function readPage({ document, writer, report }: Work, number: number): Promise<void> {
  try {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await contentOf(page);
    const items = pageItems(content, { width, height });
    const span = writer.page(number, items);
    const turned = items.some(({ kind }) => kind === "turned");
    report.page(number, {
      ...soundnessOf(content.glyphs),
      invisible: content.invisible,
      isPictured: content.pictured > leastPictured * width * height,
      span,
      turned,
      actions: await actionsOfPage(page),
    });
    page.cleanup();
  } catch (failure) {
    report.unreadable(number, failure);
  }
}

async function contentOf(page: Page): Promise<PageContent> {
  const operators = await page.getOperatorList();
  const { transform } = page.getViewport({ scale: 1 });
  const known = new Map<string, FontFacts>();
  return pageContent(operators, transform, (font) => {
    const facts = known.get(font) ?? fontFacts(page, font);
    known.set(font, facts);
    return facts;
  });
}

/** A font that pdf.js could not make is missing; its glyphs are placed by the usual measures. */
function fontFacts({ commonObjs }: Page, font: string): FontFacts {
  if (!commonObjs.has(font)) return {};
  const { vertical = false, fontMatrix } = commonObjs.get(font) as FontFacts; // pdf.js keeps fonts under their names
  return { vertical, ...(fontMatrix && { fontMatrix }) };
}

function checkLength(name: string, length: number, { characters }: Limits): void {
  if (length <= characters) return;
  throw new FileRefused(
    "too-large",
    `${name} holds more than ${characters} characters of text, the most that one file may. Split it into parts.`,
  );
}
