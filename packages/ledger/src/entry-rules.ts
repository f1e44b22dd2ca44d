import { refusedEntry } from "@qipan/policy/chronicle/source-rule";
import type { EntryOrigin } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode, Visibility } from "@qipan/policy/records/jurisdiction";
import { barOf, isBinding } from "@qipan/policy/rules/binding";
import { sql } from "kysely";
import { LedgerRefusal } from "./refusal.ts";
import { type DocumentGround, documentGrounds } from "./sources.ts";
import type { Tx } from "./transaction.ts";

/** 待判之版. What the rules look at in the next version of an entry; `before` is null for a new one. */
export interface RuledDraft {
  readonly kind: string;
  readonly origin: EntryOrigin;
  readonly visibility: Visibility;
  readonly withdrawn: boolean;
  readonly addEvidence: readonly Evidence[];
  readonly before: {
    readonly jurisdiction: JurisdictionCode;
    readonly id: Id;
    readonly visibility: Visibility;
    readonly withdrawn: boolean;
    readonly evidenceVersions: number[];
  } | null;
}

/** 引处. A sentence of a document that an entry stands on; the address is null for a cell. */
interface Cited {
  readonly document: Id;
  readonly address: string | null;
}

/** An entry that the rules judge, with everything in documents that it would stand on. */
interface Judged {
  readonly draft: RuledDraft;
  readonly cited: readonly Cited[];
}

/**
 * 条目规则. Refuses versions that the rules of the office forbid, whatever program writes them: an event from a source that is
 * not listed, or in public from one that is not known; a task or target from a text that binds nobody. Rows of packs and
 * entries that an officer attests are not judged.
 */
export async function checkEntryRules(tx: Tx, drafts: readonly RuledDraft[]): Promise<void> {
  const asked = drafts.filter(isAsked);
  if (asked.length === 0) return;
  const judged = (await Promise.all(asked.map((draft) => judgedOf(tx, draft)))).filter(({ cited }) => cited.length > 0);
  const all = judged.flatMap(({ cited }) => cited);
  const grounds = await documentGrounds(
    tx,
    all.map(({ document }) => document),
  );
  const paragraphs = judged.some(({ draft }) => isBinding(draft.kind)) ? await paragraphKinds(tx, all) : new Map();
  for (const one of judged) {
    const refused =
      one.draft.kind === "event" ? refusedEvent(one, grounds) : refusedBinding(one, { grounds, paragraphs });
    if (refused !== null) throw new LedgerRefusal("invalid", `The ${one.draft.kind} is not taken: ${refused}`);
  }
}

/** New events, tasks and targets that stand on documents alone, and events that become public. */
function isAsked(draft: RuledDraft): boolean {
  const { kind, before, origin, visibility, withdrawn, addEvidence } = draft;
  if (origin === "pack" || withdrawn || (kind !== "event" && !isBinding(kind))) return false;
  if (addEvidence.some((item) => item.kind === "attestation" || item.kind === "pack")) return false;
  if (before === null) return true;
  return kind === "event" && visibility === "public" && (before.visibility !== "public" || before.withdrawn);
}

async function judgedOf(tx: Tx, draft: RuledDraft): Promise<Judged> {
  const held = draft.before === null ? [] : await heldCitations(tx, draft.before);
  return { draft, cited: held === "vouched" ? [] : [...held, ...draft.addEvidence.flatMap(citedIn)] };
}

function citedIn(item: Evidence): readonly Cited[] {
  if (item.kind === "sentence") return [{ document: item.document, address: item.address }];
  return item.kind === "cell" ? [{ document: item.document, address: null }] : [];
}

/** Documents that a held entry stands on; `vouched` when a pack or an officer stands for it. */
async function heldCitations(
  tx: Tx,
  { jurisdiction, id, evidenceVersions }: NonNullable<RuledDraft["before"]>,
): Promise<readonly Cited[] | "vouched"> {
  const rows = await tx.db
    .selectFrom("evidence")
    .select(["kind", "document", "address"])
    .where("jurisdiction", "=", jurisdiction)
    .where("entry", "=", id)
    .where("version", "in", evidenceVersions)
    .execute();
  if (rows.some(({ kind }) => kind === "attestation" || kind === "pack")) return "vouched";
  return rows.flatMap(({ document, address }) => (document === null ? [] : [{ document, address }]));
}

/** Kind of the paragraph of each sentence, under document and address. */
async function paragraphKinds(tx: Tx, cited: readonly Cited[]): Promise<ReadonlyMap<string, string>> {
  const documents = [...new Set(cited.map(({ document }) => document))];
  const addresses = [...new Set(cited.flatMap(({ address }) => address ?? []))];
  const { rows } = await sql<{ document: Id; address: string; kind: string }>`
    select s.document, s.address, s.kind from document d join sentence s on s.jurisdiction = d.jurisdiction and s.document = d.id
    where d.id = any(${documents}::uuid[]) and s.address = any(${addresses}::text[])`.execute(tx.db);
  return new Map(rows.map(({ document, address, kind }) => [`${document} ${address}`, kind]));
}

type Grounds = ReadonlyMap<Id, DocumentGround>;

function refusedEvent({ draft, cited }: Judged, grounds: Grounds): string | null {
  const documents = [...new Set(cited.map(({ document }) => document))].flatMap((id) => grounds.get(id) ?? []);
  const named = documents.map(({ name, finding }) => ({ document: name, finding }));
  return refusedEntry(named, { isPublic: draft.visibility === "public" });
}

interface Facts {
  readonly grounds: Grounds;
  readonly paragraphs: ReadonlyMap<string, string>;
}

/** One sentence that may bind is enough. */
function refusedBinding({ cited }: Judged, { grounds, paragraphs }: Facts): string | null {
  const bars = cited.map(({ document, address }) => {
    const ground = grounds.get(document);
    const why = barOf({
      standing: ground?.standing ?? null,
      paragraph: paragraphs.get(`${document} ${address}`) ?? null,
    });
    return why === null
      ? null
      : `${why} (${ground?.name ?? document}). Keep it as text, or correct the standing on the card of the document.`;
  });
  return bars.every((bar) => bar !== null) ? (bars[0] ?? null) : null;
}
