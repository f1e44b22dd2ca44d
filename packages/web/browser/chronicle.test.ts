import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { skipReason } from "./browser.ts";
import { unsound } from "./soundness.ts";
import { onStage } from "./stage.ts";

describe("the chronicle", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.page;

  test("a year is chosen on the rail and stands in the address", async () => {
    const page = await go("/chronicle");
    await page
      .getByRole("navigation", { name: "年份" })
      .getByRole("link", { name: /^2014年/u })
      .click();
    await page.waitForURL(/year=2014/u);
    await page.getByRole("heading", { level: 1, name: "纪事 二〇一四年" }).waitFor({ state: "attached" });
    await page.getByRole("region", { name: /^二月/u }).waitFor();
  });

  test("an event of the same day as the one above says 同日, and speech gets the day in full", async () => {
    const page = await go("/chronicle?year=2014");
    const first = page.locator("time.carried", { hasText: "同日" }).first();
    await first.waitFor();
    assert.match((await first.textContent()) ?? "", /2014-\d{2}-\d{2}/u);
  });

  test("a field narrows the year, by link and back again", async () => {
    const page = await go("/chronicle?year=2014");
    const all = await page.locator(".event").count();
    const fields = page.locator(".chronicle-side").getByRole("navigation", { name: "领域" });
    await fields.getByRole("link", { name: /^生态/u }).click();
    await page.waitForURL(/domain=ecology/u);
    await fields.getByRole("link", { name: /^生态/u }).and(page.locator("[aria-current]")).waitFor();
    await page.waitForFunction((before) => document.querySelectorAll(".event").length < before, all);
    assert.ok((await page.locator(".event").count()) > 0);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes("domain"));
  });

  test("an event leads to its entry, and the entry back to the year", async () => {
    const page = await go("/chronicle?year=2014");
    const title = page.locator(".event-link").first();
    const words = await title.textContent();
    await title.click();
    await page.waitForURL(/\/entries\//u);
    await page.getByRole("heading", { level: 1, name: words ?? "" }).waitFor();
    await page.getByRole("link", { name: "在纪事里看" }).click();
    await page.waitForURL(/\/chronicle\?year=2014/u);
  });

  test("the chip of a sentence opens the reader at it", async () => {
    const page = await go("/chronicle?year=2019");
    await page.getByRole("link", { name: /^原句/u }).first().click();
    await page.waitForURL(/\/documents\/.+sel=p\d+\.s\d+/u);
    await page.locator(".s.sel mark").first().waitFor();
  });

  test("the year can be taken away as a table of exactly its rows", async () => {
    const page = await go("/chronicle?year=2019");
    const shown = await page.locator(".event").count();
    const href = await page.getByRole("link", { name: /CSV$/u }).getAttribute("href");
    const text = await page.evaluate(async (address) => (await fetch(address ?? "")).text(), href);
    assert.match(text, /2019/u);
    assert.ok(text.trim().split("\n").length > shown, "a head and a line an event, at least");
  });

  test("printed, the page is the book alone", async () => {
    const page = await go("/chronicle?year=2014");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".years").isVisible(), false);
    assert.equal(await page.locator(".chronicle-side").isVisible(), false);
    assert.equal(await page.locator(".book").isVisible(), true);
  });

  test("a year without events says that nothing is held", async () => {
    const page = await go("/chronicle?year=1901");
    await page.getByText("这一年没有收录的事").waitFor();
  });

  test("no violation of axe in both languages, on a desk and on a phone, and nothing scrolls sideways", async () => {
    for (const lang of ["zh", "en"]) assert.deepEqual(await unsound(await go(`/chronicle?year=2014&lang=${lang}`)), []);
  });
});
