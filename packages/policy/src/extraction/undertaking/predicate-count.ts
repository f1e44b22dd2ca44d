import type { Passage } from "../../mention/passages.ts";
import type { Span } from "../../text/span.ts";
import { mentionsFrom } from "../reading-matter.ts";
import type { Predicate, Walk } from "./predicate-record.ts";

/** 设立的分支机构有7000多家: the act stands before its noun, the clause only counts. */
export function countAlone(walk: Walk, { mentions, scan }: Passage, clause: Span): Predicate | null {
  const named = walk.theme >= 0 ? walk.theme : (walk.actor?.start ?? -1);
  if (!(walk.modifier || walk.done || walk.sum) || named < 0) return null;
  const count = mentionsFrom(mentions, clause).find(
    ({ mention, start, end }) =>
      mention.kind === "quantity" && start >= clause.start && end >= clause.end - 1 && end <= clause.end,
  );
  if (!count || count.start - named < 2) return null;
  const start = scan.text.charAt(count.start - 1) === "有" ? count.start - 1 : count.start;
  const theme = { start: named, end: start };
  const verb = {
    class: "result",
    strength: "built",
    theme,
    body: false,
    actor: walk.actor,
    marked: true,
    counts: true,
  } as const;
  return { ...verb, start, end: count.start, group: start };
}

/** 向上争取资金301.5亿元: a striving that counts has been a success. */
export function striven({ strive, theme, actor }: Walk, { mentions }: Passage, clause: Span): Predicate | null {
  if (strive < 0) return null;
  const counts = mentionsFrom(mentions, clause).some(
    ({ mention, start, end }) => mention.kind === "quantity" && start > strive && end <= clause.end,
  );
  if (!counts) return null;
  const before = theme < 0 || theme >= strive ? null : { start: theme, end: strive };
  const verb = {
    class: "act",
    strength: "strive",
    theme: before,
    body: false,
    actor,
    marked: true,
    counts: true,
  } as const;
  return { ...verb, start: strive, end: strive + 2, group: strive };
}

/** 公司装机突破5000万千瓦: the word of comparison is the verb. */
export function exceeded({ theme, actor, group }: Walk, text: string, start: number): Predicate | null {
  const named = theme >= 0 ? theme : (actor?.start ?? -1);
  if (named < 0 || start - named < 2 || !(text.startsWith("突破", start) || text.startsWith("超过", start)))
    return null;
  return {
    start,
    end: start + 2,
    class: "result",
    strength: "built",
    group: group < 0 ? start : group,
    theme: { start: named, end: group < 0 ? start : group },
    body: false,
    actor,
    marked: group >= 0,
    counts: true,
  };
}
