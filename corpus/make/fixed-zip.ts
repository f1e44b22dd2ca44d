import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const day = "2026-11-23T00:00:00Z";

/** 定包. The same package with its own times replaced by one fixed day, so that making it twice gives the same bytes. */
export function fixedZip(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const fixed = parts.map(
    ([name, content]) => [name, name === "docProps/core.xml" ? undated(content) : content] as const,
  );
  return zipSync(Object.fromEntries(fixed), { mtime: new Date(2026, 10, 23), level: 9 });
}

const undated = (xml: Uint8Array): Uint8Array =>
  strToU8(strFromU8(xml).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}`));
