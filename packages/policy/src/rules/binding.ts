import type { Standing } from "../records/card.ts";
import type { ParagraphKind } from "../records/document-text.ts";

/** 约束之事. What binds somebody once it is in the ledger. */
export const bindingKinds = ["task", "target", "commitment"] as const;
export type BindingKind = (typeof bindingKinds)[number];

/** 不作数者. Standings whose texts bind nobody, and why: from them nothing that binds is made. */
const unbinding: Partial<Record<Standing, string>> = {
  proposal: "the document is a proposal (倡议、建议): it asks, it does not decide",
  commentary: "the document is commentary: it judges, it does not decide",
  draft: "the document is a draft for comment: it is not decided yet",
};

/** 不作数段. Kinds of paragraph that bind nobody in whatever document. */
const unbindingParagraphs: Partial<Record<ParagraphKind, string>> = {
  comment: "the sentence stands in a comment: it judges, it does not decide",
};

/** 语境. Where a sentence stands: what its document is worth, and in what kind of paragraph it is. */
export interface SaidIn {
  readonly standing: Standing | null;
  readonly paragraph?: string | null;
}

/**
 * 可否成约束. Why what is said there can become no task, target or commitment; null where it can. A document whose standing is
 * not known may.
 */
export function barOf({ standing, paragraph }: SaidIn): string | null {
  const byText = standing === null ? undefined : unbinding[standing];
  return byText ?? Object.entries(unbindingParagraphs).find(([kind]) => kind === paragraph)?.[1] ?? null;
}

/** 是否约束. Whether a kind of entry or reading binds somebody. */
export function isBinding(kind: string): kind is BindingKind {
  return bindingKinds.some((binding) => binding === kind);
}
