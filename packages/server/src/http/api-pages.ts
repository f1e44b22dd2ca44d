import type { Hono } from "hono";
import { apiPage, apiPageStyle } from "../openapi/api-page.ts";
import { openApiDocument } from "../openapi/openapi-document.ts";
import type { Environment } from "./environment.ts";
import { taggedResponse } from "./tagged-response.ts";

/** What the description of the API needs to know. */
export interface ApiPages {
  readonly version: string;
}

/** 接口说明. `/api` for people, `/api/openapi.json` for programs; there before the ledger is. */
export function addApiPages(app: Hono<Environment>, { version }: ApiPages): void {
  let document: string | undefined; // made when first asked for: it costs a start some tens of milliseconds
  const add = (path: string, type: string, body: (origin: string) => string): void => {
    app.get(path, (c) => {
      c.set("route", `GET ${path}`);
      return taggedResponse(c.req.raw, { type: `${type}; charset=utf-8`, body: body(new URL(c.req.url).origin) });
    });
  };
  add("/api/openapi.json", "application/json", () => (document ??= JSON.stringify(openApiDocument(version))));
  add("/api", "text/html", apiPage);
  add("/api/page.css", "text/css", () => apiPageStyle);
}
