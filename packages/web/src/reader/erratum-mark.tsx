import type { Entry } from "@qipan/policy/records/entry";
import { Link } from "@tanstack/react-router";
import { createContext, type ReactElement, type ReactNode, useContext, useMemo } from "react";
import { useAsk } from "../ask.ts";
import { useWords } from "../words/use-words.ts";

type ByAddress = ReadonlyMap<string, readonly Entry[]>;
const none: ByAddress = new Map();
const ErrataContext = createContext<ByAddress>(none);

/** 勘误之所在. Gives the text below it the corrections of the document that were accepted. */
export function ErrataProvider(props: { readonly document: string; readonly children: ReactNode }): ReactElement {
  const { data } = useAsk("listErrata", { params: { id: props.document } });
  const accepted = useMemo(() => acceptedByAddress(data?.items ?? []), [data]);
  return <ErrataContext value={accepted}>{props.children}</ErrataContext>;
}

function acceptedByAddress(items: readonly Entry[]): ByAddress {
  return Map.groupBy(
    items.filter(({ fields, withdrawn }) => fields["erratumState"] === "accepted" && !withdrawn),
    ({ fields: { address } }) => (typeof address === "string" ? address : ""),
  );
}

/** 勘误记号. A small mark after a sentence that is known to be misprinted: the right words in its title, its entry behind it. */
export function ErratumMark({ address }: { readonly address: string }): ReactElement | null {
  const { reader } = useWords();
  const here = useContext(ErrataContext).get(address);
  if (!here) return null;
  return (
    <>
      {here.map(({ id, fields }) => {
        const [wrong, right] = [fields["wrong"], fields["right"]].map((text) => (typeof text === "string" ? text : ""));
        const said = right ? reader.erratum(wrong ?? "", right) : reader.erratumOpen(wrong ?? "");
        return (
          <Link
            key={id}
            className="erratum-mark"
            to="/entries/$id"
            params={{ id }}
            title={said}
            aria-label={`${reader.erratumGlyph} ${said}`}
          >
            {reader.erratumGlyph}
          </Link>
        );
      })}
    </>
  );
}
