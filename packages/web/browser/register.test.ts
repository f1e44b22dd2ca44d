import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entryKinds } from "@qipan/policy/records/registers";
import { skipReason } from "./browser.ts";
import { unsound } from "./soundness.ts";
import { onStage } from "./stage.ts";

describe("registers and entries", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.page;
  let entered = ""; // address of the entry that a test enters by hand

  test("every register is listed with how many rows each has, and open", async () => {
    const page = await go("/registers");
    assert.equal(await page.locator(".registers > li").count(), entryKinds.length);
    await page.locator(".registers").getByRole("link", { name: "项目" }).click();
    await page.waitForURL(/\/registers\/project/u);
    await page.getByRole("table", { name: "项目" }).waitFor();
  });

  test("a facet narrows the table, stands in the address and can be cleared", async () => {
    const page = await go("/registers/project");
    const total = await page.locator(".register-line [role=status]").textContent();
    await page.getByLabel("阶段").selectOption("=building");
    await page.waitForURL(/where=status/u);
    await page.waitForFunction(
      (before) => document.querySelector(".register-line [role=status]")?.textContent !== before,
      total,
    );
    await page.getByRole("button", { name: "清除筛选" }).click();
    await page.waitForURL((url) => !url.search.includes("where"));
  });

  test("words in the name narrow the table", async () => {
    const page = await go("/registers/project");
    await page.getByRole("searchbox").fill("高速");
    await page.waitForURL(/q=/u);
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".row-title")].every((row) => row.textContent?.includes("高速")),
    );
  });

  test("the head of a column sorts, and says so", async () => {
    const page = await go("/registers/project");
    await page.getByRole("columnheader", { name: "项目" }).getByRole("link").click();
    await page.waitForURL(/sort=title/u);
    await page.locator("th[aria-sort=ascending]").waitFor();
  });

  test("the next rows are fetched on demand", async () => {
    const page = await go("/registers/organisation");
    const before = await page.locator(".row-title").count();
    await page.getByRole("button", { name: /^更多/u }).click();
    await page.waitForFunction((count) => document.querySelectorAll(".row-title").length > count, before);
  });

  test("a register that is not there says so", async () => {
    const page = await go("/registers/nothing");
    await page.getByText("没有名为「nothing」的台账").last().waitFor();
  });

  test("a row is entered by hand on an officer's word; what is missing is said at the field", async () => {
    const page = await go("/registers/event/new");
    await page.getByRole("button", { name: "记入" }).click();
    await page
      .getByRole("alert")
      .getByText(/处要改/u)
      .waitFor();
    assert.equal(await page.getByLabel("事件", { exact: false }).first().getAttribute("aria-invalid"), "true");
    await page.getByLabel("事件").first().fill("样本会商会召开");
    await page.getByLabel("起日").fill("2031-05-06");
    await page.getByLabel("止日").fill("2031-05-06");
    await page.getByLabel("时距").selectOption("day");
    await page.getByLabel("地点").fill("北京市");
    await page.getByLabel("证明人").fill("样本录入员");
    await page.getByLabel("证明什么").fill("样本：到会亲见");
    await page.getByRole("button", { name: "记入" }).click();
    await page.waitForURL(/\/entries\//u);
    entered = new URL(page.url()).pathname;
    await page.getByRole("heading", { level: 1, name: "样本会商会召开" }).waitFor();
    await page.getByText("样本：到会亲见").waitFor();
    await page.locator(".entry-fields").getByText("北京市").waitFor();
  });

  test("a change is saved with its reason and stands in the history with what it changed", async () => {
    const page = await go(entered);
    await page.getByRole("link", { name: "改", exact: true }).click();
    const form = page.getByRole("form", { name: "改这一条" });
    await form.getByLabel("起日").fill("去年");
    await form.getByLabel("原因").fill("样本改日期");
    await form.getByRole("button", { name: "存" }).click();
    await form.getByText("「去年」不是日期").first().waitFor();
    await form.getByLabel("起日").fill("2031-05-07");
    await form.getByLabel("止日").fill("2031-05-07");
    await form.getByRole("button", { name: "存" }).click();
    await page.getByText("已存").waitFor();
    const history = page.getByRole("region", { name: "历史" });
    await history.getByText("第2版").waitFor();
    await history.getByText("样本改日期").waitFor();
    await history.locator(".changes").getByText("2031-05-07").first().waitFor();
  });

  test("when somebody was faster nothing typed is lost, and it is saved on the new version when told to", async () => {
    const mine = await go(`${entered}?panel=change`);
    const form = mine.getByRole("form", { name: "改这一条" });
    await form.getByLabel("说明").fill("我写的说明");
    await form.getByLabel("原因").fill("样本补说明");
    const theirs = await go(`${entered}?panel=change`);
    const other = theirs.getByRole("form", { name: "改这一条" });
    await other.getByLabel("英文").fill("Sample consultation");
    await other.getByLabel("原因").fill("样本补英文");
    await other.getByRole("button", { name: "存" }).click();
    await theirs.getByText("已存").waitFor();
    await form.getByRole("button", { name: "存" }).click();
    await mine.getByText("没有保存：已有人改过这一条").waitFor();
    assert.equal(await form.getByLabel("说明").inputValue(), "我写的说明");
    await mine.getByRole("button", { name: "看过了，在新版上存" }).click();
    await mine.getByText("已存").waitFor();
    await mine.locator(".entry-fields").getByText("我写的说明").waitFor();
    await mine.locator(".entry-fields").getByText("Sample consultation").waitFor();
  });

  test("a row is withdrawn with a reason and restored", async () => {
    const page = await go(entered);
    await page.getByRole("link", { name: "撤回" }).click();
    const form = page.getByRole("form", { name: "撤回这一条" });
    await form.getByRole("button", { name: "撤回" }).click();
    await form.getByText("写两个字以上的原因").waitFor();
    await form.getByLabel("原因").fill("样本撤回");
    await form.getByRole("button", { name: "撤回" }).click();
    await page.getByText("已撤回，可恢复").waitFor();
    await page.getByRole("link", { name: "恢复" }).click();
    const back = page.getByRole("form", { name: "恢复这一条" });
    await back.getByLabel("原因").fill("样本恢复");
    await back.getByRole("button", { name: "恢复" }).click();
    await page.getByText("已恢复").waitFor();
  });

  test("an entry that is not there says so with a heading and a way on", async () => {
    const page = await go("/entries/01a20fc1-0000-7000-8000-000000000000");
    await page.getByRole("link", { name: "回登记" }).waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  });

  test("no violation of axe on table, entry and forms in both languages, and nothing scrolls sideways on a phone", async () => {
    for (const lang of ["zh", "en"])
      for (const path of [
        "/registers",
        "/registers/project",
        "/registers/target",
        "/registers/event/new",
        entered,
        `${entered}?panel=change`,
        `${entered}?panel=withdraw`,
      ])
        assert.deepEqual(await unsound(await go(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`)), [], path);
  });
});
