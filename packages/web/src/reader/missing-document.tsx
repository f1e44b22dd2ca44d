import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { EmptyState } from "../parts/state-boxes.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useWords } from "../words/use-words.ts";

/** 未收录此件. What a page about a document says when none is held under its address. */
export function MissingDocument(): ReactElement {
  const { reader } = useWords();
  return (
    <>
      <PageHead title={reader.missing} quiet />
      <EmptyState
        title={reader.missing}
        text={reader.missingText}
        action={<Link to="/documents">{reader.missingAction}</Link>}
      />
    </>
  );
}
