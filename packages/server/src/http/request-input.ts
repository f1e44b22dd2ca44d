import type { z } from "zod";
import type { Operation } from "../contract/operation.ts";
import { readBody } from "./request-body.ts";
import { RequestRefused } from "./problem-response.ts";

/** Largest body of a route that does not say otherwise. */
export const defaultBodyLimitBytes = 1024 * 1024;

/** Query parameters that every route takes: the language of column labels. */
const everywhere = ["lang"];

/**
 * 校验请求. The parts of a request as the contract wants them. Throws `RequestRefused` with every fault at once: path of
 * the part and what was expected. A query parameter that the route does not know is a fault, so that a misspelt filter
 * is never silently ignored. The body of a `spooled` operation is left where it is: the caller takes it once the rest is
 * in order.
 */
export async function requestInput(
  operation: Operation,
  request: Request,
  params: Record<string, string>,
): Promise<unknown> {
  const faults: Fault[] = [];
  const input: Record<string, unknown> = {};
  if (operation.params) input["params"] = checked(operation.params, params, "params", faults);
  const query = queryOf(operation, new URL(request.url).searchParams, faults);
  if (operation.query) input["query"] = checked(operation.query, query, "query", faults);
  const limit = operation.bodyLimitBytes ?? defaultBodyLimitBytes;
  if (operation.spooled) demandType(request, "application/octet-stream");
  else if (operation.binary) input["bytes"] = await bytesOf(request, limit);
  if (operation.body) input["body"] = checked(operation.body, await jsonOf(request, limit), "body", faults);
  if (faults.length > 0) throw new RequestRefused("invalid", summaryOf(faults), { issues: faults });
  return input;
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function summaryOf(faults: readonly Fault[]): string {
  const shown = faults.slice(0, 3).map(({ path, message }) => `${path}: ${message}`);
  return `${shown.join("; ")}${faults.length > 3 ? ` and ${faults.length - 3} more` : ""}`;
}

function checked(schema: z.ZodType, value: unknown, part: string, faults: Fault[]): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const found = parsed.error.issues.map((issue) => ({
    path: [part, ...issue.path].join("."),
    message: messageOf(issue),
  }));
  faults.push(...found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index)); // the first says it best
  return undefined;
}

/** Zod's own words name what was received and expected; only those for enumerations need the values. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_value" ? `expected one of ${issue.values.map(String).join(", ")}` : issue.message;
}

/** A repeated parameter becomes a list; an empty one counts as not given. */
function queryOf(operation: Operation, search: URLSearchParams, faults: Fault[]): Record<string, unknown> {
  const known = Object.keys(operation.query?.shape ?? {});
  const query: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name).filter((value) => value !== "");
    if (known.includes(name) && values.length > 0) query[name] = values.length === 1 ? values[0] : values;
    if (known.includes(name) || everywhere.includes(name)) continue;
    const takes = known.length > 0 ? `it takes ${known.join(", ")}` : "it takes none";
    faults.push({ path: `query.${name}`, message: `this route has no such parameter; ${takes}` });
  }
  return query;
}

async function bytesOf(request: Request, limit: number): Promise<Uint8Array> {
  demandType(request, "application/octet-stream");
  const bytes = await readBody(request, limit);
  if (bytes.length === 0) throw new RequestRefused("invalid", "The body is empty; expected the bytes of a file");
  return bytes;
}

async function jsonOf(request: Request, limit: number): Promise<unknown> {
  demandType(request, "application/json");
  const bytes = await readBody(request, limit);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RequestRefused("invalid", "The body cannot be read; expected one JSON value in UTF-8");
  }
}

/** Neither type can be sent by a form of another site without asking first, which is half of the guard against it. */
function demandType(request: Request, expected: string): void {
  const found = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (found === expected) return;
  throw new RequestRefused("unsupported-media-type", `Found content type ${found ?? "none"}, expected ${expected}`);
}
