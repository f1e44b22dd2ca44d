import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readSource } from "../../packages/server/src/formats/read-source.ts";

/** 取文. The text of a sample as the ledger stores it, which offsets count in. */
export async function textOfSample(path: string): Promise<string> {
  const { text } = await readSource(basename(path), readFileSync(path));
  return text;
}
