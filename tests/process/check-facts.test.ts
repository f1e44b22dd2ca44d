import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "qipan-facts-"));
after(() => rmSync(folder, { recursive: true }));

function checkFacts(...words: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
} {
  const run = spawnSync(process.execPath, [join(root, "packages/server/src/cli/main.ts"), "check", "facts", ...words], {
    encoding: "utf8",
  });
  return { code: run.status, out: run.stdout, said: run.stderr };
}

function file(name: string, day: string, words: string): string {
  const path = join(folder, name);
  writeFileSync(path, `青山省水网建设情况\n\n${day}\n\n${words}\n`);
  return path;
}

const first = file(
  "甲.txt",
  "2019年3月1日",
  "2018年，浙江省发明专利授权量5万件。截至2018年底，浙江省累计改造化工企业7000家。",
);
const second = file(
  "乙.txt",
  "2021年3月1日",
  "2018年，浙江省发明专利授权量6.3万件。截至2020年底，浙江省累计改造化工企业8300家。",
);

test("[1.8] several files: what contradicts is told with both sentences and ends with 1, what grows agrees", () => {
  const { code, out, said } = checkFacts(first, second);
  assert.equal(code, 1, said);
  assert.match(out, /CONFLICTS {2}.*发明专利授权量/u);
  assert.match(out, /甲\.txt p\d+\.s\d+ /u);
  assert.match(out, /values-apart|different values/u);
  assert.match(out, /a total that grows \(\+1300 家\)/u);
  assert.match(said, /2 documents; 1 with a contradiction/u);
});

test("one file states nothing twice; a file that is not there is named", () => {
  assert.deepEqual([checkFacts(first).code, checkFacts(first).out], [0, ""]);
  const missing = checkFacts(join(folder, "无.txt"));
  assert.notEqual(missing.code, 0);
  assert.match(missing.said, /无\.txt/u);
});
