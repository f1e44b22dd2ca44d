import type { Page } from "playwright-core";
import { axe, type Violation } from "./browser.ts";

/** What is wrong with a page at one width: violations of axe, and by how many pixels it scrolls sideways. */
export interface Unsound {
  readonly width: number;
  readonly violations: readonly Violation[];
  readonly over: number;
}

/** Looks at a page as on a desk and as on a phone; a sound page gives an empty list. */
export async function unsound(page: Page): Promise<readonly Unsound[]> {
  const found: Unsound[] = [];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const violations = await axe(page);
    if (over > 0 || violations.length > 0) found.push({ width, violations, over });
  }
  return found;
}
