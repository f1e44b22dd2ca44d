import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { skipReason, unmarked } from "./browser.ts";
import { unsound } from "./soundness.ts";
import { onStage } from "./stage.ts";

const run = `${process.pid}${Date.now() % 100_000}`; // other names at every run, as a server may keep running
const hall = `样本${run}科技馆`;
const noteTitle = `某县样本${run}纪要`;
const newsTitle = `某县样本${run}新闻`;

const note = `${noteTitle}

2021年6月30日

2020年9月1日，${hall}在河东揭牌。
`;

const news = `${newsTitle}

2022年3月1日

2020年9月3日，${hall}在河东揭牌。
`;

describe("the desk of conflicting facts", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.page;
  let document = ""; // address of the first document; the first test hands it in

  test("two documents with two days for one thing clash: both statements, the verdict and why", async () => {
    document = await handIn();
    const page = await go("/facts?verdict=conflicts");
    const card = cardOf(page);
    await card.waitFor();
    assert.match(await card.innerText(), /冲突/u);
    assert.match(await card.innerText(), /同一事，日期不同/u);
    const rows = card.locator("tbody tr").filter({ hasText: hall });
    assert.equal(await rows.count(), 2);
    assert.match(await rows.nth(0).innerText(), /2020-09-01/u);
    assert.match(await rows.nth(1).innerText(), /2020-09-03/u);
  });

  test("a statement leads to its sentence in the reader", async () => {
    const page = await go("/facts?verdict=conflicts");
    await cardOf(page).getByRole("link", { name: newsTitle }).click();
    await page.waitForURL(/\/documents\/.*sel=p\d+\.s\d+/u);
    await page.locator(".s.sel").getByText(hall).waitFor();
  });

  test("the buttons tell how many and narrow the list; the address keeps it", async () => {
    const page = await go("/facts");
    const button = page.getByRole("radio", { name: /^冲突 \d/u });
    const count = Number((await button.innerText()).replace(/\D/gu, ""));
    await button.click();
    await page.waitForURL(/verdict=conflicts/u);
    await page.waitForFunction((n) => window.document.querySelectorAll(".fact-card").length === Math.min(n, 50), count);
    assert.equal(await page.locator(".fact-card > header").filter({ hasText: "冲突" }).count(), Math.min(count, 50));
  });

  test("from the card of a document only what it takes part in, and back to all", async () => {
    const page = await go(`${document}/card`);
    await page.getByRole("link", { name: "与别的文件核对" }).click();
    await page.waitForURL(/\/facts\?.*document=/u);
    await page.locator(".fact-card").first().waitFor();
    await page.locator(".facts-only").getByRole("link", { name: noteTitle }).waitFor();
    assert.equal(await page.locator(".fact-card").count(), 1);
    await page.getByRole("link", { name: "看全部文件" }).click();
    await page.waitForURL((url) => !url.search.includes("document="));
    await page.waitForFunction(() => window.document.querySelectorAll(".fact-card").length > 1);
  });

  test("J and K go from card to card", async () => {
    const page = await go("/facts");
    const focused = (): Promise<string> => page.evaluate(() => window.document.activeElement?.textContent ?? "");
    await page.locator(".fact-card").nth(1).waitFor();
    await page.keyboard.press("j");
    const first = await focused();
    assert.equal(first, await page.locator(".fact-card h2").first().innerText());
    await page.keyboard.press("j");
    assert.notEqual(await focused(), first);
    await page.keyboard.press("k");
    assert.equal(await focused(), first);
  });

  test("a document of which nothing is told elsewhere says so", async () => {
    const page = await go("/facts?document=01980000-0000-7000-8000-000000000000");
    await page.getByText("这份文件说的，别处没有说到").waitFor();
  });

  test("what is not of the form in the address is dropped", async () => {
    const page = await go("/facts?verdict=none&document=x");
    await page.getByRole("radio", { name: /^全部/u, checked: true }).waitFor();
  });

  test("when the server does not answer the page says what is kept and tries again", async () => {
    const { page } = await stage.open("/documents");
    await page.route("**/api/facts*", (route) => route.abort());
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/facts*");
    await page.getByRole("button", { name: "再取一次" }).click();
    await page.locator(".fact-card").first().waitFor();
  });

  test("printed without controls, every statement still there", async () => {
    const page = await go("/facts?verdict=conflicts");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".facts-filter").isVisible(), false);
    assert.ok(await cardOf(page).locator("tbody tr").nth(1).isVisible());
  });

  for (const scheme of ["light", "dark"] as const)
    test(`no violation of axe, nothing unsaid in English, nothing scrolls sideways, ${scheme}`, async () => {
      for (const lang of ["zh", "en"]) {
        const page = await go(`/facts?lang=${lang}`, { colorScheme: scheme });
        await page.locator(".fact-card").first().waitFor();
        if (lang === "en") assert.deepEqual(await page.evaluate(unmarked), []);
        assert.deepEqual(await unsound(page), []);
      }
    });

  function cardOf(page: Page): ReturnType<Page["locator"]> {
    return page.locator(".fact-card").filter({ hasText: hall });
  }

  async function handIn(): Promise<string> {
    const page = await go("/documents");
    await page.locator("input[type=file]").setInputFiles([
      { name: `样本纪要${run}.txt`, mimeType: "text/plain", buffer: Buffer.from(note, "utf8") },
      { name: `样本新闻${run}.txt`, mimeType: "text/plain", buffer: Buffer.from(news, "utf8") },
    ]);
    const link = (title: string) => page.getByRole("table").getByRole("link", { name: title, exact: true });
    await link(newsTitle).waitFor();
    return (await link(noteTitle).getAttribute("href")) ?? "";
  }
});
