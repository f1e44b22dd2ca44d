import type { Names } from "@qipan/server/contract/entries";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import { useMemo } from "react";
import type { NewEntrySearch } from "../address.ts";
import { useAsk } from "../ask.ts";

/** 起手. What the fields of a new row begin with and the names of what they refer to. */
export interface Initial {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly names: Names;
}

const nowhere = "00000000-0000-0000-0000-000000000000";

/**
 * Values that the address gives, as far as the register has a field of their name; the others are left out. A correction
 * is reported before it is anything else.
 */
export function useInitial(register: RegisterDescription, { document, address, place }: NewEntrySearch): Initial {
  const has = (name: string): boolean => register.fields.some((field) => field.name === name);
  const text = useAsk("getDocument", { params: { id: document ?? nowhere } }, { enabled: document !== undefined });
  const site = useAsk("getPlace", { params: { code: place ?? "" }, query: {} }, { enabled: place !== undefined });
  const fields = Object.fromEntries(
    Object.entries({ document, address, place, erratumState: "reported" }).filter(
      ([name, value]) => value !== undefined && has(name),
    ),
  );
  const names = useMemo((): Names => {
    const [named, lies] = [text.data, site.data?.place];
    return {
      ...(named ? { [named.id]: { zh: named.title ?? named.name, en: null, id: null, kind: "document" } } : {}),
      ...(lies ? { [lies.code]: { zh: lies.zh, en: lies.en, id: null, kind: "place" } } : {}),
    };
  }, [text.data, site.data]);
  return { fields, names };
}
