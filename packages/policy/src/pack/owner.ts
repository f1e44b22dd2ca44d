import { type JurisdictionCode, jurisdictionCode } from "../records/jurisdiction.ts";

/** 地方归属. Code of the parent of a place, null at the top or where the place is not held. */
export type ParentOf = (code: string) => string | null;

/**
 * 属地推定. The unit that owns a row which concerns these places: the province they all lie in, the joint space where
 * they lie in several, the nation where they are national or none is held.
 * @example ownerOf(["131000", "110102"], parentOf) // "JJJ"
 */
export function ownerOf(codes: readonly string[], parentOf: ParentOf): JurisdictionCode {
  const owners = new Set(codes.map((code) => provinceOf(code, parentOf)));
  owners.delete(null);
  const [only] = owners;
  return jurisdictionCode.parse(owners.size > 1 ? "JJJ" : (only ?? "CN"));
}

/** The province above a place; the place itself where it is the nation or the joint space; null where it is not held. */
function provinceOf(code: string, parentOf: ParentOf): string | null {
  const seen = new Set<string>();
  let current: string | null = code;
  while (current && !seen.has(current)) {
    if (current === "JJJ" || current === "CN" || /^\d{2}0000$/u.test(current)) return current;
    seen.add(current);
    current = parentOf(current);
  }
  return null;
}
