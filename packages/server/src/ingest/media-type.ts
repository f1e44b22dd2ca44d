import type { SourceFormat } from "@qipan/policy/records/source-text";
import { claimOf } from "../formats/sniff.ts";
import { isUnread, unreadRefusal } from "../formats/unread-kind.ts";
import { endingOf } from "./file-name.ts";

/** 媒体类型. Media type of each format; those of wps and ofd are the ones in use, none is registered. */
const mediaTypes = {
  text: "text/plain",
  markdown: "text/markdown",
  html: "text/html",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  wps: "application/vnd.ms-works",
  pdf: "application/pdf",
  ofd: "application/ofd",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
} as const satisfies Record<SourceFormat, string>;

/** Media type of a format: what the bytes are, whatever the name says. */
export function mediaTypeOfFormat(format: SourceFormat): string {
  return mediaTypes[format];
}

/**
 * 名之类型. Media type that the name of a file promises, before anything of it is read; a name without an ending is tried as
 * text. Refuses endings that are not read, with what to do.
 */
export function mediaTypeOf(name: string): string {
  const kind = claimOf(name) ?? (endingOf(name) === "" ? "text" : "unknown");
  if (isUnread(kind)) throw unreadRefusal(name, { kind, claimed: kind });
  return kind === "archive" ? "application/zip" : mediaTypes[kind];
}
