import { z } from "zod";
import { genres, horizon, levels, standings } from "./card.ts";
import { id } from "./identity.ts";
import { planKinds } from "./plan.ts";

/**
 * 谱系节点. A plan of the register with the document that is its text, a document that is the text of no plan, or a title
 * that is named and not held (未收录). `key` names it in the edges: `plan:<key>`, `document:<id>`, `title:<words>`.
 */
export const lineageNode = z.object({
  key: z.string(),
  kind: z.enum(["plan", "document", "title"]),
  title: z.string(),
  /** Entry of the plan register; null for the other kinds. */
  plan: z.object({ id, key: z.string(), planKind: z.enum(planKinds) }).nullable(),
  /** Documents that are its text, newest first; empty where no text is held. */
  documents: z.array(z.object({ id, name: z.string() })),
  /** Whether a text is held that the caller sees. */
  held: z.boolean(),
  genre: z.enum(genres).nullable(),
  level: z.enum(levels).nullable(),
  standing: z.enum(standings).nullable(),
  issuer: z.string().nullable(),
  date: z.string().nullable(),
  horizon: horizon.nullable(),
});
export type LineageNode = z.infer<typeof lineageNode>;

/** 谱系关系. `serves`: parent in the plan register; `implements`, `replaces`: a document says so; `version-of`: newer text. */
export const lineageRelations = ["serves", "implements", "replaces", "version-of"] as const;
export type LineageRelation = (typeof lineageRelations)[number];

/** 谱系边. From the later or lower text to the one it speaks of; the words that say so are null for rows of a register. */
export const lineageEdge = z.object({
  from: z.string(),
  to: z.string(),
  relation: z.enum(lineageRelations),
  evidence: z.object({ document: id, address: z.string(), quote: z.string() }).nullable(),
});
export type LineageEdge = z.infer<typeof lineageEdge>;

/** 谱系图. `truncated` when more is held than one answer gives: ask from a root then. */
export const lineageGraph = z.object({
  nodes: z.array(lineageNode),
  edges: z.array(lineageEdge),
  truncated: z.boolean(),
});
export type LineageGraph = z.infer<typeof lineageGraph>;
