import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { skipReason, unmarked } from "./browser.ts";
import { unsound } from "./soundness.ts";
import { onStage } from "./stage.ts";

const run = `${process.pid}${Date.now() % 100_000}`; // other titles at every run, as a server may keep running
const upperTitle = `样本${run}区域协同规划纲要`;
const lowerTitle = `天津市贯彻落实《${upperTitle}》实施方案`;

const upperText = `${upperTitle}

2020年3月1日

一、交通一体化

（一）城际铁路

加快建设城际铁路，形成一小时通勤圈。

（二）公路网络

打通跨省界断头路，完善高速公路网络。

二、水资源保护

建立流域上下游横向生态补偿机制。
`;

const lowerText = `${lowerTitle}

2020年6月1日

为贯彻落实《${upperTitle}》，结合天津市实际，制定本方案。

一、城际铁路

加快城际铁路建设，形成一小时通勤圈。

二、公路网络

打通断头路，完善高速公路网络。

三、港口与航运

建设样本航运枢纽，提升集装箱吞吐能力。
`;

describe("clauses against clauses, schemes compared, corrections", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.page;
  let [upper, lower] = ["", ""]; // addresses of the two documents; the first test hands them in

  test("a scheme is compared with the outline that its card names", async () => {
    await handIn();
    const page = await go(`${lower}/card`);
    await page.getByRole("link", { name: "条款对应" }).click();
    await page.waitForURL(/\/clauses/u);
    await page.getByRole("link", { name: upperTitle, exact: true }).first().waitFor();
    await page.getByText(/^上位4条，有承接0，无承接4；下位3条/u).waitFor();
    assert.equal(await page.locator(".clause-table tbody tr").count(), 4);
  });

  test("J goes to a likely pair, Enter links it and the next has the focus; a link is taken back with a reason", async () => {
    const page = await go(`${lower}/clauses`);
    await page.locator("button[data-suggestion]").first().waitFor();
    const before = await page.locator("button[data-suggestion]").count();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByText(/^已对应：「城际铁路」承接/u).waitFor();
    await page.waitForFunction((count) => document.querySelectorAll("button[data-suggestion]").length < count, before);
    await page.waitForFunction(() => document.activeElement?.matches("button[data-suggestion], [data-counts]"));
    await page.getByText(/上位4条，有承接2，无承接2/u).waitFor(); // the part that holds the clause counts as served
    await page.getByRole("button", { name: /^取消对应/u }).click();
    const form = page.getByRole("form", { name: /^取消/u });
    await form.getByRole("button", { name: "取消对应" }).click();
    await form.getByText("写两个字以上的原因").waitFor();
    await form.getByLabel("原因").fill("样本取消");
    await form.getByRole("button", { name: "取消对应" }).click();
    await page.getByText("已取消，历史里还在").waitFor();
    await page.getByText(/上位4条，有承接0/u).waitFor();
  });

  test("two clauses are linked by hand, beginning from one that stands alone", async () => {
    const page = await go(`${lower}/clauses`);
    const orphans = page.getByRole("region", { name: /^无上位依据/u });
    await orphans.getByRole("button", { name: /港口与航运/u }).click();
    const form = page.getByRole("form", { name: "手工对应" });
    await page.waitForFunction(() => document.activeElement?.tagName === "SELECT");
    await form.getByRole("button", { name: "对应" }).click();
    await form.getByText("上位、下位各选一条").waitFor();
    await form.getByLabel("上位条款").selectOption({ label: "2 水资源保护" });
    await form.getByLabel("原因").fill("样本手工对应");
    await form.getByRole("button", { name: "对应" }).click();
    await page.getByText("已对应：「港口与航运」承接「水资源保护」").waitFor();
    await page.locator(".clause-table").getByText("因为样本手工对应").waitFor();
    assert.equal(await orphans.getByRole("listitem").count(), 2);
  });

  test("the matrix shows which clause the scheme serves and narrows to the gaps", async () => {
    const page = await go(`${upper}/schemes`);
    await page.getByText("4条，方案1份；有方案未承接的3条").waitFor();
    await page
      .getByRole("region")
      .getByRole("link", { name: /港口与航运/u })
      .waitFor();
    await page.getByRole("radio", { name: "只看有缺的" }).click();
    await page.waitForURL(/show=gaps/u);
    assert.equal(await page.getByRole("cell", { name: "未承接" }).count(), 3);
  });

  test("without an upper document it says what is needed, and one is found by its name", async () => {
    const page = await go(`${upper}/clauses`);
    await page.getByText("没有读出上位文件").waitFor();
    await page.getByRole("searchbox").fill(lowerTitle);
    await page.getByRole("link", { name: lowerTitle }).click();
    await page.waitForURL(/upper=/u);
    await page.locator(".clause-table").waitFor();
  });

  test("a correction is reported from the sentence; once accepted the reader marks it", async () => {
    const page = await go(`${lower}?sel=p5.s1`);
    await page.getByRole("link", { name: "提一条勘误" }).click();
    await page.waitForURL(/erratum\/new/u);
    await page.waitForFunction(
      (title) => [...document.querySelectorAll("input")].some(({ value }) => value === title),
      lowerTitle,
    );
    assert.equal(await page.getByLabel("地址").inputValue(), "p5.s1");
    await page.getByLabel("勘误", { exact: false }).first().fill("样本勘误");
    await page.getByLabel("误", { exact: true }).fill("一小时");
    await page.getByLabel(/^正/u).fill("半小时");
    await page.getByLabel("理由").fill("样本理由");
    await page.getByLabel("状态").selectOption("accepted");
    await page.getByLabel("证明人").fill("样本录入员");
    await page.getByLabel("证明什么").fill("样本：与印本核对");
    await page.getByRole("button", { name: "记入" }).click();
    await page.waitForURL(/\/entries\//u);
    await page.getByRole("link", { name: lowerTitle }).click();
    await page.getByTitle("勘误：「一小时」当作「半小时」").waitFor();
    await page.getByRole("link", { name: "第5段第1句" }).click();
    await page.getByText("这一句的勘误").waitFor();
  });

  test("no violation of axe in both languages, nothing unsaid in English, nothing scrolls sideways on a phone", async () => {
    for (const path of [`${lower}/clauses`, `${upper}/clauses`, `${upper}/schemes`, `${lower}?sel=p5.s1`]) {
      for (const lang of ["zh", "en"]) {
        const page = await go(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
        if (lang === "en" && !path.includes("sel=")) assert.deepEqual(await page.evaluate(unmarked), [], path);
        assert.deepEqual(await unsound(page), [], path);
      }
    }
  });

  async function handIn(): Promise<void> {
    const page = await go("/documents");
    await page.locator("input[type=file]").setInputFiles([
      { name: `样本纲要${run}.txt`, mimeType: "text/plain", buffer: Buffer.from(upperText, "utf8") },
      { name: `样本方案${run}.txt`, mimeType: "text/plain", buffer: Buffer.from(lowerText, "utf8") },
    ]);
    upper = await addressOf(page, upperTitle);
    lower = await addressOf(page, lowerTitle);
  }

  async function addressOf(page: Page, title: string): Promise<string> {
    const link = page.getByRole("table").getByRole("link", { name: title, exact: true });
    return (await link.getAttribute("href")) ?? "";
  }
});

describe("places", { skip: skipReason }, () => {
  const stage = onStage();
  const go = stage.page;

  test("on a day inside the year of the change it cannot be told which", async () => {
    const page = await go("/places/110118?asof=2015-06-15");
    await page.getByText(/不能判断是哪一个/u).waitFor();
    assert.equal(await page.locator(".place-then li").count(), 2);
  });

  test("before it the older name stands, with its evidence one press away", async () => {
    const page = await go("/places/110118?asof=2010-01-01");
    await page.locator(".place-then").getByText("密云县").waitFor();
    await page.getByRole("link", { name: "看「密云县」的条目与依据" }).first().click();
    await page.waitForURL(/\/entries\//u);
    await page.locator(".entry-fields").getByRole("link", { name: "密云区" }).click();
    await page.waitForURL(/\/places\/110118/u);
  });

  test("another name is added with the place filled in", async () => {
    const page = await go("/places/110118");
    await page.getByRole("link", { name: "加一个别名" }).click();
    await page.waitForURL(/alias\/new/u);
    await page.waitForFunction(() => [...document.querySelectorAll("input")].some(({ value }) => value === "密云区"));
  });

  test("registers and search are asked for the place", async () => {
    const page = await go("/places/120000");
    await page.getByRole("link", { name: "项目" }).click();
    await page.waitForURL(/\/registers\/project\?region=120000/u);
    await page.goBack();
    await page.getByRole("link", { name: "搜索「天津市」" }).click();
    await page.waitForURL(/\/search\?q=/u);
  });

  test("a place that is not held says so", async () => {
    const page = await go("/places/999999");
    await page.getByText("没有收录这个地方").last().waitFor();
  });

  test("no violation of axe in both languages, nothing unsaid in English, nothing scrolls sideways on a phone", async () => {
    for (const path of ["/places/110118?asof=2015-06-15", "/places/JJJ?asof=2026-11-23"])
      for (const lang of ["zh", "en"]) {
        const page = await go(`${path}&lang=${lang}`);
        if (lang === "en") assert.deepEqual(await page.evaluate(unmarked), [], path);
        assert.deepEqual(await unsound(page), [], path);
      }
  });
});
