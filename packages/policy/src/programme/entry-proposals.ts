import type {
  AgreementReading,
  MilestoneReading,
  OrganisationChangeReading,
  PlanReading,
  TargetReading,
} from "../records/document-reading.ts";
import type { ProjectFields } from "../records/project.ts";
import type { CommitmentReading } from "../records/reading.ts";
import type { EntryKind } from "../records/registers.ts";

/** A body, place or indicator as the ledger knows it by a written name; undefined where no name fits. */
export type KeyOf = (written: string) => string | undefined;

/** 已知名称. How written names lead to keys. */
export interface Known {
  readonly organisation: KeyOf;
  readonly place: KeyOf;
  readonly indicator: KeyOf;
}

/** 拟议条目. The entry that a reading would become; `missing` are fields that it must have and that the text does not say. */
export interface ProposedEntry {
  readonly kind: EntryKind;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
}

/** What of a document becomes an entry: a commitment a task, a step of a project the project as it then stood. */
export type ProposingReading =
  | CommitmentReading
  | TargetReading
  | AgreementReading
  | PlanReading
  | MilestoneReading
  | OrganisationChangeReading;

/**
 * 读出成条目. The entry that a reading proposes, with bodies, places and indicators by key where the ledger knows them and as
 * written where not. Null for a change of a body other than its founding: the body is held already, or should be first.
 */
export function proposedEntry(reading: ProposingReading, known: Known): ProposedEntry | null {
  switch (reading.type) {
    case "commitment":
      return task(reading, known);
    case "target":
      return target(reading, known);
    case "agreement":
      return agreement(reading, known);
    case "plan":
      return plan(reading, known);
    case "milestone":
      return project(reading);
    case "organisation-change":
      return reading.change === "founded" ? body(reading) : null;
  }
}

function task(reading: CommitmentReading, known: Known): ProposedEntry {
  const { lead, helpers, target: number, place } = reading;
  const named = (name: string): string => known.organisation(name) ?? name;
  return entry("task", {
    title: line(reading.spans[0]?.text ?? `${reading.action}${reading.object}`),
    titleEn: null,
    action: line(reading.action) || null,
    object: line(reading.deliverable ?? reading.object) || null,
    deadline: reading.deadline,
    quantity: number?.value ?? null,
    unit: number?.value == null ? null : number.unit,
    place: place ? (known.place(place) ?? place) : onlyCode(reading.region),
    lead: lead ? named(lead) : null,
    helpers: [...new Set(helpers.map(named))],
    domain: reading.domain,
    plan: null,
    note: null,
  });
}

/** `n/a`, `JJJ` and several codes are no single place. */
const onlyCode = (region: string): string | null => (/^\d{6}$/u.test(region) ? region : null);

function target(reading: TargetReading, known: Known): ProposedEntry {
  const { comparator, value, low, high } = reading;
  const number = value ?? (comparator === "<=" ? high : low);
  const bound = ({ "<": "<=", "<=": "<=", ">": ">=", ">=": ">=" } as const)[comparator as "<"] ?? "="; // other signs find nothing
  return entry("target", {
    title: line(`${reading.indicator}${reading.due ? `（${reading.due.slice(0, 4)}年）` : ""}`),
    titleEn: null,
    indicator: known.indicator(reading.indicator) ?? line(reading.indicator),
    region: reading.region === "n/a" ? null : reading.region,
    comparator: bound,
    value: number,
    unit: reading.unit ?? "1",
    due: reading.due,
    plan: null,
    note: null,
  });
}

function agreement(reading: AgreementReading, known: Known): ProposedEntry {
  return entry("agreement", {
    title: line(reading.title),
    titleEn: null,
    signed: partial(reading),
    parties: reading.parties.map((name) => known.organisation(name) ?? known.place(name) ?? name),
    domain: reading.domain,
    note: null,
  });
}

function plan(reading: PlanReading, known: Known): ProposedEntry {
  const [from, to] = yearsIn(reading.title);
  return entry("plan", {
    title: line(reading.title),
    titleEn: null,
    planKind: reading.planKind,
    issuer: reading.issuer ? line(known.organisation(reading.issuer) ?? reading.issuer) : null,
    periodStart: from,
    periodEnd: to,
    issued: reading.stage === "issued" || reading.stage === "in-force" ? partial(reading) : null,
    parent: null,
    note: null,
  });
}

/** First and last year in the name of a plan; null where it names none. */
function yearsIn(title: string): readonly [number | null, number | null] {
  const range = /(\d{4})年?\s*[-—–~～至]+\s*(\d{4})/u.exec(title);
  if (range) return [Number(range[1]), Number(range[2])];
  const year = /(\d{4})年/u.exec(title)?.[1];
  return year === undefined ? [null, null] : [Number(year), Number(year)];
}

const statusOf: Readonly<Record<MilestoneReading["stage"], ProjectFields["status"]>> = {
  proposed: "planned",
  approved: "planned",
  started: "building",
  "under-way": "building",
  completed: "done",
  opened: "open",
};

function project(reading: MilestoneReading): ProposedEntry {
  const ends = reading.stage === "completed" || reading.stage === "opened";
  return entry("project", {
    title: line(reading.project),
    titleEn: null,
    domain: reading.domain,
    regions: reading.regions,
    lon: null,
    lat: null,
    status: statusOf[reading.stage],
    start: reading.stage === "started" ? partial(reading) : null,
    finish: ends ? partial(reading) : null,
    investment: reading.investment?.value == null ? null : reading.investment.value / 1e8,
    lead: null,
    note: null,
  });
}

function body(reading: OrganisationChangeReading): ProposedEntry {
  return entry("organisation", {
    title: line(reading.body),
    titleEn: null,
    organisationKind: null,
    region: null,
    parent: null,
    aliases: [],
  });
}

/** Fields that an entry of the kind must have. */
const needed: Readonly<Partial<Record<EntryKind, readonly string[]>>> = {
  target: ["region", "value"],
  plan: ["planKind"],
  project: ["domain"],
};

function entry(kind: EntryKind, fields: Readonly<Record<string, unknown>>): ProposedEntry {
  return { kind, fields, missing: (needed[kind] ?? []).filter((name) => fields[name] === null) };
}

/** Words as one line that a field takes. */
const line = (words: string): string => words.replaceAll(/\s+/gu, "").slice(0, 300);

/** The day, month or year that something happened; null where the text does not say. */
function partial({
  dateStart,
  dateEnd,
  precision,
}: Pick<AgreementReading, "dateStart" | "dateEnd" | "precision">): string | null {
  if (dateStart === null) return null;
  if (precision === "day" && (dateEnd === null || dateEnd === dateStart)) return dateStart;
  if (precision === "day" || precision === "month") return dateStart.slice(0, 7);
  return dateStart.slice(0, 4);
}
