import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { languageTag } from "../words/language.ts";

/** 文件名. A document that a row refers to, as a link to its text; its identifier where it is not seen. */
export function DocumentName({ id }: { readonly id: string }): ReactElement {
  const { data } = useAsk("getDocument", { params: { id } });
  if (!data) return <>{id}</>;
  return (
    <Link to="/documents/$id" params={{ id }} lang={languageTag.zh}>
      {data.title ?? data.name}
    </Link>
  );
}
