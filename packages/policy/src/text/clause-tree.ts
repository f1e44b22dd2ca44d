import type { Clause } from "../records/clause.ts";
import type { Strip } from "./clause-strips.ts";

/** 条款稿. A clause while it is put together; it grows as strips are taken into it. */
export interface Draft {
  readonly path: readonly string[];
  readonly marks: readonly string[];
  readonly title: string;
  readonly order: { readonly drafts: Draft[] };
  readonly strips: Strip[];
  /** Numbers already used by its parts, each with how often. */
  readonly used: Map<number, number>;
}

/** What a part is called; `number` null when it has none of its own. */
export interface DraftNames {
  readonly mark: string;
  readonly number: number | null;
  readonly title: string;
}

/** 立稿. Opens a part below another one, or the document itself when there is none. */
export function draftUnder(parent: Draft | null, { mark, number, title }: DraftNames): Draft {
  if (!parent) {
    const order = { drafts: [] as Draft[] };
    const root = { path: [], marks: [], title, order, strips: [], used: new Map() };
    order.drafts.push(root);
    return root;
  }
  const place = number ?? Math.max(0, ...parent.used.keys()) + 1;
  const times = (parent.used.get(place) ?? 0) + 1;
  parent.used.set(place, times);
  const step = times === 1 ? String(place) : `${place}~${times}`;
  const draft: Draft = {
    path: [...parent.path, step],
    marks: [...parent.marks, mark],
    title,
    order: parent.order,
    strips: [],
    used: new Map(),
  };
  parent.order.drafts.push(draft);
  return draft;
}

/** 归条. Gives words to a clause. */
export function take(draft: Draft, strip: Strip): void {
  draft.strips.push(strip);
}

/** 成条款. All clauses that have words, in the order in which they were opened. */
export function finished(root: Draft): readonly Clause[] {
  return root.order.drafts.flatMap((draft) => clauseOf(draft) ?? []);
}

function clauseOf({ path, marks, title, strips }: Draft): Clause | null {
  const [first, last] = [strips[0], strips.at(-1)];
  if (!first || !last) return null;
  return {
    path: path.length === 0 ? "0" : path.join("."),
    marks: [...marks],
    title: path.length === 0 ? first.text.slice(0, 40) : title,
    first: first.sentence.address,
    last: last.sentence.address,
    start: first.start,
    end: last.end,
    text: strips.map(({ text }, index) => (index > 0 && isNewParagraph(strips, index) ? `\n${text}` : text)).join(""),
  };
}

const isNewParagraph = (strips: readonly Strip[], index: number): boolean =>
  strips[index]?.sentence.paragraph !== strips[index - 1]?.sentence.paragraph;
