import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { skipReason } from "./browser.ts";
import { onStage } from "./stage.ts";

describe("what pages do", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.open;

  test("Ctrl K finds an entry by its words and Enter opens it", async () => {
    const { page } = await go("/");
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("通州");
    await page.locator("[role=option]", { hasText: "通州" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/(entries|documents|search)/u);
  });

  test("Esc closes the palette and gives the focus back", async () => {
    const { page } = await go("/");
    await page.locator(".find").click();
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.className), "find");
  });

  test("another day is in the address, tints the bar and leads back", async () => {
    const { page } = await go("/");
    await page.locator(".asof-open").click();
    await page.getByRole("textbox").first().fill("2018-12-11");
    await page.keyboard.press("Enter");
    await page.waitForURL(/asof=2018-12-11/u);
    await page.locator(".asof.past").waitFor();
    await page.locator(".rail a[href^='/monitoring']").click();
    await page.waitForURL(/monitoring\?asof=2018-12-11/u);
    await page.getByRole("link", { name: "回到今日" }).click();
    await page.locator(".asof:not(.past)").waitFor();
    assert.ok(!page.url().includes("asof"));
    await page.goBack();
    await page.waitForURL(/asof=2018-12-11/u);
  });

  test("what is not a day is said beside the field and the page stays", async () => {
    const { page } = await go("/");
    await page.locator(".asof-open").click();
    await page.getByRole("textbox").first().fill("2018-13-01");
    assert.match((await page.locator(".field-wrong").textContent()) ?? "", /2018-13-01/u);
    await page.keyboard.press("Enter");
    assert.ok(!page.url().includes("asof"));
  });

  test("stones are one stop for the tab key and move by arrows; Enter opens the entry", async () => {
    const { page } = await go("/");
    assert.equal(await page.locator("[data-stone][tabindex='0']").count(), 1);
    await page.locator("[data-stone][tabindex='0']").focus();
    const first = await page.evaluate(() => document.activeElement?.getAttribute("data-stone"));
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate(() => document.activeElement?.getAttribute("data-stone"));
    assert.notEqual(first, second);
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/entries/${second}`, "u"));
  });

  test("the number of an indicator leads to its evidence", async () => {
    const { page } = await go("/");
    await page.locator(".ind .v").first().click();
    await page.waitForURL(/monitoring\/.+sel=/u);
    await page.locator(".chosen .src").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.closest(".chosen") !== null), true);
    await page.keyboard.press("Escape");
    await page.locator(".chosen").waitFor({ state: "detached" });
  });

  test("the chart is stepped through by keys and Enter shows the evidence", async () => {
    const { page } = await go("/monitoring/population");
    await page.locator(".chart-steps").focus();
    await page.keyboard.press("ArrowLeft");
    const read = await page.locator(".chart-read").textContent();
    await page.keyboard.press("ArrowLeft");
    assert.notEqual(await page.locator(".chart-read").textContent(), read);
    await page.keyboard.press("Enter");
    await page.locator(".chosen .src").waitFor();
  });

  test("language and theme hold on the next page", async () => {
    const { page } = await go("/");
    await page.getByRole("radio", { name: "English" }).click();
    await page.waitForURL(/lang=en/u);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await page.getByRole("button", { name: "Switch to dark" }).click();
    await page.goto(`${stage.address()}/monitoring`);
    await page.getByRole("heading", { name: "Indicators" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset["theme"]), "dark");
  });

  test("g and a letter go to a module, but not from inside a field", async () => {
    const { page } = await go("/");
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.waitForURL(/\/monitoring$/u);
    await page.locator(".filter-words").fill("gb");
    assert.match(page.url(), /monitoring\?q=gb/u);
  });

  test("a request that fails says so, keeps the address and can be made again", async () => {
    const { page } = await go("/monitoring");
    await page.route("**/api/board*", (route) => route.abort());
    await page.locator(".rail a[href='/']").last().click();
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/board*");
    await page.getByRole("button", { name: "再取一次" }).click();
    await page.locator(".goban").waitFor();
  });

  test("the skip link leads to the content", async () => {
    const { page } = await go("/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
  });

  test("an unknown indicator says that it is not held", async () => {
    const { page } = await go("/monitoring/no-such-indicator");
    await page.locator(".state.empty").waitFor();
  });
});
