import type { Ledger } from "@qipan/ledger/open";
import { loadPack } from "@qipan/ledger/packs";
import type { PackLoad, PackOptions, PackResult } from "@qipan/ledger/packs/pack-load";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { systemPrincipal } from "@qipan/ledger/transaction";
import { ledgerRows } from "@qipan/policy/pack/ledger-rows";
import { packOf } from "@qipan/policy/pack/pack";
import { withoutRemovable } from "@qipan/policy/pack/removal";
import { isLoadable, reportOn } from "./pack-check.ts";
import type { PackFolder } from "./pack-folder.ts";
import { rawRows } from "./raw-rows.ts";

/** 载入要求. `actor` stands in the history; `without` names switches of the manifest whose rows are left out. */
export interface LoadRequest extends PackOptions {
  readonly actor: string;
  readonly without?: readonly string[];
}

/**
 * 载入数据包. Checks a pack and brings it into the ledger, all in one transaction: new and changed rows are written, rows
 * that a person changed stay. Loading the same pack again writes nothing. Refuses a pack with errors, saying how many.
 */
export async function loadPackFolder(ledger: Ledger, folder: PackFolder, request: LoadRequest): Promise<PackResult> {
  const load = packLoad(folder, request.without ?? []);
  const principal = systemPrincipal(request.actor);
  return ledger.as(principal, (tx) => loadPack(tx, load, { removeGone: request.removeGone ?? false }));
}

/** What the ledger is given of a folder that has nothing wrong with it. */
export function packLoad(folder: PackFolder, without: readonly string[]): PackLoad {
  const { manifest } = folder;
  const report = reportOn(folder);
  const errors = report.findings.filter(({ severity }) => severity === "error").length;
  if (!manifest || !isLoadable(report))
    throw new LedgerRefusal(
      "invalid",
      `The pack in ${folder.path} has ${errors} errors and is not loaded. See them with: qipan check data ${folder.path}`,
    );
  const tables = withoutRemovable(folder.tables, manifest, without);
  return {
    manifest: { id: manifest.id, version: manifest.version, title: manifest.title.zh },
    rows: rawRows(tables, manifest),
    ...ledgerRows(packOf(tables, manifest)),
  };
}
