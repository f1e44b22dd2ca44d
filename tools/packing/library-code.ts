import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

/** 库代码. What is bundled, where it goes, and what stays an import: the packages the archive depends on. */
export interface LibraryCode {
  readonly entry: string;
  readonly out: string;
  readonly dependencies: readonly string[];
}

/**
 * 打库代码. Bundles the library into one ES module for Node 20 and browsers; the packed words stay a module of their own, `words.js`.
 * Returns the names of other packages whose code went in.
 */
export async function bundleLibrary(
  root: string,
  { entry, out, dependencies }: LibraryCode,
): Promise<readonly string[]> {
  const taken = new Set<string>();
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "es2022",
      minify: false,
      lib: { entry: join(root, "packages/policy/src", entry), formats: ["es"], fileName: () => "qipan-policy.js" },
      rolldownOptions: { external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)) },
    },
    plugins: [
      {
        name: "packed-words",
        enforce: "pre",
        resolveId: (id) => (id.endsWith("/packed-words.ts") ? { id: "./words.js", external: true } : null),
      },
      {
        name: "what-went-in",
        generateBundle(_options, bundle) {
          for (const chunk of Object.values(bundle))
            if (chunk.type === "chunk")
              for (const id of chunk.moduleIds) for (const name of packageOf(id)) taken.add(name);
        },
      },
    ],
  });
  return [...taken].sort();
}

/** The package that a module of node_modules belongs to. */
function packageOf(id: string): readonly string[] {
  const name = /node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/u.exec(id.replaceAll("\\", "/"))?.groups
    ?.name;
  return name === undefined ? [] : [name];
}

/** 许可文本. The licence file of an installed package. Throws when it has none: what we pass on must carry its terms. */
export function licenceOf(root: string, name: string): string {
  return readFileSync(join(root, "node_modules", name, "LICENSE"), "utf8");
}
