import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Ledger } from "@qipan/ledger/open";
import { type HeldPack, packsHeld } from "@qipan/ledger/packs";
import type { PackResult } from "@qipan/ledger/packs/pack-load";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { systemPrincipal } from "@qipan/ledger/transaction";
import { z } from "zod";
import type { SetUpStep } from "../set-up.ts";
import { loadPackFolder } from "./load-pack.ts";
import { packName, type PackFolder, readPackFolder } from "./pack-folder.ts";

const actor = "set-up";

/** 已装标记. Which files of a pack a load of the ledger came from; kept in the data folder. */
const mark = z.object({ hash: z.string(), version: z.string(), loadedAt: z.string() });
type Mark = z.infer<typeof mark>;

/**
 * 装包步骤. Loads a pack when its files are not those of the last load that the ledger knows of. Otherwise one query and
 * nothing else. The mark counts only together with the ledger's own record of the load, so another or a restored ledger is
 * loaded all the same. Rows that people changed stay, and `say` hears of each.
 */
export function packStep(
  folder: string,
  dataDirectory: string,
  say: (line: string) => void = () => undefined,
): SetUpStep {
  return {
    name: "pack",
    run: async (ledger, progress) => {
      const pack = await readPackFolder(folder);
      const path = join(dataDirectory, `pack-${packName(pack)}.json`);
      if (isLoad(await readMark(path), pack, await heldPack(ledger, pack))) return;
      progress(0, pack.tables.length, "loading the data pack");
      const { keptForUser } = await loadOnce(ledger, pack);
      for (const { table, row, why } of keptForUser) say(`Kept as changed by hand: ${table} ${row}: ${why}`);
      const held = await heldPack(ledger, pack);
      if (held) await writeMark(path, { hash: pack.hash, version: held.version, loadedAt: held.loadedAt });
      progress(pack.tables.length, pack.tables.length);
    },
  };
}

/** Of two processes that load at once the second meets the first one's rows: once these are there, nothing is left to do. */
async function loadOnce(ledger: Ledger, pack: PackFolder): Promise<PackResult> {
  try {
    return await loadPackFolder(ledger, pack, { actor });
  } catch (failure) {
    if (!(failure instanceof LedgerRefusal && failure.code === "conflict")) throw failure;
    return loadPackFolder(ledger, pack, { actor });
  }
}

async function heldPack(ledger: Ledger, pack: PackFolder): Promise<HeldPack | undefined> {
  const held = await ledger.as(systemPrincipal(actor), packsHeld);
  return held.find(({ id }) => id === pack.manifest?.id);
}

function isLoad(known: Mark | null, pack: PackFolder, held: HeldPack | undefined): boolean {
  return (
    known !== null &&
    held !== undefined &&
    known.hash === pack.hash &&
    known.version === held.version &&
    known.loadedAt === held.loadedAt
  );
}

/** A mark that is missing or broken only costs a load that finds nothing new. */
async function readMark(path: string): Promise<Mark | null> {
  try {
    return mark.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

async function writeMark(path: string, known: Mark): Promise<void> {
  await writeFile(`${path}.${process.pid}`, `${JSON.stringify(known)}\n`);
  await rename(`${path}.${process.pid}`, path);
}
