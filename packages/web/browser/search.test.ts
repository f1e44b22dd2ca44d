import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { skipReason } from "./browser.ts";
import { unsound } from "./soundness.ts";
import { onStage } from "./stage.ts";

describe("search and the list of documents", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.page;

  test("words are found in entries and sentences and marked where they stand", async () => {
    const page = await go("/search");
    await page.getByRole("searchbox", { name: "找句与条目" }).fill("雄安");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=/u);
    await page.getByRole("region", { name: "条目" }).locator("mark").first().waitFor();
    assert.equal(await page.locator("mark").first().textContent(), "雄安");
  });

  test("a sentence found opens the reader at it", async () => {
    const page = await go("/search?q=京张高铁&scope=sentences");
    await page.getByRole("region", { name: "原句" }).getByRole("link").first().click();
    await page.waitForURL(/\/documents\/.+sel=p\d+\.s\d+/u);
    await page.locator(".s.sel").waitFor();
  });

  test("a kind narrows what is found", async () => {
    const page = await go("/search?q=通州");
    await page.getByRole("navigation", { name: "种类" }).getByRole("link", { name: /^项目/u }).click();
    await page.waitForURL(/kind=project/u);
    await page.getByRole("navigation", { name: "种类" }).locator("[aria-current]").waitFor();
  });

  test("nothing found is said as not held, with what to do", async () => {
    const page = await go("/search?q=绝无此词壬癸");
    await page.getByText("没有收录含「绝无此词壬癸」的句或条目").waitFor();
    await page.getByRole("link", { name: "补入文件" }).waitFor();
  });

  test("a search that fails says so and can be made again", async () => {
    const page = await go("/search");
    await page.route("**/api/search*", (route) => route.abort());
    await page.getByRole("searchbox").fill("雄安");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/search*");
    await page.getByRole("button", { name: "再取一次" }).click();
    await page.locator("mark").first().waitFor();
  });

  test("the list of documents is narrowed by words and leads to the reader", async () => {
    const page = await go("/documents");
    await page.getByRole("searchbox").fill("监测");
    await page.waitForURL(/q=/u);
    await page.getByRole("table", { name: "文件" }).getByRole("link").first().click();
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/u);
  });

  test("a document that is not held says so with a heading and the way back", async () => {
    const page = await go("/documents/01a20fc1-0000-7000-8000-000000000000");
    await page.getByRole("link", { name: "回文件列表" }).click();
    await page.waitForURL(/\/documents$/u);
  });

  test("no violation of axe in both languages, and nothing scrolls sideways on a phone", async () => {
    for (const lang of ["zh", "en"])
      for (const path of ["/search", "/search?q=通州", "/search?q=zzzz", "/documents", "/documents?q=zzzz"])
        assert.deepEqual(await unsound(await go(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`)), [], path);
  });
});
