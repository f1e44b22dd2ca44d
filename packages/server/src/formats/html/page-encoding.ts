import type { Encoding } from "@qipan/policy/records/document-text";
import { decode } from "@qipan/policy/text/decode";
import { FileRefused } from "../../ingest/file-refusal.ts";

/** 网页文字. Source text of a page; `encoding` is null for one that only web pages still use, such as Big5. */
export interface PageText {
  readonly html: string;
  readonly encoding: Encoding | null;
}

/**
 * 网页解码. The bytes are believed before the page: pages saved anew in UTF-8 go on claiming GB2312. Only encodings that
 * bytes cannot be told by are taken from the page itself. Throws `FileRefused` when it is no text.
 */
export function pageText(name: string, bytes: Uint8Array): PageText {
  const { text, encoding, diagnostics } = decode(bytes);
  const noText = diagnostics.find(({ code }) => code === "not-text");
  const declared = encoding === "utf-8" && !noText ? null : declaredEncoding(bytes);
  if (declared) return { html: new TextDecoder(declared).decode(bytes), encoding: null };
  if (noText) throw new FileRefused("not-text", `${name}: ${noText.message}`);
  return { html: text.replace(/^\ufeff/u, ""), encoding };
}

/** How far into a page its declaration is looked for (HTML Standard, 13.2.3.2). */
const headBytes = 1024;

// <meta charset="big5">      content="text/html; charset=gb2312"
//                ^^^^                             ^^^^^^
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString("latin1");
  const label = /<meta[^>]+charset\s*=\s*["']?(?<label>[\w-]+)/iu.exec(head)?.groups?.["label"]?.toLowerCase();
  return label !== undefined && ownEncodings.has(label) ? label : null;
}

const ownEncodings = new Set(["big5", "big5-hkscs", "shift_jis", "euc-jp", "euc-kr", "windows-1252", "iso-8859-1"]);
