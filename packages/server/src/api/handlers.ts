import type { Concepts } from "@qipan/policy/facts/concepts";
import type { Handlers } from "../http/handlers.ts";
import type { DivisionNames } from "../names/division-names.ts";
import { batchHandlers } from "./batches.ts";
import { boardHandlers } from "./board.ts";
import { cardHandlers } from "./cards.ts";
import { chronicleHandlers } from "./chronicle.ts";
import { clauseLinkHandlers } from "./clause-links.ts";
import { documentHandlers } from "./documents.ts";
import { entryHandlers } from "./entries.ts";
import { factHandlers } from "./facts.ts";
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
import type { TryReader } from "./try-reader.ts";
import { tryHandlers } from "./try-reading.ts";
import { versionHandlers } from "./versions.ts";

/** What the handlers are made with: the version that they tell, synonyms and names of the lexicon, what reads a text that is tried. */
export interface HandlerGround {
  readonly version: string;
  readonly concepts: () => Promise<Concepts>;
  readonly divisions: () => Promise<DivisionNames>;
  readonly tried: TryReader;
}

/** 全部办理. A handler for every operation of the contract, gathered from the topics. */
export function handlers({ version, concepts, divisions, tried }: HandlerGround): Handlers {
  return {
    ...statusHandlers(version),
    ...boardHandlers,
    ...documentHandlers,
    ...cardHandlers,
    ...lineageHandlers,
    ...clauseLinkHandlers,
    ...factHandlers(concepts, divisions),
    ...tryHandlers(tried, divisions),
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
