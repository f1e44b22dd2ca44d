import { knownNames, namesEdition } from "@qipan/ledger/known-names";
import type { Ledger } from "@qipan/ledger/open";
import { type KnownName, withNames } from "@qipan/policy/mention/known-name";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import { publicReader } from "@qipan/policy/records/principal";

/** 名册. Names that reading knows beside its lexicon, and the edition by which one list is told from another. */
export interface NameList {
  readonly edition: string;
  readonly names: readonly KnownName[];
}

/** 取名册. The names as they stand now. */
export type NamesNow = () => Promise<NameList>;

/** 无名册. No names beside the lexicon: for reading without a ledger. */
export const noNames: NameList = { edition: "", names: [] };

/** 台账名册. The public names of a ledger; asked for again only when one of them has changed. */
export function ledgerNames(ledger: Pick<Ledger, "as">): NamesNow {
  let held: NameList | undefined;
  return async () => {
    held = await ledger.as(publicReader, async (tx) => {
      const edition = await namesEdition(tx);
      return held?.edition === edition ? held : { edition, names: await knownNames(tx) };
    });
    return held;
  };
}

/** 带名册的词典. The lexicon with a list of names; the last list is remembered, so that its tables are made once. */
export function namedLexicon(lexicon: Lexicon): (list: NameList) => Lexicon {
  let made: { readonly edition: string; readonly lexicon: Lexicon } | undefined;
  return ({ edition, names }) => {
    if (made?.edition !== edition) made = { edition, lexicon: withNames(lexicon, names) };
    return made.lexicon;
  };
}

/** 开账后的名册. Names of a ledger that is opened later; none before. */
export function namesOnceOpen(opened: () => { readonly ledger: Pick<Ledger, "as"> } | undefined): NamesNow {
  let now: NamesNow | undefined;
  return async () => {
    const ledger = opened()?.ledger;
    if (!ledger) return noNames;
    now ??= ledgerNames(ledger);
    return now();
  };
}
