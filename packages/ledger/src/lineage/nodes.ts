import type { CalendarDate } from "@qipan/policy/records/identity";
import type { LineageNode } from "@qipan/policy/records/lineage";
import { standingOn } from "@qipan/policy/rules/standing-on";
import type { PlanRow } from "./plan-names.ts";
import type { LineageDocument, ToldTitle } from "./told-titles.ts";

/** 截至. The day a graph is drawn for, and the nodes that some text says it replaces. */
export interface Day {
  readonly asOf: CalendarDate;
  readonly replaced: ReadonlySet<string>;
}

/** 规划节点. A plan of the register with its texts, newest first; the register goes before what a text says. */
export function planNode(
  { id, key, title, fields }: PlanRow,
  texts: readonly LineageDocument[],
  day: Day,
): LineageNode {
  const [newest] = texts;
  const years = { from: fields.periodStart, to: fields.periodEnd };
  return {
    ...told(`plan:${key}`, newest, day),
    kind: "plan",
    title,
    plan: { id, key, planKind: fields.planKind },
    documents: texts.map(({ id: document, name }) => ({ id: document, name })),
    held: texts.length > 0,
    issuer: fields.issuer ?? newest?.issuer ?? null,
    date: fields.issued ?? newest?.date ?? null,
    horizon: years.from === null && years.to === null ? (newest?.card?.horizon?.value ?? null) : years,
  };
}

/** 文件节点. A document that is the text of no plan. */
export function documentNode(document: LineageDocument, day: Day): LineageNode {
  const { id, name, title, issuer, date } = document;
  const key = `document:${id}`;
  const said = { title: title ?? name, issuer, date, horizon: document.card?.horizon?.value ?? null };
  return { ...told(key, document, day), kind: "document", ...said, plan: null, documents: [{ id, name }], held: true };
}

/** What the card of a text says on a day; nothing without a text. */
function told(
  key: string,
  document: LineageDocument | undefined,
  { asOf, replaced }: Day,
): Pick<LineageNode, "key" | "genre" | "level" | "standing"> {
  const card = document?.card;
  if (!card) return { key, genre: null, level: null, standing: null };
  const standing = standingOn(card, { asOf, isReplaced: replaced.has(key) });
  return { key, genre: card.genre?.value ?? null, level: card.level?.value ?? null, standing };
}

/** 未收录节点. Titles that are named and lead to nothing that is held; `target` is the node that a title leads to. */
export function titleNodes(told: readonly ToldTitle[], target: (row: ToldTitle) => string): readonly LineageNode[] {
  const named = told.filter(({ relation }) => relation === "implements" || relation === "replaces");
  const missing = new Map(named.map((row) => [target(row), row.title]));
  const nothing = {
    plan: null,
    documents: [],
    held: false,
    genre: null,
    level: null,
    standing: null,
    issuer: null,
    date: null,
    horizon: null,
  };
  return [...missing].flatMap(([key, title]) =>
    key.startsWith("title:") ? [{ key, kind: "title" as const, title, ...nothing }] : [],
  );
}
