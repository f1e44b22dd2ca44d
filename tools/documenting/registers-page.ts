// Generates docs/generated/registers.md: every register with its fields, from packages/policy/src/records, from which
// lists, forms, import, export and API are made too. Run: npm run docs
import { type EntryKind, entryKinds, registerOf } from "../../packages/policy/src/records/registers.ts";
import { describe } from "../../packages/server/src/api/registers.ts";
import { pageHead, table } from "./generated-page.ts";

/** 台账页. Every register in both languages. */
export async function registersPage(): Promise<string> {
  const head = pageHead({
    title: "台账 Registers",
    what: "every register with its fields",
    from: "the descriptions in `packages/policy/src/records`",
    why: "because lists, forms, import, export and API are made from the same descriptions",
  });
  return `${head}\n${entryKinds.map(section).join("\n\n")}\n`;
}

function section(kind: EntryKind): string {
  const { label, plural, gloss, fields, when, columns, filters } = describe(kind, 0);
  const { since } = registerOf(kind);
  const rows = fields.map(({ name, label: words, control, refers, required, choices }) => [
    `\`${name}\``,
    `${words.zh} ${words.en}`,
    refers === null ? control : `${control} → ${refers}`,
    required ? "yes" : "",
    choices?.join(", ") ?? "",
  ]);
  const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ") || "–";
  return `## ${kind}

${label.zh} ${label.en} (${plural.zh} ${plural.en}): ${gloss.zh}. ${gloss.en}.

${table(["field", "label", "form", "required", "values"], rows)}

Ordered in time by ${code(when === null ? [] : [when])}; exists from ${since === null ? "always" : code([since])}; columns ${code(columns)}; filters ${code(filters)}.`;
}
