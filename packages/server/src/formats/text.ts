import { decode } from "@qipan/policy/text/decode";
import { FileRefused } from "../ingest/file-refusal.ts";
import type { FormatReader } from "./format-reader.ts";

/** 纯文本. The text is the file as it stands, a byte order mark included; a plain text says nothing of its structure. */
export const textReader: FormatReader = {
  format: "text",
  read: async (name, bytes) => {
    const decoded = decode(bytes);
    const noText = decoded.diagnostics.find(({ code }) => code === "not-text");
    if (noText) throw new FileRefused("not-text", `${name}: ${noText.message}`);
    return { ...decoded, format: "text", marks: [] };
  },
};
