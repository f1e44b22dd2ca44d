import type { Handlers } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { ThreadFailure } from "../ingest/thread-pool.ts";
import { isCrowded, type TryReader } from "./try-reader.ts";

/** 试读. Reads a text for whoever asks; nothing of it is stored or logged. */
export function tryHandlers(tried: TryReader): Pick<Handlers, "tryReading"> {
  return {
    tryReading: async ({ body: { text, date } }) => {
      try {
        return await tried({ text, date });
      } catch (failure) {
        throw refusalOf(failure);
      }
    },
  };
}

function refusalOf(failure: unknown): unknown {
  if (isCrowded(failure)) return new RequestRefused("too-many", failure.message, { headers: { "retry-after": "2" } });
  if (!(failure instanceof ThreadFailure)) return failure;
  if (failure.kind === "late")
    return new RequestRefused("timed-out", `The text ${failure.message}; try a shorter part of it`);
  if (failure.kind === "memory")
    return new RequestRefused("too-large", `The text ${failure.message}; try a part of it`);
  return failure;
}
