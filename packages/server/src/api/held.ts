import { RequestRefused } from "../http/problem-response.ts";

/** 在册. The row itself, or a `not-found` refusal: it is the same whether there is none or it may not be seen. */
export function held<T>(row: T | null | undefined, what: string, id: string): T {
  if (row !== null && row !== undefined) return row;
  throw new RequestRefused("not-found", `No ${what} ${id} is held, or none that you may see`);
}
