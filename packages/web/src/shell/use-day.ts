import { useSearch } from "@tanstack/react-router";
import { useAsk } from "../ask.ts";

/** 截至日. The day the page answers for. `today` is the server's day, undefined until the status is in. */
export interface Day {
  readonly asOf: string | undefined;
  readonly knownOn: string | undefined;
  readonly today: string | undefined;
  /** What is shown: the day asked for, or today. */
  readonly shown: string | undefined;
  readonly past: boolean;
  /** The part of a query that every question carries. */
  readonly query: { readonly asOf: string | undefined; readonly knownOn: string | undefined };
}

/** Day of the page, from the address. Pass `query` on to every question: `useAsk("getBoard", { query: useDay().query })`. */
export function useDay(): Day {
  const { asof, known } = useSearch({ from: "__root__" });
  const today = useAsk("getStatus", {}).data?.today;
  return {
    asOf: asof,
    knownOn: known,
    today,
    shown: asof ?? today,
    past: (asof !== undefined && asof !== today) || known !== undefined,
    query: { asOf: asof, knownOn: known },
  };
}
