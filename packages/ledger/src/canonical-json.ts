import { createHash } from "node:crypto";
import type { Sha256 } from "@qipan/policy/records/identity";

/**
 * 规范 JSON. One text for one value: no blanks, keys in order of UTF-16 code units, numbers as ECMAScript writes them
 * (RFC 8785). Absent and undefined members are left out. Throws for a number that is not finite.
 * @example canonicalJson({ b: 1, a: [true, null] }) // {"a":[true,null],"b":1}
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) return canonicalObject(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`JSON has no way to write ${value}`);
  return JSON.stringify(value);
}

function canonicalObject(value: object): string {
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}

/** 散列. SHA-256 of the canonical JSON of a value. */
export function digestOf(value: unknown): Sha256 {
  return sha256Of(canonicalJson(value));
}

/** SHA-256 of bytes, or of a text in UTF-8. */
export function sha256Of(content: string | Uint8Array): Sha256 {
  return createHash("sha256").update(content).digest("hex") as Sha256; // what the digest writes is a Sha256 by form
}
