import type { Context, MiddlewareHandler } from "hono";
import type { Environment } from "./environment.ts";
import { checkHost } from "./host-names.ts";
import { RequestRefused } from "./problem-response.ts";
import { type Rates, tokenBuckets } from "./rate-limit.ts";
import { checkSameOrigin } from "./same-origin.ts";

/** What requests are checked against before anything else sees them. */
export interface Guards {
  /** The port that is listened on; asked at each request, as the system may choose it. */
  readonly port: () => number;
  readonly publicUrl: URL | null;
  readonly rates: Rates;
}

/** 门卫. Host names for every request; origin for changes; a rate for each address under `/api`. */
export function guard({ port, publicUrl, rates }: Guards): MiddlewareHandler<Environment> {
  const reading = tokenBuckets(rates.reading);
  const changing = tokenBuckets(rates.changing);
  return async (c, next) => {
    const isChange = c.req.method !== "GET" && c.req.method !== "HEAD";
    checkHost(c.req.header("host") ?? null, port(), publicUrl);
    if (isChange) checkSameOrigin(c.req.raw.headers);
    const waitSeconds = c.req.path.startsWith("/api")
      ? (isChange ? changing : reading)(addressOf(c), performance.now())
      : 0;
    if (waitSeconds > 0)
      throw new RequestRefused("too-many", `Too many requests from this address; wait ${waitSeconds} s`, {
        headers: { "retry-after": String(waitSeconds) },
      });
    await next();
  };
}

function addressOf(c: Context<Environment>): string {
  return c.env.incoming.socket.remoteAddress ?? "unknown";
}
