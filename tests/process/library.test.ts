import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { after, test } from "node:test";
import { examplesOf, installLibrary } from "../packed-library.ts";
import { ROOT } from "../running-qipan.ts";

const library = await installLibrary();
after(() => rmSync(dirname(library.project), { recursive: true, force: true }));
const home = join(library.project, "node_modules/@qipan/policy");

/** Programs of Node on this machine, one a version: the pinned one and those of the search path, Node 20 among them. */
function nodes(): ReadonlyMap<string, string> {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const programs = [
    process.execPath,
    ...folders.map((folder) => join(folder, "node")).filter((path) => existsSync(path)),
  ];
  return new Map(programs.map((path) => [execFileSync(path, ["--version"], { encoding: "utf8" }).trim(), path]));
}

function run(node: string, name: string, code: string): string {
  writeFileSync(join(library.project, name), code);
  return execFileSync(node, [name], { cwd: library.project, encoding: "utf8" });
}

for (const [version, node] of nodes()) {
  for (const page of ["README.md", "README.zh.md"]) {
    test(`the examples of ${page} run from the archive on Node ${version}`, () => {
      const examples = examplesOf(library, page);
      assert.ok(examples.length > 0);
      for (const { code, prints } of examples) {
        const printed = run(node, "example.js", code);
        if (prints === "") assert.ok(printed.length > 0);
        else assert.equal(printed, prints);
      }
    });
  }
}

test("one of the programs of Node is the oldest that the archive names", (t) => {
  const majors = [...nodes().keys()].map((version) => Number(/\d+/u.exec(version)?.[0]));
  if (!majors.includes(20)) t.skip(`found Node ${majors.join(", ")}, none of them 20`);
});

/** Every `@example` of the declarations of public functions: lines of code, the last with what it gives after `//`. */
function declaredExamples(): readonly string[] {
  const files = [...globSync("types/library/*.d.ts", { cwd: home }), "types/extraction/record.d.ts"];
  return files.flatMap((file) => {
    const text = readFileSync(join(home, file), "utf8");
    const found = text.matchAll(/@example(?<lines>.*?)(?=\n \* @|\n \*\/| \*\/)/gsu);
    return Array.from(found, ({ groups }) => (groups?.lines ?? "").replaceAll(/^ \* ?/gmu, "").trim());
  });
}

test("every public function has an example in its declaration, and each gives what it says", async () => {
  const entry = readFileSync(join(home, "types/library/qipan-policy.d.ts"), "utf8");
  const api = (await import(join(home, "qipan-policy.js"))) as Record<string, unknown>; // the module under test
  const functions = Object.keys(api).filter((name) => typeof api[name] === "function");
  const examples = declaredExamples();
  for (const name of functions) {
    assert.ok(entry.includes(name), name);
    assert.ok(
      examples.some((lines) => lines.includes(`${name}(`)),
      `${name} has no example`,
    );
  }
  const checks = examples.map((lines) => {
    const [, before = "", last = "", gives] = /^(.*?)([^\n]*) \/\/ ([^\n]*)$/su.exec(lines) ?? [];
    assert.ok(gives, `no outcome in the example ${lines}`);
    return `{ ${before}\n assert.deepEqual(${last}, ${gives}); }`;
  });
  const head = `import assert from "node:assert/strict";\nimport { ${functions.join(", ")} } from "@qipan/policy";\n`;
  run(process.execPath, "declared.js", head + checks.join("\n"));
});

test("the archive needs the schema library and nothing else", () => {
  const manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as Record<string, unknown>; // our own
  assert.deepEqual(Object.keys(manifest["dependencies"] as object), ["zod"]);
  assert.deepEqual(
    readdirSync(join(library.project, "node_modules")).filter((name) => !name.startsWith(".")),
    ["@qipan", "zod"],
  );
  assert.equal("scripts" in manifest, false);
  const code = readFileSync(join(home, "qipan-policy.js"), "utf8");
  const imports = Array.from(
    code.matchAll(/^(?:import|export)[^"\n]* from "(?<from>[^"]+)";$/gmu),
    ({ groups }) => groups?.from,
  );
  assert.deepEqual(new Set(imports), new Set(["zod", "./words.js"]));
  assert.ok(statSync(library.archive).size < 1_500_000, "the archive has grown beyond 1.5 MB");
});

test("the declarations are enough for a strict TypeScript project", () => {
  const [example] = examplesOf(library, "README.md");
  writeFileSync(join(library.project, "example.ts"), example?.code ?? "");
  const options = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    skipLibCheck: false,
  };
  const config = { compilerOptions: { ...options, module: "nodenext" }, files: ["example.ts"] };
  writeFileSync(join(library.project, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", library.project], { encoding: "utf8" });
});
