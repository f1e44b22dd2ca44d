import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id, Instant, Sha256 } from "@qipan/policy/records/identity";
import type { JurisdictionCode, Ownership } from "@qipan/policy/records/jurisdiction";
import type { NewObservation } from "@qipan/policy/records/observation";
import { digestOf } from "./canonical-json.ts";

/** 版本要素. What the hash of a version covers. Texts enter by digest, so that what is purged later still proves. */
export interface VersionFacts extends Ownership {
  readonly previousHash: Sha256 | null;
  readonly entry: Id;
  readonly version: number;
  readonly kind: string;
  readonly key: string;
  readonly origin: string;
  readonly confidence: string;
  readonly withdrawn: boolean;
  readonly action: string;
  readonly actor: string;
  readonly recordedAt: Instant;
  readonly reasonDigest: Sha256 | null;
  readonly fieldsDigest: Sha256;
  readonly evidenceDigest: Sha256;
}

/** 版本散列. Hash of a version; it holds that of the version before, so versions form a chain. Extra members are ignored. */
export function versionHash(facts: VersionFacts): Sha256 {
  const { previousHash, jurisdiction, visibility, sharedWith, entry, version, kind, key, origin, confidence } = facts;
  const { withdrawn, action, actor, recordedAt, reasonDigest, fieldsDigest, evidenceDigest } = facts;
  const owner = { jurisdiction, visibility, sharedWith };
  const said = { kind, key, origin, confidence, withdrawn, reasonDigest, fieldsDigest, evidenceDigest };
  return digestOf({ previousHash, entry, version, ...owner, ...said, action, actor, recordedAt });
}

/** 理由散列. Null for no reason. */
export function reasonDigest(reason: string | null): Sha256 | null {
  return reason === null ? null : digestOf(reason);
}

/** 依据散列. Of one piece of evidence as it was brought. */
export function evidenceDigest(evidence: Evidence): Sha256 {
  return digestOf(evidence);
}

/** 新增依据散列. Over the digests of the evidence that one version brought, in order; also of none. */
export function addedDigest(digests: readonly Sha256[]): Sha256 {
  return digestOf(digests);
}

/** 全部依据散列. Over the added digests of the versions whose evidence holds, in order of version. */
export function heldEvidenceDigest(addedDigests: readonly Sha256[]): Sha256 {
  return digestOf(addedDigests);
}

/** 观测散列. Of an observation as it was brought; its evidence enters by digest. */
export function observationDigest(observation: NewObservation): Sha256 {
  const { evidence, jurisdiction, visibility, sharedWith, indicator, region, period, periodStart, periodEnd } =
    observation;
  const { series, vintage, value, unit, valueKind, priceBasis, derived, confidence, note } = observation;
  const place = {
    jurisdiction,
    visibility,
    sharedWith,
    indicator,
    region,
    period,
    periodStart,
    periodEnd,
    series,
    vintage,
  };
  return digestOf({
    ...place,
    value,
    unit,
    valueKind,
    priceBasis,
    derived,
    confidence,
    note,
    evidence: evidenceDigest(evidence),
  });
}

/** 文件封存要素. What a checkpoint proves of a document after everything else of it may be purged. */
export interface DocumentFacts {
  readonly id: Id;
  readonly jurisdiction: JurisdictionCode;
  readonly sha256: Sha256;
  readonly textSha256: Sha256;
  readonly byteLength: number;
  readonly textLength: number;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
}

/** 文件封存散列. Extra members are ignored. */
export function documentHash(facts: DocumentFacts): Sha256 {
  const { id, jurisdiction, sha256, textSha256, byteLength, textLength, receivedAt, receivedBy } = facts;
  return digestOf({ id, jurisdiction, sha256, textSha256, byteLength, textLength, receivedAt, receivedBy });
}
