import type { z } from "zod";
import type { Api, OperationName } from "./api.ts";
import type { Problem } from "./problem.ts";

type Part<O, K extends string, I> =
  O extends Record<K, infer S extends z.ZodType> ? { [P in I & string]: z.input<S> } : unknown;

/** What a call takes: the path's parameters, the query, the body, as far as the operation has them. */
export type Input<N extends OperationName> = Part<Api[N], "params", "params"> &
  Partial<Part<Api[N], "query", "query">> &
  Part<Api[N], "body", "body"> &
  (Api[N] extends { binary: true } ? { bytes: Blob | Uint8Array<ArrayBuffer> } : unknown);

/** What a call gives back. */
export type Output<N extends OperationName> = z.output<Api[N]["response"]>;

/** 退回. A problem the server answered with; `problem` says what was found, expected and to be done. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Address of an operation with its parameters and query filled in; undefined query values are left out. */
export function addressOf(
  path: string,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    search.set(name, [value].flat().map(String).join(","));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}
