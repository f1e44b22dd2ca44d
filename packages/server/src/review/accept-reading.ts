import { readingById } from "@qipan/ledger/readings";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { acceptAsObservation, acceptReading } from "@qipan/ledger/review";
import type { Tx } from "@qipan/ledger/transaction";
import { type FigureChoice, figureChoice } from "@qipan/policy/indicators/observation-proposal";
import { groundText } from "@qipan/policy/records/ground";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import { type Ownership, parties } from "@qipan/policy/records/jurisdiction";
import type { Observation } from "@qipan/policy/records/observation";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { z } from "zod";
import { documentRules } from "./document-rules.ts";
import { heldFigures } from "./held-figures.ts";
import { type Proposal, proposalOf } from "./proposal.ts";

/** 采纳结果. What a reading became: one of the two is there. */
export interface Accepted {
  readonly entry: Entry | null;
  readonly observation: Observation | null;
}

/**
 * 采纳一条. Makes a pending reading what it proposes, with fields that an officer changed laid over. Refuses as `invalid`
 * when it proposes nothing and the officer gave no fields that complete it.
 */
export async function acceptAsProposed(
  tx: Tx,
  id: Id,
  {
    fields,
    reason,
  }: { readonly fields?: Readonly<Record<string, unknown>> | undefined; readonly reason?: string | undefined },
): Promise<Accepted> {
  const stored = await readingById(tx, id);
  if (!stored) throw new LedgerRefusal("not-found", `No reading ${id} is held. Check its id.`);
  const rules = await documentRules(tx, [stored]);
  const refusal = rules.refusal(stored);
  if (refusal) throw new LedgerRefusal("invalid", `This ${stored.type} is not taken: ${groundText(refusal)}.`);
  const isFigure = stored.reading.type === "measurement";
  const proposal = isFigure
    ? withVintage(await proposalOf(tx, stored.reading, choiceOf(fields)), rules.vintage(stored))
    : withFields(await proposalOf(tx, stored.reading), stored, fields);
  const ownership = rules.ownership(stored, ownershipOf(stored));
  return acceptProposed(tx, { stored, proposal, ownership, reason });
}

/** What is to be accepted, and for whom. */
export interface Acceptance {
  readonly stored: StoredReading;
  readonly proposal: Proposal;
  readonly ownership: Ownership;
  readonly reason?: string | undefined;
}

/** 采纳拟议. Makes a reading the entry or the observation that its proposal names. */
export async function acceptProposed(tx: Tx, { stored, proposal, ownership, reason }: Acceptance): Promise<Accepted> {
  if (proposal.makes === "nothing")
    throw new LedgerRefusal(
      "invalid",
      `This ${stored.type} cannot be accepted as it stands: ${groundText(proposal.why)}.`,
    );
  if (proposal.makes === "observation") await refuseOtherQuote(tx, proposal);
  if (proposal.makes === "observation")
    return { entry: null, observation: await acceptAsObservation(tx, stored.id, { ...proposal.row, ...ownership }) };
  const entry = { kind: proposal.kind, fields: { ...proposal.fields }, confidence: "verified", ownership } as const;
  return { entry: await acceptReading(tx, stored.id, { entry, ...(reason ? { reason } : {}) }), observation: null };
}

/** A figure of a source with authority stands as released, any other as quoted. */
function withVintage(proposal: Proposal, vintage: string): Proposal {
  return proposal.makes === "observation" ? { ...proposal, row: { ...proposal.row, vintage } } : proposal;
}

/** A document that states another number for the same thing does not take the place of the first: a person compares. */
async function refuseOtherQuote(tx: Tx, proposal: Proposal & { readonly makes: "observation" }): Promise<void> {
  const clash = (await heldFigures(tx, [proposal], proposal.row.vintage)).clashOf(proposal.row);
  if (clash) throw new LedgerRefusal("conflict", `This figure is not added: ${groundText(clash)}.`);
}

/**
 * 归属. What is accepted from a document belongs to the document's owner and is seen by the same people. In the joint space
 * it begins as a draft: it is public once the three parties have signed.
 */
export function ownershipOf({ jurisdiction, visibility, sharedWith }: Ownership): Ownership {
  const isJoint = jurisdiction === "JJJ" && visibility === "public";
  return isJoint
    ? { jurisdiction, visibility: "shared", sharedWith: [...parties] }
    : { jurisdiction, visibility, sharedWith: [...sharedWith] };
}

/** What an officer says of a figure. Refuses as `invalid` what is no field of a figure. */
function choiceOf(fields: Readonly<Record<string, unknown>> = {}): FigureChoice {
  const parsed = figureChoice.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw new LedgerRefusal("invalid", `These fields complete no figure: ${z.prettifyError(parsed.error)}`);
}

/** An officer's fields over the proposed ones; with fields of their own an event without a day can be accepted too. */
function withFields(
  proposal: Proposal,
  stored: StoredReading,
  fields: Readonly<Record<string, unknown>> | undefined,
): Proposal {
  if (!fields) return proposal;
  if (proposal.makes === "entry") return { ...proposal, fields: { ...proposal.fields, ...fields } };
  if (proposal.makes === "nothing" && stored.reading.type === "event") return { makes: "entry", kind: "event", fields };
  if (proposal.makes === "nothing" && proposal.begun)
    return { makes: "entry", kind: proposal.begun.kind, fields: { ...proposal.begun.fields, ...fields } };
  throw new LedgerRefusal(
    "invalid",
    `A ${stored.type} takes no fields: accept it as proposed, or enter the value by hand.`,
  );
}
