import { RequestRefused } from "./problem-response.ts";

/**
 * 同源. Refuses a change that a page of another site caused. Browsers always send `Origin` with a POST and most send
 * `Sec-Fetch-Site`; a program sends neither and carries no cookie unless its owner gave it one.
 */
export function checkSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw refusal(`Sec-Fetch-Site "${site}"`);
  const origin = headers.get("origin");
  if (origin !== null && hostOf(origin) !== headers.get("host")?.toLowerCase()) throw refusal(`Origin "${origin}"`);
}

/** Host with port of an origin; undefined for `null` and for anything that is no address. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function refusal(found: string): RequestRefused {
  return new RequestRefused(
    "wrong-origin",
    `Found ${found}, expected a request from Qipan's own pages or from a program`,
  );
}
