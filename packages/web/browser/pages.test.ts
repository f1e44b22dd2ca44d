import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axe, buildApp, launch, open, settle, skipReason, tooWideTables, unmarked, widest } from "./browser.ts";
import { startServer, type TestServer } from "./server.ts";

/** Every page of the app by a sample address; entry and document are added from what the server holds. */
const pages = [
  "/",
  "/?view=table",
  "/?asof=2018-12-11",
  "/monitoring",
  "/monitoring?q=gdp",
  "/monitoring/population",
  "/monitoring/population?view=table",
  "/documents",
  "/lineage",
  "/lineage?view=list",
  "/review",
  "/review?type=measurement",
  "/facts",
  "/facts?verdict=agrees",
  "/try",
  "/chronicle?year=2014",
  "/registers",
  "/registers/event",
  "/search?q=2024",
  "/gallery",
  "/nowhere",
];

describe("pages in a browser", { skip: skipReason }, () => {
  let server: TestServer;
  let browser: Browser;
  let all: readonly string[];
  before(async () => {
    await buildApp();
    [server, browser] = await Promise.all([startServer(), launch()]);
    all = [...pages, ...(await sampleAddresses(server.address))];
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const [lang, theme] of [
    ["zh", "light"],
    ["zh", "dark"],
    ["en", "light"],
    ["en", "dark"],
  ] as const)
    test(`every page in ${lang}, ${theme}: no violation of axe, no fault, one heading, a title, no word left out`, async () => {
      const found: unknown[] = [];
      const { page, faults } = await open(browser, addressOf("/", lang), { colorScheme: theme });
      for (const path of all) {
        faults.length = 0;
        await page.goto(addressOf(path, lang));
        await settle(page);
        const wrong = {
          violations: await axe(page),
          faults: [...faults],
          words: lang === "en" ? await page.evaluate(unmarked) : [],
        };
        const [headings, title] = [await page.locator("h1").count(), await page.title()];
        const clean = Object.values(wrong).every((list) => list.length === 0);
        if (!clean || headings !== 1 || !/(棋盘|Qipan)$/u.test(title)) found.push({ path, ...wrong, headings, title });
      }
      await page.context().close();
      assert.deepEqual(found, []);
    });

  for (const lang of ["zh", "en"] as const)
    test(`no page in ${lang} scrolls sideways at 1440, 1200, 800, 360 or 320 pixels`, async () => {
      const wide: unknown[] = [];
      const { page } = await open(browser, addressOf("/", lang));
      for (const path of all) {
        await page.goto(addressOf(path, lang));
        for (const width of [1440, 1200, 800, 360, 320])
          wide.push(...(await overflowAt(page, width)).map((by) => ({ path, width, by })));
      }
      await page.context().close();
      assert.deepEqual(wide, []);
    });

  function addressOf(path: string, lang: string): string {
    return `${server.address}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`;
  }
});

async function overflowAt(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 740 });
  await settle(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 120))); // figures are redrawn at the new width
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const tables = await page.evaluate(tooWideTables);
  return over > 0 ? [...(await page.evaluate(widest)), ...tables] : tables;
}

/** Addresses of one entry and of documents of several formats in every form, taken from what the server holds. */
async function sampleAddresses(address: string): Promise<readonly string[]> {
  const first = async (path: string): Promise<string | undefined> => {
    const answer: { items: { id: string }[] } = await (await fetch(`${address}${path}`)).json();
    return answer.items[0]?.id;
  };
  const entry = await first("/api/entries?kind=project&limit=1");
  const documents = await Promise.all(
    ["docx", "pdf", "xlsx", "html"].map((ending) => first(`/api/documents?limit=1&q=.${ending}`)),
  );
  return [
    ...(entry ? [`/entries/${entry}`] : []),
    ...documents.flatMap((id) => (id ? [`/documents/${id}`, `/documents/${id}?view=both`] : [])),
    ...documents.slice(0, 1).flatMap((id) => (id ? [`/documents/${id}/card`, `/documents/${id}/versions`] : [])),
  ];
}
