import { Link, useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { EmptyState } from "../parts/state-boxes.tsx";
import { useWords } from "../words/use-words.ts";
import { PageHead } from "./page-head.tsx";

/** 没有这一页. An address that is not on the board, with the way back. */
export function MissingPage(): ReactElement {
  const { frame } = useWords();
  const { pathname } = useLocation();
  return (
    <>
      <PageHead title={frame.missingTitle} />
      <EmptyState
        title={frame.missingTitle}
        text={frame.missingText(pathname)}
        action={<Link to="/">{frame.missingAction}</Link>}
      />
    </>
  );
}
