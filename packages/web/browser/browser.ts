import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";

const executables = [
  process.env["QIPAN_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Path of a Chromium on this machine, undefined where there is none: browser tests are then skipped and say so. */
export const chromiumPath = executables.find((path) => path !== undefined && existsSync(path));

/** Why the browser tests are skipped, false when they are not. */
export const skipReason = chromiumPath ? false : "no Chromium found; name one in QIPAN_CHROMIUM";

/** Starts Chromium without a window. */
export async function launch(): Promise<Browser> {
  if (!chromiumPath) throw new Error("No Chromium found; name one in QIPAN_CHROMIUM");
  return chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

/**
 * Builds the app that the server serves, where a source is newer than the last build. It is built aside and then moved
 * into place, so that a test file that runs at the same moment never meets half an app.
 */
export async function buildApp(): Promise<void> {
  const web = join(import.meta.dirname, "..");
  const [dist, aside, old] = ["dist", `dist-${process.pid}`, `dist-old-${process.pid}`].map((name) => join(web, name));
  if (!dist || !aside || !old || isFresh(web, dist)) return;
  await build({ configFile: join(web, "vite.config.ts"), logLevel: "error", build: { outDir: aside } });
  await rename(dist, old).catch(() => undefined); // there may have been no build yet
  await rename(aside, dist).catch(() => undefined); // another test file may have been quicker with the same build
  await Promise.all([aside, old].map((folder) => rm(folder, { recursive: true, force: true })));
}

function isFresh(web: string, dist: string): boolean {
  const built = statSync(join(dist, "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = [...["src", "public"].flatMap((folder) => files(join(web, folder))), join(web, "index.html")];
  return sources.every((path) => statSync(path).mtimeMs <= built);
}

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A page that keeps what went wrong in it: messages of the console, uncaught errors, violations of the content policy. */
export interface WatchedPage {
  readonly page: Page;
  readonly faults: string[];
}

/** Waits until the page stands: its heading is there and no line waits for an answer. */
export async function settle(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]:not(.gallery *)") === null);
  await page.waitForLoadState("networkidle");
}

/** Opens an address and waits until the page stands. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => (message.type() === "error" ? faults.push(message.text()) : undefined));
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(url);
  await settle(page);
  return { page, faults };
}

/** One violation of axe: the rule and where. */
export interface Violation {
  readonly id: string;
  readonly where: readonly string[];
}

/** Runs axe over the page and gives back the violations; none is an empty list. */
export async function axe(page: Page): Promise<readonly Violation[]> {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(source);
  return page.evaluate(async () => {
    // @ts-expect-error axe was put into the page by the line above
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.map((found: { id: string; nodes: { target: string[]; failureSummary: string }[] }) => ({
      id: found.id,
      where: found.nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
    }));
  });
}

/** Runs in the page: what sticks out to the right, for the message of a page that scrolls sideways. */
export function widest(): string[] {
  return [...document.querySelectorAll("main *, .bar *")]
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 4)
    .map((element) => `${element.tagName}.${element.getAttribute("class") ?? ""}`);
}

/** Runs in the page: tables that stick out of what holds them and so lie over their neighbour. */
export function tooWideTables(): string[] {
  return [...document.querySelectorAll("main table")]
    .filter((table) => {
      if (table.parentElement?.getAttribute("role") === "region") return false; // it scrolls inside its holder
      const holder = table.parentElement?.getBoundingClientRect();
      return holder !== undefined && table.getBoundingClientRect().right > holder.right + 1;
    })
    .map((table) => `table.${table.getAttribute("class") ?? ""}`);
}

/** Runs in the page: text that a reader of English should not meet, that is a key, a nothing or Chinese not marked as Chinese. */
export function unmarked(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    const parent = node.parentElement;
    if (!text || !parent || parent.closest("[lang^=zh],script,noscript,.seal,.seal-mark")) continue;
    if (/\p{Script=Han}|undefined|\[object|NaN|\bnull\b/u.test(text)) wrong.push(text.slice(0, 60));
  }
  return [...new Set(wrong)].slice(0, 10);
}
