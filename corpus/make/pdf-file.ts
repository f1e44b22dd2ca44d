import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docxFile } from "./docx-file.ts";
import type { Block } from "./outline-source.ts";

/**
 * 印文档. The Word document of these blocks printed to PDF by LibreOffice (`soffice` on the path, or the program named in
 * `QIPAN_SOFFICE`): running head and page number on every page, only the characters used in the fonts.
 */
export async function pdfFile(blocks: readonly Block[], head: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "qipan-corpus-"));
  try {
    const document = join(folder, "page.docx");
    writeFileSync(document, await docxFile(blocks, { head, font: "Noto Serif CJK SC" }));
    const program = process.env["QIPAN_SOFFICE"] ?? "soffice";
    execFileSync(program, ["--headless", "--convert-to", "pdf", "--outdir", folder, document], { stdio: "ignore" });
    return undated(readFileSync(join(folder, "page.pdf")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Its time and its ids replaced in place by fixed ones, so that no offset of its tables moves. */
function undated(bytes: Buffer): Uint8Array {
  const text = bytes
    .toString("latin1")
    .replace(/\(D:\d{14}/gu, "(D:20261123000000")
    .replace(/(?<=<|DocChecksum \/)[0-9A-F]{32}(?=>|\r?\n)/gu, "0".repeat(32));
  return Buffer.from(text, "latin1");
}
