import type { ReactElement } from "react";

/** 说之序号. Number of a statement in its group, as on a stone; filled when the gravest verdict is on it. */
export function StatementNumber({ of, isAtIssue }: { readonly of: number; readonly isAtIssue: boolean }): ReactElement {
  return <span className={isAtIssue ? "mv on" : "mv"}>{of}</span>;
}
