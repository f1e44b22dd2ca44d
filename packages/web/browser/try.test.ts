import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { skipReason, unmarked } from "./browser.ts";
import { unsound } from "./soundness.ts";
import { onStage } from "./stage.ts";

describe("trying to read a text", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.page;

  test("what is typed is read at once: marks in the sentence, mentions, a reading with its fields", async () => {
    const page = await go("/try");
    await page.getByText("还没有文字").waitFor();
    await page.getByLabel("要读的文字").fill("2023年，合肥市新增公园绿地约120公顷。");
    const row = page.locator(".tried-row");
    await row.waitFor();
    await row.locator(".tried-sheet .sp-date").getByText("2023年").waitFor();
    await row.locator(".tried-sheet .sp-num").first().waitFor();
    const mentions = await row.locator(".tried-mentions").innerText();
    assert.match(mentions, /≈ 120 公顷/u);
    assert.match(mentions, /合肥市 340100/u);
    assert.match(await row.locator(".tried-reading").first().innerText(), /明示/u);
    await page.getByText(/^1句，提及\d+处，读出\d+条/u).waitFor();
  });

  test("the day of the document dates bare words, and the mention says on what it leans", async () => {
    const page = await go("/try");
    await page.getByLabel("要读的文字").fill("今年新增公园绿地120公顷。");
    await page.getByLabel("成文日").fill("2021-06-30");
    await page.locator(".tried-mentions").getByText("依成文日「2021-06-30」").waitFor();
    assert.match(await page.locator(".tried-mentions").innerText(), /2021/u);
    await page.getByLabel("成文日").fill("2021-13-01");
    await page.getByText("「2021-13-01」不是日期").waitFor();
  });

  for (const name of ["统计公报", "工作报告", "会议纪要", "大事记"])
    test(`the example ${name} gives readings; the address keeps nothing of the text`, async () => {
      const page = await go("/try");
      await page.getByRole("button", { name, exact: true }).click();
      await page.locator(".tried-reading").first().waitFor();
      assert.equal(new URL(page.url()).search, "");
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), await storedAtStart());
    });

  test("what was looked at and left is told with the reason", async () => {
    const page = await go("/try");
    await page.getByLabel("要读的文字").fill("2023年2月30日，全市新增绿地120公顷。");
    await page.getByText(/^看过而未取\d+处/u).click();
    await page.locator(".tried-refusals").getByText("历法上没有这一天").waitFor();
  });

  test("sentences without readings are left out on demand", async () => {
    const page = await go("/try");
    await page.getByLabel("要读的文字").fill("春风和煦。2019年6月26日，某城际铁路开工。");
    await page.locator(".tried-row").nth(1).waitFor();
    await page.getByRole("radio", { name: "有读出的" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".tried-row").length === 1);
  });

  test("a text file is opened, in GB 18030 too; another file is refused with what to do instead", async () => {
    const page = await go("/try");
    const choose = page.locator("input[type=file]");
    const gb = Buffer.from("bdf1c4ead0c2d4f6c2ccb5d8313230b9abc7eaa1a3", "hex"); // 今年新增绿地120公顷。
    await choose.setInputFiles({ name: "样本.txt", mimeType: "text/plain", buffer: gb });
    await page.locator(".tried-sheet").getByText("今年").waitFor();
    const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]);
    await choose.setInputFiles({ name: "样本.docx", mimeType: "application/zip", buffer: zip });
    await page.getByText("「样本.docx」不是文本文件").waitFor();
    assert.equal(await page.getByLabel("要读的文字").inputValue(), "今年新增绿地120公顷。");
  });

  test("hostile text is text", async () => {
    const { page, faults } = await stage.open("/try");
    await page.getByLabel("要读的文字").fill("<img src=x onerror=alert(1)>2023年《<b>名</b>》新增{{1}}家。");
    await page.locator(".tried-sheet").getByText("<img src=x onerror=alert(1)>").waitFor();
    assert.equal(await page.locator(".tried-rows img, .tried-rows b:not(.review-top b)").count(), 0);
    assert.deepEqual(faults, []);
  });

  test("more than is read at once is not sent, and the page says how much there is", async () => {
    const page = await go("/try");
    let asked = 0;
    page.on("request", (request) => (request.url().includes("/api/try") ? (asked += 1) : 0));
    await page.getByLabel("要读的文字").fill("三".repeat(200_001));
    await page.getByText("共200,001字，一次最多读200,000字").waitFor();
    await page.waitForTimeout(600);
    assert.equal(asked, 0);
  });

  test("a refusal of the server is told in the words of the page; the text stays and is read again", async () => {
    const page = await go("/try");
    const problem = { type: "about:blank", title: "x", status: 503, code: "timed-out", detail: "x" };
    await page.route("**/api/try", (route) =>
      route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) }),
    );
    await page.getByLabel("要读的文字").fill("2023年新增绿地120公顷。");
    await page.getByRole("alert").getByText("读得太久").waitFor();
    await page.unroute("**/api/try");
    await page.getByRole("button", { name: "再取一次" }).click();
    await page.locator(".tried-row").waitFor();
  });

  test("the words of a reading are washed while it is looked at", async () => {
    const page = await go("/try");
    await page.getByRole("button", { name: "大事记", exact: true }).click();
    const reading = page.locator(".tried-reading").first();
    await reading.waitFor();
    await reading.locator("summary").focus();
    await page.locator(".tried-sheet mark").first().waitFor();
  });

  for (const scheme of ["light", "dark"] as const)
    test(`no violation of axe, nothing unsaid in English, nothing scrolls sideways, ${scheme}`, async () => {
      for (const [lang, name] of [
        ["zh", "工作报告"],
        ["en", "Minutes"],
        ["en", "Statistical bulletin"],
      ] as const) {
        const page = await go(`/try?lang=${lang}`, { colorScheme: scheme });
        assert.deepEqual(await unsound(page), []);
        await page.getByRole("button", { name, exact: true }).click();
        await page.locator(".tried-reading").first().waitFor();
        await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
        if (lang === "en") assert.deepEqual(await page.evaluate(unmarked), []);
        assert.deepEqual(await unsound(page), []);
      }
    });

  /** What the app itself keeps, the theme for example. */
  async function storedAtStart(): Promise<number> {
    const page = await go("/try");
    return page.evaluate(() => localStorage.length + sessionStorage.length);
  }
});
