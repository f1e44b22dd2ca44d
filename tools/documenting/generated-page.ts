/** 生成页. One file under docs/generated: its name, what it is made from, and how. */
export interface GeneratedPage {
  readonly file: string;
  readonly make: () => Promise<string>;
}

/** What a generated page is, for its first lines. */
interface Origin {
  readonly title: string;
  readonly what: string;
  readonly from: string;
  readonly why: string;
}

/** 页首. Every page opens by saying what is generated, from what, why, and how to make it again. */
export function pageHead({ title, what, from, why }: Origin): string {
  return `# ${title}\n\n*Generated: ${what}, from ${from}, ${why}. Do not edit; make it again with \`npm run docs\`.*\n`;
}

/** A Markdown table; cells keep their text, with what would end a cell escaped. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

function escaped(cell: string): string {
  return cell.replaceAll("|", "\\|").replaceAll("\n", " ");
}
