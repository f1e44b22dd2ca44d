import { claimOf } from "../formats/sniff.ts";
import type { ReadingTask } from "./take-out.ts";

/** 纯文本. Whether a file is named as text and lacks the bytes that only other formats have. */
export function isPlainText({ doc, bytes }: Pick<ReadingTask, "doc" | "bytes">): boolean {
  const claimed = claimOf(doc) ?? "text";
  return (claimed === "text" || claimed === "markdown") && !/^(?:%PDF|PK)/u.test(headOf(bytes)) && !bytes.includes(0);
}

const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 4)).toString("latin1");
