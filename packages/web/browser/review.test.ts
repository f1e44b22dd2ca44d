import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { skipReason } from "./browser.ts";
import { sampleFile } from "./sample-file.ts";
import { unsound } from "./soundness.ts";
import { onStage } from "./stage.ts";

describe("reading and reviewing a document", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.page;
  let sample = ""; // address of the sample in the reader; the first test hands it in
  let figures = ""; // address of the sample of figures; the first test of figures hands it in

  test("a file is handed in, read with progress and opened", async () => {
    const page = await go("/documents");
    await page.getByLabel("收文件", { exact: true }).and(page.locator("input")).setInputFiles(sampleFile);
    const line = page.getByRole("list", { name: "正在收" }).getByRole("listitem");
    await line.getByText("读完").waitFor();
    await page
      .getByRole("table")
      .getByRole("link", { name: /样本协同纪事/u })
      .first()
      .waitFor();
    await line.getByRole("link", { name: "打开" }).click();
    await page.getByRole("article", { name: "正文" }).getByText("样本园区一期工程开工").waitFor();
    sample = new URL(page.url()).pathname;
  });

  test("an empty file is refused with what to do, and the page stays", async () => {
    const page = await go("/documents");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "空.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) });
    const line = page.getByRole("list", { name: "正在收" }).getByRole("listitem");
    await line.getByText("文件是空的").waitFor();
    await line.getByRole("button", { name: "收起" }).click();
    await line.waitFor({ state: "detached" });
  });

  test("the repaired text joins a broken line and the text as received keeps it", async () => {
    const page = await openSample();
    const paper = page.getByRole("article", { name: "正文" });
    await paper.getByText("三个实验室", { exact: false }).waitFor();
    await page.getByRole("radio", { name: "原文" }).click();
    await page.waitForURL(/view=raw/u);
    assert.match((await paper.innerText()) ?? "", /三个实验\n室/u);
  });

  test("a sentence is pressed, is in the address, and is found there again", async () => {
    const page = await openSample();
    await page.getByRole("link", { name: "第5段第1句" }).click();
    await page.waitForURL(/sel=p5\.s1/u);
    await page.reload();
    await page.locator("[data-address='p5.s1'].sel mark").first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-address")), "p5.s1");
    await page.getByText("从这一句读出").waitFor();
  });

  test("letters review: J goes on, A accepts and moves on, U takes it back", async () => {
    const page = await openSample();
    await page.keyboard.press("j");
    await page.waitForURL(/reading=/u);
    const title = await titleOf(page);
    await page.getByRole("button", { name: "收录", exact: true }).waitFor();
    await page.keyboard.press("a");
    await page.getByText(`已收录「${title}」，可撤回`).waitFor();
    await page.waitForFunction((before) => document.querySelector(".review-title")?.textContent !== before, title);
    await page.getByRole("button", { name: "撤回", exact: true }).click();
    await page.getByText(`已撤回对「${title}」的决定`).waitFor();
    assert.equal(await titleOf(page), title);
    await page.getByRole("button", { name: "收录", exact: true }).waitFor();
  });

  test("letters do nothing inside a field; rejecting asks for a reason", async () => {
    const page = await openSample();
    await page.keyboard.press("j");
    await page.getByRole("button", { name: "不收" }).waitFor();
    const title = await titleOf(page);
    await page.keyboard.press("x");
    const reason = page.getByRole("textbox", { name: "不收，因为" });
    await reason.pressSequentially("a");
    assert.equal(await reason.inputValue(), "a");
    await page.keyboard.press("Enter");
    await page.getByText("写两个字以上的原因").waitFor();
    await reason.fill("样本不入台账");
    await page.keyboard.press("Enter");
    await page.getByText(`「${title}」不收，可撤回`).waitFor();
  });

  test("g and m go to another page and merge nothing", async () => {
    const page = await openSample();
    await page.keyboard.press("j");
    await page.waitForURL(/reading=/u);
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.waitForURL(/\/monitoring/u);
  });

  test("a reading is edited before it is accepted; what is wrong is said at the field", async () => {
    const page = await openSample();
    await selectPending(page);
    await page.getByRole("button", { name: "改", exact: true }).waitFor();
    await page.keyboard.press("e");
    const form = page.getByRole("form", { name: "改好再收录" });
    await form.getByLabel("起日").fill("2031-02-30");
    await form.getByRole("button", { name: "按此收录" }).click();
    await form.getByText("「2031-02-30」不是日期").first().waitFor();
    assert.equal(await form.getByLabel("起日").getAttribute("aria-invalid"), "true");
    await form.getByLabel("起日").fill("2031-02-03");
    await form.getByLabel("止日").fill("2031-02-03");
    await form.getByLabel("事件").fill("样本枢纽站启用（改）");
    await form.getByRole("button", { name: "按此收录" }).click();
    await page.getByText(/已收录「.+」，可撤回/u).waitFor();
  });

  test("the whole document is accepted after saying what would happen; entry and sentence lead to each other", async () => {
    const page = await openSample();
    await page.getByRole("button", { name: /先看收录待审/u }).click();
    await page
      .getByText(/并入\d+，新立\d+，留下\d+/u)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "照此收录" }).click();
    await page.getByText(/已收录：并入\d+，新立\d+/u).waitFor();
    await page.locator("[data-address='p7.s1'], [data-address='p6.s1']").last().waitFor();
    await page.getByRole("link", { name: "第6段第1句" }).click();
    await page.getByText("立在这一句上的条目").waitFor();
    await page.locator(".reader-panel .block a").first().click();
    await page.waitForURL(/\/entries\//u);
    await page.getByRole("link", { name: "到原文" }).click();
    await page.waitForURL(/\/documents\/.+sel=p6\.s1/u);
    await page.locator("[data-address='p6.s1'] mark").first().waitFor();
  });

  test("a figure that is not completed keeps waiting: Esc leaves the form, letters work again", async () => {
    const page = await openFigure();
    await page.keyboard.press("e");
    const form = page.getByRole("form", { name: "补齐这个数再收录" });
    await form.getByLabel("数值").fill("三");
    assert.deepEqual(await unsound(page), []);
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await page.keyboard.press("e");
    assert.equal(await form.getByLabel("数值").inputValue(), "");
  });

  test("a figure that the catalogue cannot name is completed with an indicator and stands on its page", async () => {
    const page = await openFigure();
    await page.getByText("指标目录里没有这个名字").waitFor();
    await page.keyboard.press("e");
    const form = page.getByRole("form", { name: "补齐这个数再收录" });
    const indicator = form.getByLabel("指标");
    await page.keyboard.press("Enter");
    await form.getByText("不能空着").waitFor();
    assert.equal(await indicator.getAttribute("aria-invalid"), "true");
    await indicator.fill("无水港");
    await form.getByRole("button", { name: "按此收录" }).click();
    await form.getByText("句中单位与指标不同，写上数").waitFor();
    await page.waitForFunction(
      (value) => document.activeElement === value,
      await form.getByLabel("数值").elementHandle(),
    );
    await indicator.fill("社会消费品零售总额");
    await form.getByText("收录为 12,000 亿元").waitFor();
    assert.equal(await form.getByLabel("地区").inputValue(), "120000");
    assert.equal(await form.getByLabel("首日").inputValue(), "2031-01-01");
    await form.getByLabel("数值").press("Enter");
    await page.getByText(/已收录「.*样本经济盘子」，可撤回/u).waitFor();
    await page.goto(`${stage.address()}/monitoring/retail-sales?asof=2031-12-31`);
    await page.getByRole("main").getByText("12,000", { exact: true }).first().waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "撤回", exact: true }).click();
    await page.getByText(/已撤回对「.*样本经济盘子」的决定/u).waitFor();
  });

  test("on a phone the panel is a page with a way back", async () => {
    const page = await openSample({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await page.locator("a.gloss").first().click();
    await page.getByRole("button", { name: "回到正文" }).waitFor();
    assert.equal(await page.getByRole("article", { name: "正文" }).isVisible(), false);
    await page.getByRole("button", { name: "回到正文" }).click();
    await page.getByRole("article", { name: "正文" }).waitFor();
  });

  test("reader and panel have no violation of axe in both languages", async () => {
    for (const lang of ["zh", "en"]) {
      const page = await go(`${sample}?lang=${lang}`);
      assert.deepEqual(await unsound(page), []);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.locator("a.gloss").first().click();
      await page.locator(".review-title").waitFor();
      assert.deepEqual(await unsound(page), []);
    }
  });

  async function openFigure(): Promise<Page> {
    const page = await go(figures || "/documents");
    if (!figures) {
      await page.locator("input[type=file]").setInputFiles(figureFile());
      await page.getByRole("list", { name: "正在收" }).getByRole("link", { name: "打开" }).click();
    }
    await page.getByRole("article", { name: "正文" }).getByText("样本经济盘子").waitFor();
    figures = new URL(page.url()).pathname;
    await page.getByRole("link", { name: "第4段第1句" }).click();
    await page
      .locator(".reader-panel")
      .getByRole("link", { name: /样本经济盘子/u })
      .click();
    await page.getByRole("button", { name: "改", exact: true }).waitFor();
    return page;
  }

  async function openSample(options: object = {}): Promise<Page> {
    assert.notEqual(sample, "", "the sample was handed in by the first test");
    const page = await go(sample, options);
    await page.getByRole("article", { name: "正文" }).waitFor();
    return page;
  }
});

/** A figure of our own with an indicator that no catalogue names; another text at every run, as a server may keep running. */
function figureFile(): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const text = `样本数字（2031年）\n\n样本编号${process.pid}之${Date.now()}。\n\n2031年\n\n2031年，天津市样本经济盘子为1.2万亿元。\n`;
  return { name: "样本数字.txt", mimeType: "text/plain", buffer: Buffer.from(text, "utf8") };
}

async function titleOf(page: Page): Promise<string> {
  return (await page.locator(".review-title").textContent()) ?? "";
}

async function selectPending(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^事件，.+条待审$/u })
    .last()
    .click();
  await page.getByRole("button", { name: "收录", exact: true }).waitFor();
}
