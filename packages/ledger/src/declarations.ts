import { bareTitleKey } from "@qipan/policy/extraction/card/title-key";
import type { DeclaredPart, Fact } from "@qipan/policy/records/card";
import type { Id } from "@qipan/policy/records/identity";
import type { Confidence } from "@qipan/policy/records/provenance";
import { type PartCount, partCountOf } from "@qipan/policy/rules/declared-parts";
import { sql } from "kysely";
import { type PlanNames, planCalled, planNames, type PlanRow } from "./lineage/plan-names.ts";
import { documentsCalled } from "./lineage/told-titles.ts";
import type { Tx } from "./transaction.ts";

/** 宣布与收录. What a document declares of parts, against those known by title and those of which a text is held. */
export interface Declaration {
  readonly of: { readonly key: string; readonly title: string };
  readonly count: number;
  readonly what: string;
  readonly evidence: {
    readonly document: Id;
    readonly documentName: string;
    readonly address: string | null;
    readonly quote: string;
    readonly sentence: string | null;
  };
  readonly known: number | null;
  readonly held: number | null;
  readonly parts: readonly Part[];
  readonly unnamed: number | null;
}

/** 已知部分. A part that is known by title; `held` when its text is held (for tasks: the row itself). */
export interface Part {
  readonly id: Id;
  readonly key: string;
  readonly title: string;
  readonly held: boolean;
  readonly confidence: Confidence;
}

/** Which declarations: those of one plan, those of one document, or all. */
export interface DeclarationsQuery {
  readonly plan?: string | undefined;
  readonly document?: Id | undefined;
}

/** 宣布清单. In order of the documents; documents that declare nothing give nothing. */
export async function declarations(
  tx: Tx,
  { plan, document }: DeclarationsQuery = {},
): Promise<readonly Declaration[]> {
  const rows = await declaring(tx, document);
  if (rows.length === 0) return [];
  const names = await planNames(tx);
  const texts = await textsHeld(tx, names);
  const tasks = await tasksByPlan(tx);
  return rows
    .map((row) => declarationOf(row, { names, texts, tasks }))
    .filter(({ of }) => plan === undefined || of.key === plan || of.key === `plan:${plan}`);
}

interface Declaring {
  readonly document: Id;
  readonly documentName: string;
  readonly title: string | null;
  readonly fact: Fact<DeclaredPart>;
  readonly sentence: string | null;
}

const most = 1000;

async function declaring(tx: Tx, document: Id | undefined): Promise<readonly Declaring[]> {
  const only = document === undefined ? sql`true` : sql`d.id = ${document}`;
  const { rows } = await sql<Declaring>`
    select d.id as document, d.name as "documentName", d.title, f.fact, s.text as sentence
    from card c join document d on d.jurisdiction = c.jurisdiction and d.id = c.document
      cross join lateral jsonb_array_elements(c.card -> 'declares') with ordinality f(fact, ordinal)
      left join sentence s on s.jurisdiction = c.jurisdiction and s.document = c.document and s.address = f.fact #>> '{basis,address}'
    where c.card -> 'declares' <> '[]'::jsonb and ${only} order by d.id, f.ordinal limit ${most}`.execute(tx.db);
  return rows;
}

/** Plan whose text a document is, by document; what an officer said goes before what titles say. */
async function textsHeld(tx: Tx, names: PlanNames): Promise<ReadonlyMap<Id, readonly PlanRow[]>> {
  const called = await documentsCalled(tx, [...names.byTitle.keys()]);
  const set = await tx.db
    .selectFrom("cardTitle")
    .select(["document", "titleKey"])
    .where("relation", "=", "plan")
    .execute();
  const told = [
    ...set.map(({ document, titleKey }) => ({ document, plan: names.byKey.get(titleKey) })),
    ...called.map(({ document, titleKey }) => ({ document, plan: names.byTitle.get(titleKey) })),
  ];
  const texts = Map.groupBy(told, ({ document }) => document);
  return new Map([...texts].map(([document, rows]) => [document, rows.flatMap(({ plan }) => plan ?? [])]));
}

type TaskRow = Omit<Part, "held"> & { readonly plan: string };

async function tasksByPlan(tx: Tx): Promise<ReadonlyMap<string, readonly TaskRow[]>> {
  const { rows } = await sql<TaskRow>`
    select id, key, title, confidence, fields ->> 'plan' as plan from entry
    where kind = 'task' and not withdrawn and fields ->> 'plan' is not null order by key`.execute(tx.db);
  return Map.groupBy(rows, ({ plan }) => plan);
}

interface Known {
  readonly names: PlanNames;
  readonly texts: ReadonlyMap<Id, readonly PlanRow[]>;
  readonly tasks: ReadonlyMap<string, readonly TaskRow[]>;
}

function declarationOf({ document, documentName, title, fact, sentence }: Declaring, known: Known): Declaration {
  const { count, what, of } = fact.value;
  const counted = partCountOf(what);
  const plan = spokenOf({ of, counted, own: known.texts.get(document) ?? [] }, known.names);
  const parts = plan && counted ? partsOf(plan, counted, known) : null;
  const { basis } = fact;
  const place =
    basis.how === "read" ? { address: basis.address, quote: basis.quote } : { address: null, quote: basis.reason };
  return {
    of: plan
      ? { key: `plan:${plan.key}`, title: plan.title }
      : { key: `document:${document}`, title: of ?? title ?? documentName },
    count,
    what,
    evidence: { document, documentName, ...place, sentence },
    known: parts?.length ?? null,
    held: parts?.filter((part) => part.held).length ?? null,
    parts: parts ?? [],
    unnamed: parts ? Math.max(0, count - parts.length) : null,
  };
}

/** The plan that is named; else that whose text the document is; else the one outline over all that have such parts. */
function spokenOf(
  { of, counted, own: texts }: { of: string | null; counted: PartCount | null; own: readonly PlanRow[] },
  names: PlanNames,
): PlanRow | undefined {
  if (of !== null) return planCalled(names, of);
  const [own] = texts;
  if (own || counted?.by !== "plan") return own;
  const parents = new Set(
    names.plans.flatMap(({ fields }) =>
      fields.planKind === counted.planKind && fields.parent !== null ? [fields.parent] : [],
    ),
  );
  const outlines = [...parents]
    .flatMap((key) => names.byKey.get(key) ?? [])
    .filter(({ fields }) => fields.planKind === "outline");
  const keys = new Set(outlines.map(({ key }) => key));
  const top = outlines.filter(({ fields }) => fields.parent === null || !keys.has(fields.parent));
  return top.length === 1 ? top[0] : undefined;
}

function partsOf(plan: PlanRow, counted: PartCount, { names, texts, tasks }: Known): readonly Part[] {
  if (counted.by === "task")
    return (tasks.get(plan.key) ?? []).map(({ plan: _, ...task }) => ({ ...task, held: true }));
  const held = new Set([...texts.values()].flat().map(({ key }) => key));
  return names.plans
    .filter(({ fields, title }) => {
      const isUnder = fields.parent === plan.key && fields.planKind === counted.planKind;
      return isUnder && bareTitleKey(title).endsWith(counted.ending);
    })
    .map(({ id, key, title, confidence }) => ({ id, key, title, confidence, held: held.has(key) }));
}
