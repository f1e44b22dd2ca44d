// Generates docs/generated/settings.md: every environment variable, from packages/server/src/settings.ts, which is also
// what the server reads them by. Run: npm run docs
import { settings } from "../../packages/server/src/settings.ts";
import { pageHead, table } from "./generated-page.ts";

/** 设置页. Every environment variable in both languages. */
export async function settingsPage(): Promise<string> {
  const head = pageHead({
    title: "设置 Settings",
    what: "every environment variable that Qipan reads",
    from: "`packages/server/src/settings.ts`",
    why: "because the server reads them by the same table",
  });
  const rows = settings.map(({ name, form, initial, zh, en }) => [
    `\`${name}\``,
    form,
    initial === null ? "–" : `\`${initial}\``,
    zh,
    en,
  ]);
  return `${head}\n${table(["name", "form", "default", "含义", "meaning"], rows)}\n`;
}
