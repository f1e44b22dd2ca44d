import { Refused } from "@qipan/server/contract/client";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { z } from "zod";
import { Unreachable } from "../client.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/zh.ts";
import { LoadingLines } from "./loading-lines.tsx";
import { EmptyState, ForbiddenState, ProblemState } from "./state-boxes.tsx";

/**
 * 回答. Shows what a question brought: nothing for 300 ms, then the page's own lines, then the answer; a problem with what
 * is kept and one retry. An answer that is already there stays in view when a later attempt fails.
 * @example <Answer of={useAsk("getBoard", { query })} lines={12}>{(board) => <Stones board={board} />}</Answer>
 */
export function Answer<T>(props: {
  readonly of: UseQueryResult<T>;
  readonly lines?: number;
  /** What to say instead of the general words when nothing is held under the address. */
  readonly missing?: ReactNode;
  readonly children: (answer: T) => ReactNode;
}): ReactElement {
  const { frame } = useWords();
  const { data, error, refetch } = props.of;
  if (data === undefined && !error) return <LoadingLines lines={props.lines ?? 8} />;
  const retry = (
    <button type="button" className="btn plain" onClick={() => void refetch()}>
      {frame.retry}
    </button>
  );
  if (data === undefined) return <Refusal error={error} retry={retry} missing={props.missing} />;
  return (
    <>
      {error ? <ProblemState title={frame.staleNote} action={retry} /> : null}
      {props.children(data)}
    </>
  );
}

function Refusal({
  error,
  retry,
  missing,
}: {
  readonly error: unknown;
  readonly retry: ReactNode;
  readonly missing: ReactNode;
}): ReactElement {
  const { frame } = useWords();
  const code = error instanceof Refused ? error.problem.code : null;
  if (code === "not-found") return <>{missing ?? <EmptyState title={frame.missingEntryTitle} />}</>;
  if (code === "forbidden" || code === "unauthenticated")
    return <ForbiddenState seal="印" title={frame.forbiddenTitle} text={frame.forbiddenInstead} />;
  return <ProblemState {...said(error, frame)} action={retry} />;
}

function said(error: unknown, frame: Words["frame"]): { readonly title: string; readonly text: string } {
  if (error instanceof Unreachable) return { title: frame.offlineTitle, text: frame.offlineKept };
  if (error instanceof z.ZodError)
    return { title: frame.misfitTitle, text: frame.misfitText(error.issues[0]?.path.join(".") ?? "") };
  if (!(error instanceof Refused))
    return { title: frame.brokenTitle, text: error instanceof Error ? error.message : frame.brokenKept };
  if (error.problem.code === "not-ready") return { title: frame.notReadyTitle, text: frame.notReadyKept };
  return { title: error.problem.detail || error.problem.title, text: frame.refusedKept };
}
