import type { Words } from "../words/zh.ts";

/** 模块. A stop of the rail: its group, its address and the key that follows `g`. Only what is built stands here. */
export interface Module {
  readonly name: keyof Words["frame"]["modulesOf"];
  readonly group: keyof Words["frame"]["groups"] | null;
  readonly to: "/" | "/documents" | "/review" | "/facts" | "/try" | "/registers" | "/monitoring" | "/chronicle";
  readonly key: string;
  /** Addresses that belong to the module besides its own. */
  readonly also: readonly string[];
}

/** Stops of the rail in order; the order is the same for everybody. */
export const modules: readonly Module[] = [
  { name: "board", group: null, to: "/", key: "b", also: [] },
  { name: "documents", group: "read", to: "/documents", key: "d", also: ["/lineage"] },
  { name: "review", group: "read", to: "/review", key: "v", also: [] },
  { name: "facts", group: "read", to: "/facts", key: "f", also: [] },
  { name: "try", group: "read", to: "/try", key: "t", also: [] },
  { name: "registers", group: "act", to: "/registers", key: "r", also: ["/entries", "/places"] },
  { name: "monitoring", group: "measure", to: "/monitoring", key: "m", also: [] },
  { name: "chronicle", group: "show", to: "/chronicle", key: "c", also: [] },
];

/** The module a path belongs to, undefined for pages outside the rail such as search. */
export function moduleOf(path: string): Module | undefined {
  return modules.find((module) =>
    [module.to, ...module.also].some((start) => path === start || (start !== "/" && path.startsWith(`${start}/`))),
  );
}
