import { titleKey } from "@qipan/policy/extraction/card/title-key";
import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import type { LineageEdge, LineageGraph, LineageNode } from "@qipan/policy/records/lineage";
import { daysOf } from "@qipan/policy/records/partial-date";
import { documentNode, planNode, titleNodes } from "./lineage/nodes.ts";
import { type PlanNames, planCalled, planNames } from "./lineage/plan-names.ts";
import {
  documentsCalled,
  type LineageDocument,
  lineageDocuments,
  relationsTold,
  toldBy,
  type ToldTitle,
} from "./lineage/told-titles.ts";
import { within } from "./lineage/within.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Tx } from "./transaction.ts";

/** 谱系要求. `root` is a plan's key, a document's id or a node's key; without it everything that is joined is given. */
export interface LineageQuery {
  readonly root?: string | undefined;
  readonly depth?: number | undefined;
  readonly asOf: CalendarDate;
}

/**
 * 谱系. Plans of the register and documents with what they serve, implement and replace, as far as the principal sees them;
 * titles that are named and not held are nodes too. What is dated after `asOf` is left out. Refuses a root that is not held.
 */
export async function lineageOf(tx: Tx, { root, depth = 3, asOf }: LineageQuery): Promise<LineageGraph> {
  const names = await planNames(tx);
  const { told, truncated } = await relationsTold(tx);
  const asked = root === undefined ? null : documentIdIn(root);
  const own = asked ? await toldBy(tx, asked) : [];
  const held = await heldIn(tx, names, [...told, ...own, ...(asked ? [bareMention(asked)] : [])]);
  const graph = graphOf(names, held, asOf);
  if (root === undefined) return { ...graph, truncated };
  const start = nodeFor(root, graph.nodes);
  if (!start)
    throw new LedgerRefusal("not-found", `No plan, document or title ${root} is held. Look it up in its list again.`);
  return { ...within(graph, start, depth), truncated };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

function documentIdIn(root: string): Id | null {
  const id = root.startsWith("document:") ? root.slice("document:".length) : root;
  return uuid.test(id) ? (id as Id) : null; // what has the form of an id is one, held or not
}

/** A document that says nothing of titles is asked for all the same. */
function bareMention(document: Id): ToldTitle {
  return { document, relation: "title", title: "", titleKey: "", address: null, quote: null };
}

/** Documents of the graph and what they say, their own titles among it. */
interface Held {
  readonly documents: readonly LineageDocument[];
  readonly told: readonly ToldTitle[];
}

async function heldIn(tx: Tx, names: PlanNames, told: readonly ToldTitle[]): Promise<Held> {
  const called = await documentsCalled(tx, [...names.byTitle.keys(), ...told.map((row) => row.titleKey)]);
  const ids = new Set([...told, ...called].map(({ document }) => document));
  return { documents: await lineageDocuments(tx, [...ids]), told: [...told, ...called] };
}

function graphOf(
  names: PlanNames,
  { documents: all, told }: Held,
  asOf: CalendarDate,
): Omit<LineageGraph, "truncated"> {
  const documents = all.filter(({ date }) => date === null || date <= asOf);
  const plans = names.plans.filter(({ fields }) => fields.issued === null || daysOf(fields.issued).start <= asOf);
  const seen = new Set(documents.map(({ id }) => id));
  const rows = told.filter(({ document }) => seen.has(document));
  const textOf = new Map(documents.map(({ id }) => [id, plansOf(id, names, rows)]));
  const nodeOf = new Map(
    [...textOf].map(([id, [plan]]) => [id, plan === undefined ? `document:${id}` : `plan:${plan}`] as const),
  );
  const target = targets(names, rows, nodeOf);
  const edges = unique([
    ...plans.flatMap(({ key, fields }) => servesEdge(key, fields.parent, names)),
    ...rows.flatMap((row) => toldEdge(row, { nodeOf, target })),
    ...documents.flatMap(({ id, previous }) => versionEdge(id, previous, nodeOf)),
  ]);
  const replaced = new Set(edges.flatMap(({ relation, to }) => (relation === "replaces" ? [to] : [])));
  const day = { asOf, replaced };
  const nodes = [
    ...plans.map((plan) =>
      planNode(
        plan,
        documents.filter(({ id }) => textOf.get(id)?.includes(plan.key)),
        day,
      ),
    ),
    ...documents.flatMap((document) =>
      nodeOf.get(document.id)?.startsWith("document:") ? [documentNode(document, day)] : [],
    ),
    ...titleNodes(rows, target),
  ];
  const keys = new Set(nodes.map(({ key }) => key));
  return { nodes, edges: edges.filter(({ from, to }) => keys.has(from) && keys.has(to)) };
}

/** Plans whose text a document is: the one that an officer named, else those that go by one of its titles. */
function plansOf(id: Id, names: PlanNames, told: readonly ToldTitle[]): readonly string[] {
  const own = told.filter(({ document }) => document === id);
  const set = own.flatMap(({ relation, titleKey: key }) =>
    relation === "plan" ? (names.byKey.get(key)?.key ?? []) : [],
  );
  if (set.length > 0) return set;
  return [
    ...new Set(own.flatMap((row) => (row.relation === "title" ? (names.byTitle.get(row.titleKey)?.key ?? []) : []))),
  ];
}

type NodeOf = ReadonlyMap<Id, string>;
type Target = (row: ToldTitle) => string;

/** Node that a title leads to: the plan of that name, the newest document of that name, else the title itself. */
function targets(names: PlanNames, told: readonly ToldTitle[], nodeOf: NodeOf): Target {
  const called = new Map<string, string>();
  for (const { relation, titleKey: key, document } of told)
    if (relation === "title" && key !== "") called.set(key, nodeOf.get(document) ?? `document:${document}`);
  return ({ title, titleKey: key }) => {
    const plan = planCalled(names, title);
    return plan ? `plan:${plan.key}` : (called.get(key) ?? `title:${key}`);
  };
}

function servesEdge(key: string, parent: string | null, { byKey }: PlanNames): readonly LineageEdge[] {
  return parent !== null && byKey.has(parent)
    ? [{ from: `plan:${key}`, to: `plan:${parent}`, relation: "serves", evidence: null }]
    : [];
}

function toldEdge(row: ToldTitle, { nodeOf, target }: { nodeOf: NodeOf; target: Target }): readonly LineageEdge[] {
  const { document, relation, address, quote } = row;
  if (relation !== "implements" && relation !== "replaces") return [];
  const [from, to] = [nodeOf.get(document), target(row)];
  if (from === undefined || from === to) return [];
  return [{ from, to, relation, evidence: address === null ? null : { document, address, quote: quote ?? "" } }];
}

function versionEdge(id: Id, previous: Id | null, nodeOf: NodeOf): readonly LineageEdge[] {
  const [from, to] = [nodeOf.get(id), previous === null ? undefined : nodeOf.get(previous)];
  return from !== undefined && to !== undefined && from !== to
    ? [{ from, to, relation: "version-of", evidence: null }]
    : [];
}

function unique(edges: readonly LineageEdge[]): LineageEdge[] {
  return [...new Map(edges.map((edge) => [`${edge.from} ${edge.relation} ${edge.to}`, edge])).values()];
}

function nodeFor(root: string, nodes: readonly LineageNode[]): string | undefined {
  const wanted = new Set([root, `plan:${root}`, `document:${root}`, `title:${titleKey(root)}`]);
  return nodes.find(
    ({ key, plan, documents }) =>
      wanted.has(key) || plan?.id === root || documents.some(({ id }) => id === root || `document:${id}` === root),
  )?.key;
}
