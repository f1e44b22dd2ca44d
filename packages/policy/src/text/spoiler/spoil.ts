import { cutAtLinks, wrapped } from "./broken-lines.ts";
import type { Damage } from "./damage.ts";
import { doubled, misprinted } from "./doubled.ts";
import { headed, listed, paged } from "./furnished.ts";
import { seeded } from "./seeded.ts";
import { interleaved, sideBySide, swapped, swappedAnywhere } from "./shuffled.ts";
import { spaced, strewn } from "./strewn.ts";

/** 损法表. Every damage by name; a new one is a function and a row here. */
export const damages = {
  wrapped,
  cutAtLinks,
  doubled,
  misprinted,
  interleaved,
  sideBySide,
  swapped,
  swappedAnywhere,
  paged,
  headed,
  listed,
  strewn,
  spaced,
} as const satisfies Readonly<Record<string, Damage>>;
export type DamageName = keyof typeof damages;

/**
 * 损坏. Spoils a clean text of one paragraph a line with one damage after another, always in the same way for the same
 * seed: what repair is proved on. No damage gives the text back.
 * @example spoil("第一段。\n第二段。", ["paged"], 1) // "第一段。\n第二段。\n\n— 1 —\n"
 */
export function spoil(text: string, names: readonly DamageName[], seed: number): string {
  const random = seeded(seed);
  return names.reduce((spoiled, name) => damages[name](spoiled, random), text);
}
