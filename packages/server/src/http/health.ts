import type { Hono } from "hono";
import type { Metrics } from "../metrics.ts";
import type { Readiness } from "../readiness.ts";
import type { Environment } from "./environment.ts";
import { inTime } from "./in-time.ts";
import { problemResponse } from "./problem-response.ts";

/** What tells how the process is. */
export interface HealthParts {
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  /** Asks the database for an answer; rejects when it gives none. */
  readonly ping: () => Promise<void>;
}

/** A database that takes longer to say anything is as good as away. */
const pingLimitMs = 2_000;

/** 健康. `/healthz` as soon as the process lives, `/readyz` when every step is done, `/metrics` for Prometheus. */
export function addHealth(app: Hono<Environment>, { readiness, metrics, ping }: HealthParts): void {
  app.get("/healthz", (c) => {
    c.set("route", "GET /healthz");
    return c.json({ alive: true }, 200, { "cache-control": "no-store" });
  });
  app.get("/readyz", async (c) => {
    c.set("route", "GET /readyz");
    const steps = [...readiness.steps()];
    if (readiness.isReady() && (await answers(ping)))
      return c.json({ ready: true, steps }, 200, { "cache-control": "no-store" });
    const missing = steps.filter(({ state }) => state !== "done").map(({ name }) => name);
    const what = missing.length > 0 ? `Still to be done: ${missing.join(", ")}` : "The database does not answer";
    return problemResponse("not-ready", what, {
      steps,
      headers: { "retry-after": "2" },
    });
  });
  app.get("/metrics", async (c) => {
    c.set("route", "GET /metrics");
    return c.text(await metrics.text(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    });
  });
}

async function answers(ping: () => Promise<void>): Promise<boolean> {
  return inTime(ping(), pingLimitMs).then(
    () => true,
    () => false,
  );
}
