import { after, afterEach, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { buildApp, launch, open } from "./browser.ts";
import { startServer, type TestServer } from "./server.ts";

type Options = Parameters<typeof open>[2];

/** 台. A built app, a server of its own and a browser for the tests of one file; pages close after each test. */
export interface Stage {
  /** Where the server answers; only inside a test. */
  readonly address: () => string;
  readonly open: (path: string, options?: Options) => ReturnType<typeof open>;
  readonly page: (path: string, options?: Options) => Promise<Page>;
}

/** 搭台. Called once inside `describe`; what it starts is ended when the tests of the file are done. */
export function onStage(): Stage {
  let server: TestServer | undefined;
  let browser: Browser | undefined;
  before(async () => {
    await buildApp();
    [server, browser] = await Promise.all([startServer(), launch()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
  });
  const address = (): string => {
    if (!server) throw new Error("The server is there only inside a test");
    return server.address;
  };
  const openAt: Stage["open"] = (path, options) => {
    if (!browser) throw new Error("The browser is there only inside a test");
    return open(browser, `${address()}${path}`, options);
  };
  return { address, open: openAt, page: async (path, options) => (await openAt(path, options)).page };
}
