import { FileRefused } from "../ingest/file-refusal.ts";
import type { FormatReader, Limits } from "./format-reader.ts";
import { openOfd, type OfdPage } from "./ofd/ofd-package.ts";
import { ofdContent, pointsPerMillimetre } from "./ofd/page-content.ts";
import { pageItems } from "./pdf/page.ts";
import { PdfWriter } from "./pdf/pdf-writer.ts";
import { PageReport } from "./pdf/report.ts";
import { soundnessOf } from "./pdf/soundness.ts";

/**
 * 版式文档. Text of an OFD document (GB/T 33190-2016) page by page, put into lines, columns and tables as pages of a PDF are.
 * Templates count to the pages they lie under; stamps, annotations and pictures are not read.
 */
export const ofdReader: FormatReader = {
  format: "ofd",
  read: async (name, bytes, limits) => {
    const { pages, attachments } = await openOfd(name, bytes, limits);
    if (pages.length === 0) throw noPages(name);
    const writer = new PdfWriter();
    const report = new PageReport(name, pages.length);
    for (const [index, page] of pages.entries()) {
      const read = await page().catch(refusalOf);
      if (read instanceof FileRefused) report.unreadable(index + 1, read);
      else writePage(index + 1, read, { writer, report });
      checkLength(name, writer.length, limits);
    }
    report.conclude(writer, { actions: { scripts: [], attachments }, isWhole: true });
    return { ...writer.finish(), format: "ofd" };
  },
};

/** Share of a page from which a picture on it counts as a picture of the page. */
const leastPictured = 0.3;

function writePage(number: number, page: OfdPage, { writer, report }: { writer: PdfWriter; report: PageReport }): void {
  const content = ofdContent(page);
  const [width, height] = [page.box[2] * pointsPerMillimetre, page.box[3] * pointsPerMillimetre];
  const items = pageItems(content, { width, height });
  const span = writer.page(number, items);
  const turned = items.some(({ kind }) => kind === "turned");
  report.page(number, {
    ...soundnessOf(content.glyphs),
    invisible: content.invisible,
    isPictured: content.pictured > leastPictured * width * height,
    span,
    turned,
    actions: [],
  });
}

/** A damaged page costs only itself; one that was made to do harm costs the file. */
function refusalOf(failure: unknown): FileRefused {
  if (failure instanceof FileRefused && failure.code === "damaged") return failure;
  throw failure;
}

function checkLength(name: string, length: number, { characters }: Limits): void {
  if (length <= characters) return;
  throw new FileRefused(
    "too-large",
    `${name} holds more than ${characters} characters of text, the most that one file may. Split it into parts.`,
  );
}

const noPages = (name: string): FileRefused =>
  new FileRefused(
    "damaged",
    `${name} is an OFD document without pages. Open it in the program that made it, save it anew or as PDF and hand that in.`,
  );
