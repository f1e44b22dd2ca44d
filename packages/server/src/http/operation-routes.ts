import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import type { Context, Hono } from "hono";
import type { CalendarDate } from "@qipan/policy/records/identity";
import type { Principal } from "@qipan/policy/records/principal";
import type { RereadDocument } from "../api/reread.ts";
import { api, type OperationName } from "../contract/api.ts";
import type { FileAnswer, ListFormat, Operation } from "../contract/operation.ts";
import type { Readiness } from "../readiness.ts";
import { checkRole } from "./permissions.ts";
import { type ExportResponse } from "./export-response.ts";
import { fileResponse } from "./file-response.ts";
import type { CallContext, Handlers, Within } from "./handlers.ts";
import type { JobDesk } from "./job-desk.ts";
import { formatFor } from "./list-format.ts";
import { problemResponse, RequestRefused } from "./problem-response.ts";
import { defaultBodyLimitBytes, requestInput } from "./request-input.ts";
import type { Sessions } from "./session.ts";
import type { Spool, SpooledFile } from "./spool.ts";
import { taggedResponse } from "./tagged-response.ts";
import type { Environment } from "./environment.ts";
import { inTime } from "./in-time.ts";

/** What answers operations once the ledger is open. */
export interface Backing {
  readonly within: (principal: Principal) => Within;
  readonly jobs: JobDesk;
}

/** What the routes of the contract are made from. */
export interface OperationParts {
  readonly handlers: Handlers;
  readonly exportResponse: ExportResponse;
  readonly sessions: Sessions;
  readonly readiness: Readiness;
  /** Undefined until the ledger is open. */
  readonly backing: () => Backing | undefined;
  readonly today: () => CalendarDate;
  readonly demonstration: boolean;
  readonly reread: RereadDocument;
  readonly spool: Spool;
  readonly timeLimitMs: number;
  /** Checks every answer against the contract: on in tests, off in use. */
  readonly checkAnswers: boolean;
}

type AnyHandler = (asked: unknown, context: CallContext) => Promise<unknown>;

/** 装路由. Adds a route for every operation of the contract, and 405 for every other method of its address. */
export function addOperations(app: Hono<Environment>, parts: OperationParts): void {
  for (const [name, operation] of Object.entries(api) as [OperationName, Operation][]) {
    const path = operation.path.replace(/\{(\w+)\}/gu, ":$1");
    const add = (address: string, extension?: ListFormat): void => {
      app.on(operation.method, address, (c) => {
        c.set("route", `${operation.method} ${operation.path}`);
        const limitMs = parts.timeLimitMs * (operation.spooled ? spooledPatience : 1);
        return inTime(answer({ name, operation, extension }, c, parts), limitMs);
      });
    };
    for (const format of operation.formats ?? []) add(`${path}.${format}`, format);
    add(path);
  }
  for (const [path, methods] of methodsByPath())
    app.all(path, (c) =>
      problemResponse("method-not-allowed", `Found ${c.req.method}, expected ${methods}`, {
        headers: { allow: methods },
      }),
    );
}

/** A large file takes its time to arrive: so many times as long as an answer. */
const spooledPatience = 4;

interface Call {
  readonly name: OperationName;
  readonly operation: Operation;
  readonly extension: ListFormat | undefined;
}

async function answer(
  { name, operation, extension }: Call,
  c: Context<Environment>,
  parts: OperationParts,
): Promise<Response> {
  const request = c.req.raw;
  const principal = parts.sessions.principalOf(request.headers.get("cookie"));
  checkRole(principal, operation.role);
  const format = formatFor(operation, extension, request.headers.get("accept"));
  const asked = await requestInput(operation, request, c.req.param());
  const context = contextOf(principal, parts);
  const handler = parts.handlers[name] as unknown as AnyHandler; // the contract has checked `asked` for just this handler
  if (format !== "json") return parts.exportResponse({ name, format, request, asked, context });
  const output = await outputOf(operation, { handler, asked, context }, { request, spool: parts.spool });
  if (operation.download) return fileResponse(output as FileAnswer); // what a download's contract says it answers
  if (parts.checkAnswers) checkAnswer(name, operation, output);
  return jsonResponse(operation, request, output);
}

/** What the handler answers. A body that goes to a file is received when it asks, and gone afterwards unless it was moved. */
async function outputOf(
  operation: Operation,
  { handler, asked, context }: { handler: AnyHandler; asked: unknown; context: CallContext },
  { request, spool }: { request: Request; spool: Spool },
): Promise<unknown> {
  if (!operation.spooled) return handler(asked, context);
  const received: string[] = [];
  const receive = async (): Promise<SpooledFile> => {
    const file = await spool.receive(request, operation.bodyLimitBytes ?? defaultBodyLimitBytes);
    received.push(file.path);
    return file;
  };
  try {
    return await handler({ ...(asked as object), receive }, context); // requestInput gives an object
  } finally {
    for (const path of received) await rm(path, { force: true });
  }
}

function contextOf(principal: Principal, parts: OperationParts): CallContext {
  const backing = parts.backing();
  if (!backing || !parts.readiness.isReady())
    throw new RequestRefused("not-ready", "Qipan is still getting ready; ask again in a few seconds", {
      steps: [...parts.readiness.steps()],
      headers: { "retry-after": "2" },
    });
  const { today, demonstration, reread } = parts;
  return { principal, within: backing.within(principal), today: today(), demonstration, reread, jobs: backing.jobs };
}

function jsonResponse(operation: Operation, request: Request, output: unknown): Promise<Response> | Response {
  const body = JSON.stringify(output);
  const type = "application/json; charset=utf-8";
  if (operation.method === "GET") return taggedResponse(request, { body, type });
  return new Response(body, {
    status: operation.status ?? 200,
    headers: { "content-type": type, "cache-control": "no-store" },
  });
}

/** Nothing missing, nothing that the contract does not name. */
function checkAnswer(name: string, operation: Operation, output: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(output));
  const parsed = operation.response.safeParse(sent);
  if (!parsed.success) throw new Error(`The answer of ${name} is not what its contract says: ${parsed.error.message}`);
  assert.deepEqual(sent, parsed.data, `The answer of ${name} holds what its contract does not name`);
}

function methodsByPath(): ReadonlyMap<string, string> {
  const methods = new Map<string, string>();
  const add = (path: string, method: string): void => {
    const taken = method === "GET" ? "GET, HEAD" : method;
    methods.set(path, [methods.get(path), taken].filter(Boolean).join(", "));
  };
  for (const { path, method, formats } of Object.values(api) as Operation[]) {
    const address = path.replace(/\{(\w+)\}/gu, ":$1");
    add(address, method);
    for (const format of formats ?? []) add(`${address}.${format}`, method);
  }
  return methods;
}
