import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const light = pigmentsOf(css.slice(css.indexOf(":root {"), css.indexOf('[data-theme="dark"]')));
const dark = {
  ...light,
  ...pigmentsOf(css.slice(css.indexOf('[data-theme="dark"]'), css.indexOf("prefers-contrast"))),
};

/** Text needs 4.5, borders of controls and glyphs 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: readonly (readonly [ink: string, ground: string, least: number])[] = [
  ["--p-ink", "--p-paper", 7],
  ["--p-ink-2", "--p-paper", 4.5],
  ["--p-ink-3", "--p-paper", 4.5],
  ["--p-ink-3", "--p-sheet", 4.5],
  ["--p-ink-3", "--p-well", 4.5],
  ["--p-ink-4", "--p-paper", 3],
  ["--p-dai", "--p-paper", 4.5],
  ["--p-dai", "--p-sheet", 4.5],
  ["--p-cinnabar", "--p-paper", 4.5],
  ["--p-celadon", "--p-paper", 4.5],
  ["--p-ochre", "--p-paper", 4.5],
  ["--p-indigo", "--p-paper", 4.5],
  ["--p-ochre", "--p-ochre-wash", 4.5],
  ["--p-celadon", "--p-celadon-wash", 4.5],
  ["--p-cinnabar", "--p-cinnabar-wash", 4.5],
  ["--p-ink", "--p-dai-wash", 4.5],
  ["--seal-text", "--seal", 4.5],
  ["--beijing", "--p-paper", 4.5],
  ["--tianjin", "--p-paper", 4.5],
  ["--hebei", "--p-paper", 4.5],
];

for (const [theme, pigments] of [
  ["light", light],
  ["dark", dark],
] as const)
  for (const [ink, ground, least] of pairs)
    test(`${ink} on ${ground} in ${theme} has at least ${least}`, () => {
      const [a, b] = [pigments[ink], pigments[ground]];
      assert.ok(a && b, `${ink} and ${ground} are colours in tokens.css`);
      const found = ratio(a, b);
      assert.ok(found >= least, `found ${found.toFixed(2)}`);
    });

test("the fields of the formula are right: black on white is 21", () => assert.equal(ratio("#000000", "#ffffff"), 21));

function pigmentsOf(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/giu)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}

function ratio(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
