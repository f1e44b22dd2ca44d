import type { getResolvedPDFJS } from "unpdf";
import { FileRefused } from "../../ingest/file-refusal.ts";
import { BuiltInCMaps } from "./cmap.ts";

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
export type PdfDocument = Awaited<ReturnType<PdfJs["getDocument"]>["promise"]>;

/**
 * 开PDF. The document behind the bytes, to be destroyed by the caller. Pictures are never unpacked, scripts never run,
 * nothing is fetched. A document locked by its owner alone opens; one that asks for a password is refused (`encrypted`),
 * and one whose structure cannot be found is `truncated` or `damaged`.
 */
export async function openPdf(name: string, bytes: Uint8Array): Promise<PdfDocument> {
  const library = await import("unpdf"); // large, so only when there is a PDF
  const { getDocument } = await library.getResolvedPDFJS();
  const task = getDocument({
    data: new Uint8Array(bytes), // pdf.js takes its bytes over
    verbosity: 0,
    maxImageSize: 1,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    cMapUrl: "built-in/",
    cMapPacked: false,
    BinaryDataFactory: BuiltInCMaps,
  });
  try {
    return await task.promise;
  } catch (failure) {
    await task.destroy();
    throw refusalOf(name, bytes, failure);
  }
}

/** 有尾. Whether the end of the file is there: every PDF says `%%EOF` last, or nearly so. */
export function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-2048)).toString("latin1").includes("%%EOF");
}

function refusalOf(name: string, bytes: Uint8Array, failure: unknown): FileRefused {
  const [kind, found] = failure instanceof Error ? [failure.name, failure.message] : ["", String(failure)];
  if (kind === "PasswordException")
    return new FileRefused(
      "encrypted",
      `${name} is a PDF locked with a password. Open it with the password, save or print it as a PDF without one, and hand that in.`,
    );
  const advice = "Get it again from where it came; if it opens there, print it to a new PDF.";
  return hasEnd(bytes)
    ? new FileRefused("damaged", `${name} is a PDF whose structure cannot be read (${found}). ${advice}`)
    : new FileRefused(
        "truncated",
        `${name} breaks off: it begins as a PDF, its end and its list of parts are missing. ${advice}`,
      );
}
