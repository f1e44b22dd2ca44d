import { readingById, readingsPage } from "@qipan/ledger/readings";
import { mergeReading, rejectReading } from "@qipan/ledger/review";
import type { Tx } from "@qipan/ledger/transaction";
import { undoDecision } from "@qipan/ledger/undo";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import type { Observation } from "@qipan/policy/records/observation";
import type { Answer, Handlers } from "../http/handlers.ts";
import { acceptBatch } from "../review/accept-batch.ts";
import { acceptAsProposed } from "../review/accept-reading.ts";
import { candidatesFor } from "../review/candidates.ts";
import { type Proposal, proposalOf } from "../review/proposal.ts";
import { splitAndDecide } from "../review/split-reading.ts";
import { held } from "./held.ts";
import { plainPage } from "./plain-page.ts";

type Topic =
  | "listReadings"
  | "getReading"
  | "acceptReading"
  | "mergeReading"
  | "splitReading"
  | "rejectReading"
  | "undoReading"
  | "acceptBatch";

/** 审核. Readings and the decisions on them. */
export const readingHandlers: Pick<Handlers, Topic> = {
  listReadings: ({ query: { document, state, type, cursor, limit } }, { within }) =>
    within(async (tx) => {
      const page = plainPage(await readingsPage(tx, { document, state, type, cursor: cursor ?? null, limit }));
      const candidates = await candidatesFor(
        tx,
        page.items.filter((row) => row.state === "pending"),
      );
      return { ...page, items: page.items.map((row) => ({ ...row, candidates: [...(candidates.get(row.id) ?? [])] })) };
    }),

  getReading: ({ params }, { within }) =>
    within(async (tx) => {
      const stored = held(await readingById(tx, params.id), "reading", params.id);
      const candidates = [...((await candidatesFor(tx, [stored])).get(stored.id) ?? [])];
      const proposal = await proposalOf(tx, stored.reading);
      const why = proposal.makes === "nothing" ? proposal.why : null;
      return { reading: stored, proposal: shown(proposal), why, candidates };
    }),

  acceptReading: ({ params, body }, { within }) =>
    within(async (tx) => decided(tx, params.id, await acceptAsProposed(tx, params.id, body))),

  mergeReading: ({ params, body }, { within }) =>
    within(async (tx) =>
      decided(tx, params.id, {
        entry: await mergeReading(tx, params.id, { into: body.into, reason: body.reason ?? null }),
      }),
    ),

  splitReading: ({ params, body }, { within }) =>
    within(async (tx) => {
      const parts = [...(await splitAndDecide(tx, params.id, body))];
      return { reading: held(await readingById(tx, params.id), "reading", params.id), parts };
    }),

  rejectReading: ({ params, body }, { within }) =>
    within(async (tx) => {
      await rejectReading(tx, params.id, body.reason);
      return decided(tx, params.id, {});
    }),

  undoReading: ({ params, body }, { within }) =>
    within(async (tx) => {
      await undoDecision(tx, params.id, body.reason ?? "undone");
      return decided(tx, params.id, {});
    }),

  acceptBatch: ({ body }, { within }) => within((tx) => acceptBatch(tx, body)),
};

type Became = { readonly entry?: Entry | null; readonly observation?: Observation | null };

async function decided(tx: Tx, id: Id, { entry = null, observation = null }: Became): Promise<Answer<"acceptReading">> {
  return { reading: held(await readingById(tx, id), "reading", id), entry, observation };
}

function shown(proposal: Proposal): Answer<"getReading">["proposal"] {
  switch (proposal.makes) {
    case "entry":
      return { kind: proposal.kind, fields: { ...proposal.fields } };
    case "observation":
      return { kind: "observation", fields: { ...proposal.row } };
    case "nothing":
      break;
  }
  return null;
}
