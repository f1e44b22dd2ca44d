import type { Handlers } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { ThreadFailure } from "../ingest/thread-pool.ts";
import { type DivisionNames, namesOf } from "../names/division-names.ts";
import { isCrowded, type Tried, type TryReader } from "./try-reader.ts";

/** 试读. Reads a text for whoever asks; nothing of it is stored or logged. */
export function tryHandlers(tried: TryReader, divisions: () => Promise<DivisionNames>): Pick<Handlers, "tryReading"> {
  return {
    tryReading: async ({ body: { text, date } }) => {
      try {
        const [read, names] = await Promise.all([tried({ text, date }), divisions()]);
        return { ...read, places: namesOf(codesIn(read), names) };
      } catch (failure) {
        throw refusalOf(failure);
      }
    },
  };
}

/** Codes of places that mentions and readings name. */
function* codesIn({ mentions, readings }: Tried): Generator<string> {
  for (const mention of mentions)
    if (mention.kind === "region") yield* [...mention.codes, ...(mention.candidates ?? [])];
  for (const reading of readings) {
    if ("region" in reading) yield reading.region;
    if ("regions" in reading) yield* reading.regions;
  }
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
