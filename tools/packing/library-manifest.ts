/** 源清单. What the archive takes over from packages/policy/package.json. */
export interface SourceManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Packages that the archive depends on; all others are bundled. */
export const KEPT = ["zod"];

/** 归档清单. `package.json` of the archive: one entry with types, no script, nothing to install but the schema library. */
export function libraryManifest({ name, version, license, description, dependencies }: SourceManifest): object {
  return {
    name,
    version,
    description,
    license,
    keywords: [
      "chinese",
      "policy",
      "dates",
      "quantities",
      "information extraction",
      "政策文件",
      "时间识别",
      "数量识别",
    ],
    type: "module",
    engines: { node: ">=20" },
    sideEffects: false,
    exports: {
      ".": { types: "./types/library/qipan-policy.d.ts", default: "./qipan-policy.js" },
      "./package.json": "./package.json",
    },
    types: "./types/library/qipan-policy.d.ts",
    files: ["*.js", "types", "*.md", "LICENSE", "NOTICE"],
    dependencies: Object.fromEntries(KEPT.map((kept) => [kept, rangeOf(dependencies[kept])])),
  };
}

/** Any later version of the same major: an exact pin would give users a second copy. */
const rangeOf = (version = "*"): string => `^${version}`;
