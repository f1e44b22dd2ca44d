// Writes docs/cli.md from the very definitions that parse the command line, so that page and program cannot drift apart.
//   node packages/server/src/cli/reference-page.ts
// A test compares the page with what would be written.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArgsDef } from "citty";
import { commands } from "./commands.ts";
import { helpOf, overview } from "./help.ts";
import { root } from "./project.ts";

/** Where the page lies. */
export const referencePath: string = join(root, "docs/cli.md");

/** 命令手册. Every command as its `--help` prints it, as one page. */
export async function referencePage(): Promise<string> {
  const sections = await Promise.all(
    Object.entries(commands).map(async ([name, { summary, load }]) => {
      const { args } = await load();
      return `## ${name}\n\n${fenced(helpOf(name, summary, args as ArgsDef))}`; // every command gives its arguments as data
    }),
  );
  const head = [
    "# Command line",
    "",
    "Made from the program by `node packages/server/src/cli/reference-page.ts`; do not edit by hand.",
    "",
    "Run from the project root as `npx qipan COMMAND` or `./qipan COMMAND`. Standard output carries results, standard error what is",
    "said to people; progress is drawn on terminals only. Settings come from the environment (see `generated/settings.md`).",
    "Every command that opens the ledger works beside a running server on the same data folder.",
    "",
    fenced(overview()),
  ];
  return `${[head.join("\n"), ...sections].join("\n\n")}\n`;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

if (import.meta.main) await writeFile(referencePath, await referencePage());
