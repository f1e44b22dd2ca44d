import type { Limits } from "./format-reader.ts";

/** 限度. What one file may cost (`docs/operate.md` names them). */
export const defaultLimits: Limits = {
  expandedBytes: 1024 * 1024 * 1024,
  expansion: 200,
  parts: 20_000,
  depth: 256,
  characters: 100_000_000,
};
