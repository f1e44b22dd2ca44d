import type { Output } from "@qipan/server/contract/client";
import { useState } from "react";
import { useAct } from "../ask.ts";
import { useWords } from "../words/use-words.ts";
import { readingTitle } from "./reading-title.ts";

type Decided = Output<"acceptReading">;

/** 上一步. What was done last, in words, and the reading it was done to. */
export interface LastAct {
  readonly said: string;
  /** Null after an undo, which is not undone again. */
  readonly undo: string | null;
}

/** 决定. The acts on a reading; each ends with `onDone` of the reading when the ledger has taken it. */
export interface Decisions {
  readonly last: LastAct | null;
  readonly problem: Error | null;
  readonly busy: boolean;
  readonly accept: (id: string, fields?: Record<string, unknown>) => void;
  readonly merge: (id: string, into: { readonly entry: string; readonly title: string }) => void;
  readonly reject: (id: string, reason: string) => void;
  readonly split: (id: string, parts: readonly { readonly start: number; readonly end: number }[]) => void;
  readonly undo: (id: string) => void;
}

/** Decides on readings one at a time; a refusal is kept until the next act. */
export function useDecisions(onDone: (id: string, act: "decided" | "undone") => void): Decisions {
  const { review } = useWords();
  const [last, setLast] = useState<LastAct | null>(null);
  const accept = useAct("acceptReading");
  const merge = useAct("mergeReading");
  const reject = useAct("rejectReading");
  const split = useAct("splitReading");
  const undo = useAct("undoReading");
  const all = [accept, merge, reject, split, undo];
  const begin = (): boolean => {
    if (all.some(({ isPending }) => isPending)) return false;
    for (const act of all) act.reset();
    return true;
  };
  const after = (said: (title: string) => string, act: "decided" | "undone") => ({
    onSuccess: ({ reading }: Pick<Decided, "reading">): void => {
      setLast({ said: said(readingTitle(reading.reading)), undo: act === "decided" ? reading.id : null });
      onDone(reading.id, act);
    },
  });
  const { decided } = review;
  return {
    last,
    problem: all.find(({ error }) => error)?.error ?? null,
    busy: all.some(({ isPending }) => isPending),
    accept: (id, fields) => {
      if (begin())
        accept.mutate({ params: { id }, body: fields ? { fields } : {} }, after(decided.accepted, "decided"));
    },
    merge: (id, { entry, title }) => {
      if (begin())
        merge.mutate(
          { params: { id }, body: { into: entry } },
          after((read) => decided.merged(read, title), "decided"),
        );
    },
    reject: (id, reason) => {
      if (begin()) reject.mutate({ params: { id }, body: { reason } }, after(decided.rejected, "decided"));
    },
    split: (id, parts) => {
      if (begin())
        split.mutate(
          { params: { id }, body: { parts: parts.map((span) => ({ spans: [span] })) } },
          after((read) => decided.split(read, parts.length), "decided"),
        );
    },
    undo: (id) => {
      if (begin()) undo.mutate({ params: { id }, body: {} }, after(decided.undone, "undone"));
    },
  };
}
