import type { Handlers } from "../http/handlers.ts";
import { batchHandlers } from "./batches.ts";
import { boardHandlers } from "./board.ts";
import { cardHandlers } from "./cards.ts";
import { chronicleHandlers } from "./chronicle.ts";
import { clauseLinkHandlers } from "./clause-links.ts";
import { documentHandlers } from "./documents.ts";
import { entryHandlers } from "./entries.ts";
import { integrityHandlers } from "./integrity.ts";
import { jobHandlers } from "./jobs.ts";
import { lineageHandlers } from "./lineage.ts";
import { observationHandlers } from "./observations.ts";
import { placeHandlers } from "./places.ts";
import { readingHandlers } from "./readings.ts";
import { repairHandlers } from "./repair.ts";
import { registerHandlers } from "./registers.ts";
import { reviewHandlers } from "./review.ts";
import { searchHandlers } from "./search.ts";
import { statusHandlers } from "./status.ts";
import { versionHandlers } from "./versions.ts";

/** 全部办理. A handler for every operation of the contract, gathered from the topics. */
export function handlers(version: string): Handlers {
  return {
    ...statusHandlers(version),
    ...boardHandlers,
    ...documentHandlers,
    ...cardHandlers,
    ...lineageHandlers,
    ...clauseLinkHandlers,
    ...readingHandlers,
    ...reviewHandlers,
    ...versionHandlers,
    ...repairHandlers,
    ...registerHandlers,
    ...entryHandlers,
    ...chronicleHandlers,
    ...observationHandlers,
    ...placeHandlers,
    ...searchHandlers,
    ...batchHandlers,
    ...jobHandlers,
    ...integrityHandlers,
  };
}
