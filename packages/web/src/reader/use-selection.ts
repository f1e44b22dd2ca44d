import { getRouteApi, useLocation, useNavigate } from "@tanstack/react-router";

const route = getRouteApi("/documents/$id");

/** 选中. What the address points at in a document: a sentence, a reading, the form of the text. */
export interface Selection {
  readonly address: string | undefined;
  readonly reading: string | undefined;
  readonly view: "raw" | "repaired" | "both";
}

const addressForm = /^p\d+\.s\d+$/u;

/** Selection from the address: `?sel=p12.s3&reading=…&view=raw`; a sentence may also stand as `#p12.s3`. */
export function useSelection(): Selection {
  const { sel, reading, view } = route.useSearch();
  const { hash } = useLocation();
  const address = [sel, hash].find((text) => text !== undefined && addressForm.test(text));
  return { address, reading, view: view === "raw" || view === "both" ? view : "repaired" };
}

/** Points the address at a reading and its sentence, or at nothing; the page keeps its place in history. */
export function useSelect(): (next: {
  readonly address?: string | undefined;
  readonly reading?: string | undefined;
}) => void {
  const navigate = useNavigate();
  return ({ address, reading }) =>
    void navigate({
      to: ".",
      search: (held) => ({ ...held, sel: address, reading }),
      hash: "",
      replace: true,
      resetScroll: false,
    });
}
