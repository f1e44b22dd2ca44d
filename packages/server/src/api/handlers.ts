import type { Handlers } from "../http/handlers.ts";
import { boardHandlers } from "./board.ts";
import { chronicleHandlers } from "./chronicle.ts";
import { documentHandlers } from "./documents.ts";
import { entryHandlers } from "./entries.ts";
import { integrityHandlers } from "./integrity.ts";
import { jobHandlers } from "./jobs.ts";
import { observationHandlers } from "./observations.ts";
import { placeHandlers } from "./places.ts";
import { readingHandlers } from "./readings.ts";
import { registerHandlers } from "./registers.ts";
import { searchHandlers } from "./search.ts";
import { statusHandlers } from "./status.ts";

/** 全部办理. A handler for every operation of the contract, gathered from the topics. */
export function handlers(version: string): Handlers {
  return {
    ...statusHandlers(version),
    ...boardHandlers,
    ...documentHandlers,
    ...readingHandlers,
    ...registerHandlers,
    ...entryHandlers,
    ...chronicleHandlers,
    ...observationHandlers,
    ...placeHandlers,
    ...searchHandlers,
    ...jobHandlers,
    ...integrityHandlers,
  };
}
