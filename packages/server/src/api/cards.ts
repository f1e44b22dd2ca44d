import { cardVersionsOf, changeCard } from "@qipan/ledger/cards";
import { documentById } from "@qipan/ledger/documents";
import { errataOf } from "@qipan/ledger/errata";
import { sourceUses } from "@qipan/ledger/sources";
import { shownCard } from "../cards/shown-card.ts";
import type { Handlers } from "../http/handlers.ts";
import { held } from "./held.ts";

type Topic = "getCard" | "changeCard" | "getCardHistory" | "listErrata" | "listSourceUses";

/** 卡片. What documents say of themselves, set by hand where they say it wrongly or not; their corrections; their sources. */
export const cardHandlers: Pick<Handlers, Topic> = {
  getCard: ({ params }, { within, today }) =>
    within(async (tx) => shownCard(tx, held(await documentById(tx, params.id), "document", params.id), today)),

  changeCard: ({ params, body }, { within, today }) =>
    within(async (tx) => {
      await changeCard(tx, params.id, body);
      return shownCard(tx, held(await documentById(tx, params.id), "document", params.id), today);
    }),

  getCardHistory: ({ params }, { within }) =>
    within(async (tx) => {
      held(await documentById(tx, params.id), "document", params.id);
      const versions = await cardVersionsOf(tx, params.id);
      return { items: versions.map(({ changed, ...version }) => ({ ...version, changed: [...changed] })) };
    }),

  listErrata: ({ params }, { within }) =>
    within(async (tx) => {
      const document = held(await documentById(tx, params.id), "document", params.id);
      return { items: [...(await errataOf(tx, document))] };
    }),

  listSourceUses: (_, { within }) => within(async (tx) => ({ items: [...(await sourceUses(tx))] })),
};
