import type { FileAnswer } from "../contract/operation.ts";

/**
 * 原件应答. A file as an attachment that no browser opens in our place: sandboxed, never sniffed, of no use to other sites,
 * never kept by a cache. The name goes in both forms of RFC 6266: letters of ASCII for old clients, the whole by RFC 5987.
 */
export function fileResponse({ name, mediaType, bytes }: FileAnswer): Response {
  return new Response(bytes, {
    headers: {
      "content-type": mediaType.startsWith("text/") ? "text/plain; charset=utf-8" : mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": dispositionOf(name),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      vary: "Cookie",
    },
  });
}

/**
 * 文件名标头. Value of `Content-Disposition` for an attachment.
 * @example dispositionOf("通报.txt") // attachment; filename="__.txt"; filename*=UTF-8''%E9%80%9A%E6%8A%A5.txt
 */
export function dispositionOf(name: string): string {
  const plain = name.toWellFormed().replace(/[^\x20-\x7e]|["\\%]/gu, "_");
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
