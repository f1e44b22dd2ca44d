import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join, normalize } from "node:path";
import { after, test } from "node:test";
import { launch, skipReason } from "../../packages/web/browser/browser.ts";
import { examplesOf, type InstalledLibrary, installLibrary } from "../packed-library.ts";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

/** A page that runs an example as a module, without any build. */
const pageOf = (code: string): string => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="importmap">{ "imports": {
  "@qipan/policy": "/node_modules/@qipan/policy/qipan-policy.js",
  "zod": "/node_modules/zod/index.js"
} }</script>
<script type="module">${code}
document.title = "done";</script>`;

/** Serves the files of the project, and the page at /. */
function serve({ project }: InstalledLibrary, page: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(project, path);
    const isThere = path !== "/" && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    const type = TYPES[path === "/" ? ".html" : ".js"] ?? "text/plain";
    response.writeHead(path === "/" || isThere ? 200 : 404, { "content-type": `${type}; charset=utf-8` });
    response.end(path === "/" ? page : isThere ? readFileSync(file) : "");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

test("the first example of README.md runs from the archive in Chromium as a module", { skip: skipReason }, async () => {
  const library = await installLibrary();
  after(() => rmSync(dirname(library.project), { recursive: true, force: true }));
  const [example] = examplesOf(library, "README.md");
  assert.ok(example && example.prints !== "");
  const server = await serve(library, pageOf(example.code));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const printed: string[] = [];
    page.on("console", (message) => printed.push(message.text()));
    page.on("pageerror", (error) => printed.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`); // it listens on TCP
    await page.waitForFunction(() => document.title === "done", undefined, { timeout: 20_000 }).catch(() => undefined);
    assert.equal(printed.map((line) => `${line}\n`).join(""), example.prints);
  } finally {
    await browser.close();
    server.close();
  }
});
