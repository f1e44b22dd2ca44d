import { api, type OperationName } from "@qipan/server/contract/api";
import { addressOf, type Input, type Output, Refused } from "@qipan/server/contract/client";
import type { Operation } from "@qipan/server/contract/operation";
import { problem } from "@qipan/server/contract/problem";

/** 连不上. The server did not answer at all. */
export class Unreachable extends Error {}

/** What any call may carry; each operation's own input is narrower. */
interface AnyInput {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly bytes?: Blob | Uint8Array<ArrayBuffer>;
}

/**
 * Calls an operation of the API and returns its answer, checked against the contract. Throws `Refused` with the problem
 * when the server says no and `Unreachable` when it says nothing.
 * @example await call("getBoard", { query: { asOf: "2018-12-31" } })
 */
export async function call<N extends OperationName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Output<N>> {
  const operation: Operation = api[name];
  const sent: AnyInput = input;
  const response = await request(addressOf(operation.path, sent.params, sent.query), {
    method: operation.method,
    headers: headersFor(sent),
    body: bodyOf(sent),
    signal: signal ?? null,
  });
  if (!response.ok) throw new Refused(await problemOf(response));
  return operation.response.parse(await response.json()) as Output<N>; // the contract's schema of this very operation
}

function headersFor(sent: AnyInput): Record<string, string> {
  const accept = { accept: "application/json" };
  if (sent.bytes) return { ...accept, "content-type": "application/octet-stream" };
  return sent.body === undefined ? accept : { ...accept, "content-type": "application/json" };
}

function bodyOf(sent: AnyInput): BodyInit | null {
  if (sent.bytes) return sent.bytes;
  return sent.body === undefined ? null : JSON.stringify(sent.body);
}

async function request(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Unreachable(`No answer from ${address}`, { cause });
  }
}

async function problemOf(response: Response): Promise<Refused["problem"]> {
  const found = problem.safeParse(await response.json().catch(() => null));
  if (found.success) return found.data;
  const title = response.statusText || "Unexpected answer";
  return {
    type: "about:blank",
    title,
    status: response.status,
    code: "internal",
    detail: `${title} (HTTP ${response.status})`,
  };
}
