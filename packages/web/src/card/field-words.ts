import type { Card, CardField, DeclaredPart, Horizon } from "@qipan/policy/records/card";
import { cardValues } from "@qipan/policy/records/card";
import type { Input } from "@qipan/server/contract/client";
import type { Words } from "../words/zh.ts";

type Fact = { readonly value: string | Horizon | DeclaredPart; readonly basis: NonNullable<Card["title"]>["basis"] };

/** 卡片各项. The facts of a field in order, a single one as a list of one; empty where the document does not say it. */
export function factsOf(card: Card, field: CardField): readonly Fact[] {
  const held = card[field];
  if (held === null) return [];
  return Array.isArray(held) ? held : [held];
}

/** 写法. A value as a person reads and types it: 2018—2020, 12 专项规划, a word of the vocabulary. */
export function valueText(field: CardField, value: Fact["value"], terms: Words["terms"]): string {
  if (typeof value !== "string") {
    if ("count" in value) return `${value.count} ${value.what}${value.of ? ` / ${value.of}` : ""}`;
    return value.from === value.to ? String(value.from ?? "") : `${value.from ?? ""}—${value.to ?? ""}`;
  }
  const vocabulary: Readonly<Record<string, string>> | undefined =
    field === "genre"
      ? terms.genres
      : field === "level"
        ? terms.levels
        : field === "standing"
          ? terms.standings
          : undefined;
  return vocabulary?.[value] ?? value;
}

/** 表单值. What stands in the form for a field: identifiers of vocabularies, otherwise as written, one value a line. */
export function typedText(card: Card, field: CardField): string {
  return factsOf(card, field)
    .map(({ value }) => (typeof value === "string" ? value : valueText(field, value, noTerms)))
    .join("\n");
}

const noTerms = { genres: {}, levels: {}, standings: {} } as unknown as Words["terms"]; // typed values are not vocabulary words

/** Values of a closed list, in its order; null where a field is written freely. */
export function choicesOf(field: CardField): readonly string[] | null {
  const schema = cardValues.shape[field];
  const options = "unwrap" in schema && "options" in schema.unwrap() ? schema.unwrap() : null;
  return options && "options" in options ? options.options : null;
}

/** Whether a field takes several values, one a line. */
export function takesLines(field: CardField): boolean {
  return ["issuers", "scope", "implements", "replaces", "declares"].includes(field);
}

/** 读表单. The value that typed words mean, for the route; null where they mean none. Empty words take a value away. */
export function readTyped(field: CardField, typed: string): Input<"changeCard">["body"]["values"] | null {
  const lines = typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const value = meant(field, lines);
  const read = cardValues.partial().safeParse({ [field]: value });
  return read.success ? read.data : null;
}

function meant(field: CardField, lines: readonly string[]): unknown {
  if (field === "declares") return lines.map(declaredIn);
  if (takesLines(field)) return lines;
  const text = lines.join(" ");
  if (text === "") return null;
  return field === "horizon" ? horizonIn(text) : text;
}

// 12 专项规划      12个专项规划      12 专项规划 / 总体规划
function declaredIn(line: string): unknown {
  const parts = /^(\d+)\s*[个项条]?\s*(.+?)(?:\s*[/／]\s*(.+))?$/u.exec(line);
  return parts ? { count: Number(parts[1]), what: parts[2], of: parts[3] ?? null } : line;
}

// 2018—2020      2018-2020      2018      —2020
function horizonIn(text: string): unknown {
  const parts = /^(\d{4})?\s*(?:[—–-]+\s*(\d{4})?)?$/u.exec(text);
  if (!parts) return text;
  const from = parts[1] ? Number(parts[1]) : null;
  return { from, to: parts[2] ? Number(parts[2]) : /[—–-]/u.test(text) ? null : from };
}
