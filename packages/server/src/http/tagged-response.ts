import { createHash } from "node:crypto";
import { codingFor, packed } from "./content-coding.ts";

/** A body with its type and further headers, before it is known whether the client has it already. */
export interface Content {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * 带标签应答. An answer with a strong ETag: the hash of the bytes as this caller sees them, so the tag changes for
 * nobody to whom the change is hidden. 304 when the client has these bytes. The tag names the packing too, as a strong
 * tag must differ where bytes differ (RFC 9110, 8.8.1).
 */
export async function taggedResponse(request: Request, content: Content): Promise<Response> {
  const bytes = typeof content.body === "string" ? new TextEncoder().encode(content.body) : content.body;
  const coding = codingFor(request.headers.get("accept-encoding"), bytes.length);
  const digest = createHash("sha256").update(content.type).update("\0").update(bytes).digest("base64url").slice(0, 27);
  const tag = coding === "identity" ? `"${digest}"` : `"${digest}.${coding}"`;
  const headers: Record<string, string> = {
    "content-type": content.type,
    "cache-control": "private, no-cache",
    vary: "Accept, Accept-Encoding, Accept-Language, Cookie",
    etag: tag,
    ...content.headers,
  };
  if (isHeld(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });
  if (coding !== "identity") headers["content-encoding"] = coding;
  const body = await packed(bytes, coding);
  return new Response(body, {
    status: content.status ?? 200,
    headers: { ...headers, "content-length": String(body.length) },
  });
}

/** Whether `If-None-Match` names the tag; the comparison is the weak one (RFC 9110, 13.1.2). */
function isHeld(header: string | null, tag: string): boolean {
  if (header === null) return false;
  return header.trim() === "*" || header.split(",").some((part) => part.trim().replace(/^W\//u, "") === tag);
}
