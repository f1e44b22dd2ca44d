import { type ProblemCode, problemStatus, problemTitles } from "../contract/operation.ts";
import type { Problem } from "../contract/problem.ts";

/** 拒绝. Thrown to end a request with a problem; `detail` says what was found, what was expected and what to do. */
export class RequestRefused extends Error {
  readonly code: ProblemCode;
  readonly extra: ProblemExtra;
  constructor(code: ProblemCode, detail: string, extra: ProblemExtra = {}) {
    super(detail);
    this.code = code;
    this.extra = extra;
  }
}

/** Members that some problems have besides the usual ones, and headers of their answer. */
export interface ProblemExtra extends Pick<Problem, "instance" | "issues" | "steps"> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** The problem of a code as a value. */
export function problemOf(code: ProblemCode, detail: string, extra: Omit<ProblemExtra, "headers"> = {}): Problem {
  const { instance, issues, steps } = extra;
  const more = { ...(instance && { instance }), ...(issues && { issues }), ...(steps && { steps }) };
  return {
    type: `/api#problem-${code}`,
    title: problemTitles[code],
    status: problemStatus[code],
    code,
    detail,
    ...more,
  };
}

/** 问题应答. A problem as `application/problem+json` (RFC 9457), never kept by a cache. */
export function problemResponse(code: ProblemCode, detail: string, extra: ProblemExtra = {}): Response {
  return new Response(JSON.stringify(problemOf(code, detail, extra)), {
    status: problemStatus[code],
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...extra.headers,
    },
  });
}
