import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { RequestRefused } from "../http/problem-response.ts";
import { checkUnpackedSize } from "./unpacked-size.ts";

/** Memory and time that reading one workbook may take. */
const limits = { maxOldGenerationSizeMb: 768 };
const longestMs = 20_000;

/**
 * 读工作簿. Rows of the first sheet as text, empty rows included, so that numbers of rows stay. Throws `RequestRefused` when
 * the file is no workbook, or takes more memory or time than one may.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  checkUnpackedSize(bytes);
  const thread = new Worker(new URL("./workbook-thread.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: limits,
  });
  try {
    const [rows] = (await once(thread, "message", { signal: AbortSignal.timeout(longestMs) })) as [string[][]]; // what the thread posts
    return rows;
  } catch {
    const advice = "save it anew as XLSX, or split it";
    throw new RequestRefused("invalid", `The file begins like a workbook but cannot be opened as one; ${advice}`);
  } finally {
    await thread.terminate();
  }
}
