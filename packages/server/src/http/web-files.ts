import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { Context, Hono } from "hono";
import type { Environment } from "./environment.ts";
import { isLoopbackHost } from "./host-names.ts";
import { problemResponse } from "./problem-response.ts";
import type { Sessions } from "./session.ts";
import { taggedResponse } from "./tagged-response.ts";

/** Where the built web app lies and who may be handed the operator's session with it. */
export interface WebParts {
  readonly webDirectory: string;
  readonly sessions: Sessions;
  readonly port: () => number;
  readonly publicUrl: URL | null;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** 网页文件. The built web app: hashed files for good, every other address its one page, which routes by itself. */
export function addWeb(app: Hono<Environment>, parts: WebParts): void {
  app.on(["GET", "HEAD"], "*", async (c) => {
    c.set("route", "GET web");
    const path = pathOf(c.req.path);
    if (path === undefined) return c.text("Not found", 404);
    if (extname(path) !== "" && extname(path) !== ".html") return fileResponse(c, path, parts);
    return pageResponse(c, parts);
  });
  app.all("*", (c) =>
    problemResponse("method-not-allowed", `Found ${c.req.method}, expected GET`, { headers: { allow: "GET, HEAD" } }),
  );
}

/** The path that an address means; undefined when it cannot be one. `normalize` resolves every `..` against the root. */
function pathOf(address: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(address));
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined; // a percent sign that encodes nothing
  }
}

async function fileResponse(c: Context<Environment>, path: string, { webDirectory }: WebParts): Promise<Response> {
  const body = await readIfThere(join(webDirectory, path));
  const type = types[extname(path)];
  if (!body || !type) return c.text("Not found", 404);
  const keeps = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  return taggedResponse(c.req.raw, { body, type, headers: { "cache-control": keeps, vary: "Accept-Encoding" } });
}

async function pageResponse(c: Context<Environment>, parts: WebParts): Promise<Response> {
  const body = (await readIfThere(join(parts.webDirectory, "index.html"))) ?? notBuilt;
  const headers = { "cache-control": "no-cache", vary: "Accept-Encoding, Cookie" };
  const cookie: Record<string, string> = sitsHere(c, parts) ? { "set-cookie": parts.sessions.operatorCookie } : {};
  return taggedResponse(c.req.raw, { body, type: "text/html; charset=utf-8", headers: { ...headers, ...cookie } });
}

/**
 * Whether the page is asked for by a person at this machine: over loopback, under a loopback name, through no proxy.
 * With a public address somebody else's request may look just so (a proxy rewrites `Host`), hence never then.
 */
function sitsHere(c: Context<Environment>, { port, publicUrl }: WebParts): boolean {
  const address = c.env.incoming.socket.remoteAddress ?? "";
  const forwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some(
    (name) => c.req.header(name) !== undefined,
  );
  const isLoopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/u.test(address);
  return publicUrl === null && isLoopback && !forwarded && isLoopbackHost(c.req.header("host") ?? "", port());
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return undefined;
    throw failure;
  }
}

const notBuilt = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>棋盘 Qipan</title>
<h1>棋盘 Qipan</h1><p>网页尚未构建：在项目根目录运行 npm start。<p>The pages are not built yet: run npm start in the project's folder.
<p><a href="/api">API</a></html>`;
