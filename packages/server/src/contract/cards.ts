import { z } from "zod";
import { basis, card, cardFields, cardValues, standings } from "@qipan/policy/records/card";
import { entry } from "@qipan/policy/records/entry";
import { id, instant } from "@qipan/policy/records/identity";
import { op } from "./operation.ts";
import { reason } from "./paging.ts";

const topic = "cards";
const params = z.object({ id });

/** 所指. What a title as written leads to: a plan of the register, a held document, or nothing that is held. */
export const titleTarget = z.object({
  title: z.string(),
  basis,
  plan: z.object({ id, key: z.string(), title: z.string() }).nullable(),
  document: z.object({ id, name: z.string() }).nullable(),
});
export type TitleTarget = z.infer<typeof titleTarget>;

/** 所列信源. A row of the source list that a card's source names. */
export const listedSource = z.object({
  id,
  key: z.string(),
  title: z.string(),
  rank: z.number(),
  dataAuthority: z.boolean(),
});

/**
 * 卡片所见. A card with what its titles and its source lead to. `standingToday` is its standing on the day asked for,
 * `barred` what may not become of its readings, and why. `mayChange` when the caller may set its fields.
 */
export const shownCard = z.object({
  document: id,
  version: z.int().nonnegative(),
  card,
  standingToday: z.enum(standings).nullable(),
  source: z.object({ state: z.enum(["listed", "unlisted", "unknown"]), listed: listedSource.nullable() }),
  plan: z.object({ id, key: z.string(), title: z.string(), matched: z.enum(["set", "title"]) }).nullable(),
  implements: z.array(titleTarget),
  replaces: z.array(titleTarget),
  /** Held documents that say they replace this one. */
  replacedBy: z.array(z.object({ id, name: z.string(), title: z.string().nullable() })),
  barred: z.array(z.object({ makes: z.enum(["task", "target", "commitment"]), why: z.string() })),
  mayChange: z.boolean(),
});
export type ShownCard = z.infer<typeof shownCard>;

export const getCard = op({
  method: "GET",
  path: "/api/documents/{id}/card",
  topic,
  summary:
    "What a document says of itself: issuer, number, date, genre, standing, source, what it implements and replaces",
  role: null,
  params,
  response: shownCard,
});

export const changeCard = op({
  method: "POST",
  path: "/api/documents/{id}/card",
  topic,
  summary: "Set fields of a card by hand, with a reason; fields that are left out stay as they were read",
  role: "clerk",
  params,
  body: z.strictObject({
    expectedVersion: z.int().nonnegative().meta({ description: "Version of the card that was being looked at" }),
    values: cardValues.partial().refine((values) => Object.keys(values).length > 0, "give at least one field"),
    reason,
  }),
  response: shownCard,
  errors: ["invalid", "conflict", "forbidden"],
});

export const getCardHistory = op({
  method: "GET",
  path: "/api/documents/{id}/card/history",
  topic,
  summary: "Every version of a card: who, when, why, which fields",
  role: null,
  params,
  response: z.object({
    items: z.array(
      z.object({
        version: z.int().positive(),
        actor: z.string(),
        recordedAt: instant,
        reason: z.string().nullable(),
        changed: z.array(z.enum(cardFields as readonly [string, ...string[]])),
        card,
      }),
    ),
  }),
});

export const listErrata = op({
  method: "GET",
  path: "/api/documents/{id}/errata",
  topic,
  summary: "Corrections of a document, in order of its sentences",
  role: null,
  params,
  response: z.object({ items: z.array(entry) }),
});

/** 信源使用. One name by which documents call their source; null where they name none. */
export const sourceUse = z.object({
  source: z.string().nullable(),
  state: z.enum(["listed", "unlisted", "unknown"]),
  key: z.string().nullable(),
  documents: z.int().nonnegative(),
  publicEvents: z.int().nonnegative(),
  otherEvents: z.int().nonnegative(),
});

export const listSourceUses = op({
  method: "GET",
  path: "/api/sources/uses",
  topic: "sources",
  summary: "How documents and chronicle events fall by source: listed, named but not listed, not known",
  role: null,
  response: z.object({ items: z.array(sourceUse) }),
});
