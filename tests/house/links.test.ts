import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const pages = globSync("{*.md,docs/**/*.md,data/**/*.md,corpus/**/*.md,packages/*/*.md}", { cwd: root });

/** Targets of links and pictures in a page that lie in this repository. */
function linksOf(page: string): readonly string[] {
  const text = readFileSync(join(root, page), "utf8");
  const targets = Array.from(text.matchAll(/\]\((?<target>[^)\s]+)\)/gu), ({ groups }) => groups?.["target"] ?? "");
  return targets.filter((target) => !/^(https?:|mailto:|#)/u.test(target)).map((target) => target.replace(/#.*$/u, ""));
}

test("there are pages whose links can be checked", () => assert.ok(pages.length > 10, String(pages.length)));

test("every link of a page leads to a file of the repository", () => {
  const dead = pages.flatMap((page) =>
    linksOf(page)
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  assert.deepEqual(dead, []);
});
