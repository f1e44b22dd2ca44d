import type { Language } from "../export/list-export.ts";

/** 语言. The language of labels: `?lang=zh|en`, else the first of `Accept-Language` that is either, else Chinese. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get("lang") ?? "";
  const accepted = (request.headers.get("accept-language") ?? "").split(",");
  const known = [asked, ...accepted].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return known.find((tag): tag is Language => tag === "zh" || tag === "en") ?? "zh";
}
