import { documentGrounds } from "@qipan/ledger/sources";
import type { Tx } from "@qipan/ledger/transaction";
import type { Standing } from "@qipan/policy/records/card";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import { barOf } from "@qipan/policy/rules/binding";

/** 不作数之据. Documents among the evidence of an entry that bind nobody, so that a reader sees what it rests on. */
export async function unbindingDocuments(
  tx: Tx,
  { evidence }: Entry,
): Promise<readonly { readonly document: Id; readonly name: string; readonly standing: Standing }[]> {
  const documents = evidence.shown.flatMap((item) => ("document" in item ? [item.document] : []));
  const grounds = await documentGrounds(tx, [...new Set(documents)]);
  return [...grounds.values()].flatMap(({ id, name, standing }) =>
    standing !== null && barOf({ standing }) !== null ? [{ document: id, name, standing }] : [],
  );
}
