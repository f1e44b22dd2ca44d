import { randomUUID } from "node:crypto";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { type ProblemCode, problemTitles } from "../contract/operation.ts";
import type { Logger } from "../log.ts";
import { problemResponse, RequestRefused } from "./problem-response.ts";

/**
 * 失败应答. What ended a request, as a problem. What was refused says why; anything else is our fault: the caller gets an
 * instance id and nothing more, the log gets the failure under the same id.
 */
export function failureResponse(failure: unknown, log: Logger): Response {
  if (failure instanceof RequestRefused) return problemResponse(failure.code, failure.message, failure.extra);
  if (failure instanceof LedgerRefusal) return problemResponse(problemCodeOf(failure.code), failure.message);
  const instance = `urn:uuid:${randomUUID()}`;
  log.error({ instance, failure: describe(failure) }, "request failed");
  return problemResponse(
    "internal",
    "Qipan could not answer; the operator finds why in the log under the instance id",
    { instance },
  );
}

/** A code of the ledger that the contract does not name is a refusal all the same. */
function problemCodeOf(code: string): ProblemCode {
  return code in problemTitles ? (code as ProblemCode) : "conflict"; // `in` has just shown that it is one
}

/** Name, message, code and stack: never a database row, which pg puts into `detail`. */
function describe(failure: unknown): Record<string, unknown> {
  if (!(failure instanceof Error)) return { message: String(failure) };
  const { name, message, stack } = failure;
  return { name, message, stack, code: "code" in failure ? failure.code : undefined };
}
