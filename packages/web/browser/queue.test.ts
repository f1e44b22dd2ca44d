import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { skipReason } from "./browser.ts";
import { unsound } from "./soundness.ts";
import { onStage } from "./stage.ts";

/** A chronicle of our own about a year that no pack has: two dozen happenings, one of them two in one sentence. */
const chronicle = `样本园区纪事（2032.1—2032.12）

样本编号${process.pid}之${Date.now()}。

2032年

${Array.from({ length: 12 }, (_, month) => monthOf(month + 1)).join("\n\n")}
`;

function monthOf(month: number): string {
  return `${month}月

${month}月3日 北京市样本园区第${month}号楼开工。

${month}月${10 + month}日 天津市召开样本园区第${month}次联席会议，河北省样本枢纽第${month}号站台启用。`;
}

describe("the queue of readings", { skip: skipReason }, () => {
  const stage = onStage();
  let queue = ""; // address of the queue, narrowed to the sample; the first test hands it in

  test("a clerk reviews twenty readings by keyboard alone", async () => {
    const page = await stage.page("/documents");
    await page
      .getByLabel("收文件", { exact: true })
      .and(page.locator("input"))
      .setInputFiles({
        name: "样本园区纪事.txt",
        mimeType: "text/plain",
        buffer: Buffer.from(chronicle, "utf8"),
      });
    const line = page.getByRole("list", { name: "正在收" }).getByRole("listitem");
    await line.getByText("读完").waitFor();
    const href = await line.getByRole("link", { name: "打开" }).getAttribute("href");
    const document = /[0-9a-f-]{36}/u.exec(href ?? "")?.[0] ?? assert.fail(`no document in ${href}`);
    queue = `/review?document=${document}`;
    await page.goto(`${stage.address()}${queue}`);
    await page
      .getByText(/待审\d+条/u)
      .first()
      .waitFor();
    const before = await pendingOf(page, document);
    assert.ok(before >= 24, `${before} readings wait`);
    await page.keyboard.press("j");
    for (let done = 0; done < 20; done += 1) await decide(page, done);
    await page.waitForTimeout(300);
    assert.equal(await pendingOf(page, document), before - 20);
  });

  test("S cuts a reading at a pause, U brings it back", async () => {
    const page = await stage.page(`${queue}&sort=place`);
    await page.keyboard.press("j");
    await titled(page);
    const title = await titleOf(page);
    await page.getByRole("button", { name: "分条" }).press("s");
    const cuts = page.getByRole("group", { name: "分成几条" });
    await cuts.waitFor();
    if ((await cuts.getByRole("button", { name: /前断开/u }).count()) === 0) {
      await page.keyboard.press("Escape"); // a sentence without a pause: the next one has one
      await page.keyboard.press("j");
      await page.waitForFunction((held) => document.querySelector(".review-title")?.textContent !== held, title);
      await page.getByRole("button", { name: "分条" }).press("s");
    }
    await cuts
      .getByRole("button", { name: /前断开/u })
      .first()
      .press("Enter");
    await cuts.getByRole("button", { name: /分成2条/u }).press("Enter");
    await page.getByText(/已分成2条/u).waitFor();
    await page.getByRole("button", { name: "撤回", exact: true }).first().press("Enter");
    await page.getByText(/已撤回对/u).waitFor();
  });

  test("a batch shows what would become and a sample before anything is done", async () => {
    const page = await stage.page(`${queue}&type=event`);
    const look = page.getByRole("button", { name: /先看收录\d+条会怎样/u });
    await look.click();
    await page.getByText(/抽看\d+条/u).waitFor();
    await page.getByRole("button", { name: "照此收录" }).click();
    await page.getByText(/已决定：/u).waitFor();
  });

  test("the page is sound with a reading chosen and without", async () => {
    const page = await stage.page("/review");
    await page
      .getByText(/待审\d+条|没有待审/u)
      .first()
      .waitFor();
    assert.deepEqual(await unsound(page), []);
    await page.setViewportSize({ width: 1440, height: 800 });
    await page.keyboard.press("j");
    await titled(page);
    assert.deepEqual(await unsound(page), []);
  });
});

/** Every fourth reading is turned down by the first of the usual reasons, the others are accepted as they are proposed. */
async function decide(page: Page, at: number): Promise<void> {
  await titled(page);
  const title = await titleOf(page);
  const before = new URL(page.url()).searchParams.get("reading");
  if (at % 4 === 3) {
    await page.getByRole("button", { name: "不收" }).waitFor();
    await page.keyboard.press("x");
    await page.getByRole("list", { name: "常用的原因" }).waitFor();
    await page.keyboard.press("1");
    await page.getByText(`「${title}」不收，可撤回`).waitFor();
  } else {
    await page.getByRole("button", { name: "收录", exact: true }).waitFor();
    await page.keyboard.press("a");
    await page.getByText(`已收录「${title}」，可撤回`).waitFor();
  }
  await page.waitForFunction((held) => new URL(location.href).searchParams.get("reading") !== held, before);
}

async function titled(page: Page): Promise<void> {
  await page.locator(".review-title").waitFor();
}

async function titleOf(page: Page): Promise<string> {
  return (await page.locator(".review-title").innerText()).trim();
}

async function pendingOf(page: Page, document: string): Promise<number> {
  const answer = await page.request.get(new URL(`/api/documents/${document}`, page.url()).href);
  return ((await answer.json()) as { pendingCount: number }).pendingCount;
}
