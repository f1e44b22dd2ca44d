import { type DocumentGround, documentGrounds } from "@qipan/ledger/sources";
import type { Tx } from "@qipan/ledger/transaction";
import { hasDataAuthority } from "@qipan/policy/chronicle/source-rule";
import { quotedVintage } from "@qipan/policy/indicators/headline";
import { type Ground, groundOf } from "@qipan/policy/records/ground";
import type { Id } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { barOf, isBinding } from "@qipan/policy/rules/binding";

/** 文件规则. What the source and the standing of its document allow a reading to become. */
export interface DocumentRules {
  /** Why nothing may be made of a reading; null where something may. */
  refusal(reading: StoredReading): Ground | null;
  /** Owner and visibility of what a reading becomes: an event whose source is not known is a draft. */
  ownership(reading: StoredReading, ownership: Ownership): Ownership;
  /** Vintage of a figure: quoted, unless its source has authority for figures. */
  vintage(reading: StoredReading): string;
}

/** 取文件规则. The rules for readings of these documents, their sources looked up in one go. */
export async function documentRules(tx: Tx, readings: readonly StoredReading[]): Promise<DocumentRules> {
  const grounds = await documentGrounds(tx, [...new Set(readings.map(({ document }) => document))]);
  return {
    refusal: (reading) => refusalOf(reading, grounds),
    ownership: ({ type, document }, ownership) => {
      const isOpen = type === "event" && ownership.visibility === "public";
      return isOpen && findingOf(grounds, document).state === "unknown"
        ? { ...ownership, visibility: "draft" }
        : ownership;
    },
    vintage: ({ document }) => (hasDataAuthority(findingOf(grounds, document)) ? "" : quotedVintage),
  };
}

type Grounds = ReadonlyMap<Id, DocumentGround>;

function findingOf(grounds: Grounds, document: Id): DocumentGround["finding"] {
  return grounds.get(document)?.finding ?? { state: "unknown" };
}

function refusalOf({ type, document }: StoredReading, grounds: Grounds): Ground | null {
  const finding = findingOf(grounds, document);
  if (type === "event" && finding.state === "unlisted") return groundOf("source-unlisted", { detail: finding.named });
  const why = isBinding(type) ? barOf({ standing: grounds.get(document)?.standing ?? null }) : null;
  return why === null ? null : groundOf("binds-nobody", { detail: why });
}
