import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, shown } from "./harness/shown.ts";
import { readSource } from "./read-source.ts";

const page = (body: string, head = ""): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const read = async (html: string): Promise<readonly string[]> => shown(await readSource("a.html", Buffer.from(html)));

for (const [rule, body, expected] of [
  [
    "blocks are lines, what is inline stays in its line",
    "<p>甲<b>乙</b><span>丙</span>。</p><div>丁</div>",
    ["paragraph: 甲乙丙。", "paragraph: 丁"],
  ],
  [
    "headings have their level",
    "<h1>题</h1><h3>一、</h3><p>文。</p>",
    ["heading 1: 题", "heading 3: 一、", "paragraph: 文。"],
  ],
  [
    "line breaks of the source are no text, between Latin words a space",
    "<p>样例\n  工作\nplan\nof</p>",
    ["paragraph: 样例工作 plan of"],
  ],
  ["character references are read", "<p>&lt;甲&gt;&amp;&#20057;&hellip;</p>", ["paragraph: <甲>&乙…"]],
  [
    "a break before an indent or after a sentence begins a paragraph, another does not",
    "<p>　　甲：<br>　　乙。<br>丙<br>丁</p>",
    ["paragraph: 甲：", "paragraph: 　　乙。", "paragraph: 丙⏎丁"],
  ],
  [
    "scripts, styles and comments are no text",
    "<p>甲</p><script>乙</script><style>丙</style><template>丁</template><!-- 戊 -->",
    ["paragraph: 甲"],
  ],
  [
    "menus, feet and what is hidden are furniture",
    '<nav>首页</nav><div class="site nav">频道</div><p>甲</p><p style="color:red;display:none">隐</p><p hidden>藏</p><footer>版权</footer>',
    ["furniture: 首页", "furniture: 频道", "paragraph: 甲", "furniture: 隐", "furniture: 藏", "furniture: 版权"],
  ],
  ["a class that only sounds like a menu is none", '<div class="navigate-text">甲</div>', ["paragraph: 甲"]],
  [
    "the head of a site is furniture, that of an article is not",
    "<header>某网</header><article><header><h1>题</h1><p>来源：某报</p></header><p>甲</p></article>",
    ["furniture: 某网", "heading 1: 题", "paragraph: 来源：某报", "paragraph: 甲"],
  ],
  [
    "ordered lists are numbered as shown",
    '<ol start="3"><li>甲<li value="7">乙<li>丙</ol><ol type="a"><li><p>丁</p></ol><ul><li>戊</ul>',
    ["3. 甲", "7. 乙", "8. 丙", "a. 丁", "戊"].map((line) => `paragraph: ${line}`),
  ],
  [
    "a table is rows, merged cells empty but the first",
    "<table><caption>安排</caption><tr><th rowspan=2>单位<th colspan=2>时间<tr><td>上<td>下<tr><td>甲<td>3月<br>4月<td></table>",
    ["caption: 安排", "表1.1: 单位|时间|", "表1.2: |上|下", "表1.3: 甲|3月⏎4月|"],
  ],
  [
    "a table that only places things is none",
    "<table><tr><td><p>甲</p><table><tr><td>乙<td>丙</table></table>",
    ["paragraph: 甲", "表1.1: 乙|丙"],
  ],
  [
    "captions and side pieces are told",
    "<figure><img><figcaption>图1</figcaption></figure><aside>链接</aside>",
    ["caption: 图1", "aside: 链接"],
  ],
  ["preformatted text keeps its lines", "<pre>甲  乙\n丙</pre>", ["paragraph: 甲  乙⏎丙"]],
  ["readings above characters are no text", "<p><ruby>京<rp>(<rt>jīng<rp>)</ruby>津</p>", ["paragraph: 京津"]],
] as const)
  test(`html: ${rule}`, async () => assert.deepEqual(await read(page(body)), expected));

for (const [rule, title, body, expected] of [
  ["a page without heading is headed by its title", "样例通知", "<p>甲</p>", ["heading 1: 样例通知", "paragraph: 甲"]],
  [
    "by the line that its title repeats before the name of the site",
    "关于样例的通知_某某网",
    "<p>首行</p><div>关于样例的通知</div><p>甲</p>",
    ["paragraph: 首行", "heading 1: 关于样例的通知", "paragraph: 甲"],
  ],
  ["not when it has a heading of its own", "某某网", "<h1>题</h1><p>甲</p>", ["heading 1: 题", "paragraph: 甲"]],
] as const)
  test(`html: ${rule}`, async () => assert.deepEqual(await read(page(body, `<title>${title}</title>`)), expected));

test("html: bytes are believed before what the page says of its encoding, and the page where bytes say nothing", async () => {
  const claims = (charset: string): string => page("<p>样例</p>", `<meta charset="${charset}">`);
  assert.equal((await readSource("a.html", Buffer.from(claims("gb2312")))).encoding, "utf-8");
  const national = Buffer.concat([Buffer.from("<html><meta charset=gbk><p>"), Buffer.from([0xd1, 0xf9, 0xc0, 0xfd])]);
  const source = await readSource("a.html", national);
  assert.deepEqual([source.encoding, ...shown(source)], ["gb18030", "paragraph: 样例"]);
  const big5 = await readSource(
    "a.html",
    Buffer.concat([Buffer.from('<html><meta charset="big5"><p>'), Buffer.from([0xb3, 0xf8, 0xa7, 0x69])]),
  );
  assert.deepEqual([big5.encoding, ...shown(big5)], [null, "paragraph: 報告"]);
});

test("html: under the name of a Word file it is read as what it is", async () => {
  const source = await readSource("通知.doc", Buffer.from(page("<p>样例</p>")));
  assert.deepEqual([source.format, ...codes(source)], ["html", "mislabelled"]);
});
