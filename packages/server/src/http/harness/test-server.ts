import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { type TestLedger, testLedger } from "@qipan/ledger/harness/test-ledger";
import { readConfig } from "../../config.ts";
import { silentLog } from "../../log.ts";
import { ownFolders, readLexicon } from "../../packs/lexicon-folder.ts";
import { type Running, serve, type ServeOptions } from "../../serve.ts";
import { openDesk } from "../../jobs/job-desk.ts";

/** 试验服务. A server on a port of its own over a ledger of its own, and two callers: the public and the operator. */
export interface TestServer extends TestLedger {
  readonly running: Running;
  readonly url: string;
  readonly dataDirectory: string;
  /** Asks as the public reader. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Cookie of the local operator, as a browser gets it with the page. */
  readonly operator: { readonly cookie: string };
  /** Posts JSON as the operator. */
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** Folder of the project. */
export const root: string = join(import.meta.dirname, "../../../../..");

/** Starts a server that is ready; everything is stopped when the tests of the file are done. */
export async function testServer(
  changes: Partial<ServeOptions> = {},
  environment: Record<string, string> = {},
): Promise<TestServer> {
  const held = await testLedger();
  const folder = await mkdtemp(join(tmpdir(), "qipan-http-"));
  const settings = {
    QIPAN_PORT: "0",
    QIPAN_DATA: folder,
    DATABASE_URL: held.databaseUrl,
    QIPAN_APP_PASSWORD: "harness",
    QIPAN_TODAY: "2026-01-05",
  };
  const running = await serve({
    config: readConfig({ ...settings, ...environment }, root),
    root,
    version: "0.0.0",
    now: held.ledger.now,
    log: silentLog(),
    say: () => undefined,
    lexicon: () => readLexicon(ownFolders(root)),
    setUp: [],
    openDesk: (ledger) => openDesk({ ledger, dataDirectory: folder, lexicon: ownFolders(root), log: silentLog() }),
    checkAnswers: true,
    ...changes,
  });
  after(async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await running.ready;
  const { url } = running;
  const page = await fetch(url);
  const operator = { cookie: page.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
  return {
    ...held,
    running,
    url,
    dataDirectory: folder,
    operator,
    get: (path, headers = {}) => fetch(url + path, { headers }),
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...operator, ...headers },
        body: JSON.stringify(body),
      }),
  };
}
