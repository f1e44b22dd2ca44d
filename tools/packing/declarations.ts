import { execFileSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The oldest engine that the library promises to run on knows this much of the language and no more. */
const LIBRARY_ES = ["es2023", "dom", "dom.iterable"];

/**
 * 类型声明. Writes the declarations of the library and everything that they mention into a folder, and checks on the way that no
 * file of it uses what Node 20 or a browser does not have. Throws with the compiler's words where one does.
 */
export function writeDeclarations(root: string, { entry, out }: { entry: string; out: string }): void {
  const source = join(root, "packages/policy/src");
  const base = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")) as { compilerOptions: object }; // our own file
  const config = join(out, "tsconfig.json");
  const options = {
    ...base.compilerOptions,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    target: "es2022",
    lib: LIBRARY_ES,
    types: [],
    rootDir: source,
    outDir: out,
    typeRoots: [],
  };
  const files = [join(source, entry), join(source, "text/opencc-dict.d.ts")];
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files }));
  try {
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", config], { encoding: "utf8" });
  } catch (failure) {
    const { stdout } = failure as { stdout?: string }; // what execFileSync throws
    throw new Error(`The declarations of the library cannot be made:\n${stdout ?? String(failure)}`, {
      cause: failure,
    });
  }
  for (const path of globSync("**/*.d.ts", { cwd: out })) withPublishedNames(join(out, path));
}

/** Declarations name the JavaScript beside them, as every tool expects: `./x.ts` becomes `./x.js`. */
function withPublishedNames(path: string): void {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replaceAll(/(?<=["']\.{1,2}\/[^"']*)\.ts(?=["'])/gu, ".js"));
}
