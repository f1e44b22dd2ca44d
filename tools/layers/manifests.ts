import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import type { SourceFile } from "./source-files.ts";

/** 依赖清单. What one `package.json` declares. */
export interface Manifest {
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
}

/** 全部清单. By package folder name; the root's own under "". */
export type Manifests = ReadonlyMap<string, Manifest>;

/** 读取清单. Every `package.json` of the project. */
export function readManifests(root: string): Manifests {
  const paths = ["package.json", ...globSync("packages/*/package.json", { cwd: root })];
  return new Map(paths.map((path) => [path.split("/").at(-2) ?? "", readManifest(join(root, path))]));
}

/** 包名. `@scope/name` or `name` of a specifier that leads into a package; undefined for a relative one or a Node module. */
export function packageNameOf(specifier: string): string | undefined {
  if (specifier.startsWith(".") || isBuiltin(specifier)) return undefined;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** 是否已声明. Whether a file of the package may import by that name: tests may use the tools of development too. */
export function isDeclared(
  manifests: Manifests,
  folder: string,
  { name, inTest }: { name: string; inTest: boolean },
): boolean {
  const own = manifests.get(folder);
  if (own?.dependencies.has(name) === true || name === `@qipan/${folder}`) return true;
  return inTest && [own, manifests.get("")].some((manifest) => manifest?.devDependencies.has(name));
}

/** 未用依赖. Faults for dependencies that no file of the package imports; style sheets count as files. */
export function unusedFaults(root: string, manifests: Manifests, files: readonly SourceFile[]): readonly string[] {
  return [...manifests].flatMap(([folder, { dependencies }]) => {
    if (folder === "") return [];
    const prefix = `packages/${folder}/`;
    const used = new Set(
      files
        .filter(({ path }) => path.startsWith(prefix))
        .flatMap(({ imports }) => imports.map(({ specifier }) => packageNameOf(specifier))),
    );
    const styles = globSync(`${prefix}src/**/*.css`, { cwd: root }).map((path) =>
      readFileSync(join(root, path), "utf8"),
    );
    return [...dependencies]
      .filter((name) => !used.has(name) && !styles.some((style) => style.includes(`"${name}/`)))
      .map((name) => `${prefix}package.json: declares ${name}, which no file of the package imports; take it out`);
  });
}

function readManifest(path: string): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
  return { dependencies: namesIn(manifest, "dependencies"), devDependencies: namesIn(manifest, "devDependencies") };
}

function namesIn(manifest: unknown, field: string): ReadonlySet<string> {
  if (typeof manifest !== "object" || manifest === null) return new Set();
  const value: unknown = Reflect.get(manifest, field);
  return new Set(typeof value === "object" && value !== null ? Object.keys(value) : []);
}
