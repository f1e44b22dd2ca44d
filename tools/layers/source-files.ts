import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** 源文件. One source file with what it imports. Paths are relative to the project root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Lines that hold `export *`. */
  readonly starExports: readonly number[];
}

/** 引入. A specifier as written, its line, and the project file behind it where there is one. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly target?: string;
}

const PLACES = ["packages/*/src/**/*.{ts,tsx}", "packages/*/browser/**/*.ts", "{tools,bench,tests}/**/*.{ts,mjs}"];

// import { a } from "./a.ts";   export type { B } from "@qipan/policy/b";     near miss: const text = 'import "x"';
// ^^^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const FROM = /^[ \t]*(?:import|export)\b(?<clause>[^;"'`]*?)\bfrom[ \t]*["'](?<specifier>[^"']+)["']/gmu;
// import "./tokens.css";
const BARE = /^[ \t]*import[ \t]*["'](?<specifier>[^"']+)["']/gmu;
// const page = await import("./page.tsx");   near miss: import(`./${name}.ts`) – unknown until it runs
const DYNAMIC = /\bimport\([ \t\n]*["'](?<specifier>[^"']+)["'][ \t\n]*\)/gu;

/** 读取源文件. All source files of the project with their imports; empty when the folder holds none. */
export function readSourceFiles(root: string): readonly SourceFile[] {
  const paths = globSync(PLACES, { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  return paths.sort().map((path) => readSource(root, path));
}

function readSource(root: string, path: string): SourceFile {
  const text = withoutComments(readFileSync(join(root, path), "utf8"));
  const matches = [FROM, BARE, DYNAMIC].flatMap((pattern) => [...text.matchAll(pattern)]);
  const imports = matches.map((match): Import => {
    const specifier = match.groups?.specifier ?? "";
    const target = targetOf(root, path, specifier);
    return { specifier, line: lineAt(text, match.index), ...(target === undefined ? {} : { target }) };
  });
  const starExports = [...text.matchAll(/^[ \t]*export[ \t]*\*/gmu)].map((match) => lineAt(text, match.index));
  return { path, imports, starExports };
}

/** Comments become blanks of the same number of lines; `//` inside an address (`https://…`) is left alone. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, " "))
    .replace(/(?<=^|[\s;{}])\/\/.*$/gmu, "");
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length + (text[index] === "\n" ? 1 : 0);
}

function targetOf(root: string, path: string, specifier: string): string | undefined {
  const [plain = ""] = specifier.split("?");
  if (plain.startsWith(".")) return posix.join(dirname(path), plain);
  const inside = /^@qipan\/(?<name>[^/]+)\/(?<file>.+)$/u.exec(plain)?.groups;
  if (inside === undefined) return undefined;
  const stem = `packages/${inside.name}/src/${inside.file}`;
  return existsSync(join(root, `${stem}.tsx`)) ? `${stem}.tsx` : `${stem}.ts`;
}
