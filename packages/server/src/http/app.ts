import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Logger } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import { type ApiPages, addApiPages } from "./api-pages.ts";
import type { Environment } from "./environment.ts";
import { failureResponse } from "./failure-response.ts";
import { type Guards, guard } from "./guards.ts";
import { addHealth } from "./health.ts";
import { addOperations, type OperationParts } from "./operation-routes.ts";
import { problemResponse } from "./problem-response.ts";
import { securityHeaders } from "./security-headers.ts";
import { addWeb, type WebParts } from "./web-files.ts";

/** Everything the HTTP side is made from. */
export interface AppParts extends OperationParts, Guards, WebParts, ApiPages {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly ping: () => Promise<void>;
}

/** 网络应用. The whole HTTP side as one Hono app: guards first, then health, the contract's operations, pages, web files. */
export function createApp(parts: AppParts): Hono<Environment> {
  const app = new Hono<Environment>();
  app.use("*", async (c, next) => {
    const startedMs = performance.now();
    c.set("requestId", randomUUID());
    c.set("route", "other");
    await next();
    for (const [name, value] of Object.entries(securityHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.set("x-request-id", c.get("requestId"));
    record(parts, { id: c.get("requestId"), route: c.get("route"), status: c.res.status, startedMs });
  });
  app.use("*", guard(parts));
  addHealth(app, parts);
  addApiPages(app, parts);
  addOperations(app, parts);
  app.all("/api/*", (c) => problemResponse("not-found", `No operation at ${c.req.path}; /api lists them all`));
  addWeb(app, parts);
  app.onError((failure, c) =>
    failureResponse(failure, parts.log.child({ request: c.get("requestId"), route: c.get("route") })),
  );
  return app;
}

interface Answered {
  readonly id: string;
  readonly route: string;
  readonly status: number;
  readonly startedMs: number;
}

function record({ log, metrics }: AppParts, { id, route, status, startedMs }: Answered): void {
  const seconds = (performance.now() - startedMs) / 1000;
  metrics.request(route, status, seconds);
  log.debug({ request: id, route, status, ms: Math.round(seconds * 1000) }, "answered");
}
