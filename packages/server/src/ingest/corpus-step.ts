import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { heldFiles } from "@qipan/ledger/held-files";
import type { Ledger } from "@qipan/ledger/open";
import { receiveDocument } from "@qipan/ledger/receive-document";
import { systemPrincipal } from "@qipan/ledger/transaction";
import { jurisdictionCode, type Ownership } from "@qipan/policy/records/jurisdiction";
import { ledgerNames } from "../names/ledger-names.ts";
import type { LexiconFolders } from "../packs/lexicon-folder.ts";
import { acceptBatch } from "../review/accept-batch.ts";
import type { SetUpStep } from "../set-up.ts";
import { readIncoming } from "./ingest-document.ts";
import { openReader, type Reader } from "./reader.ts";

/** Stands in the history for whoever accepted what the sample documents say. */
const principal = systemPrincipal("sample-corpus");

/** Sample documents are about the whole region and open to everybody. */
const ownership: Ownership = { jurisdiction: jurisdictionCode.parse("CN"), visibility: "public", sharedWith: [] };

/** Key of the project itself on the source list of the pack: the samples are in its words, their facts cited one by one. */
const source = "src-qipan-samples";

interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * 样例步骤. Takes the sample documents of a folder in and accepts their events, each document in one transaction, so that
 * the facts of the pack have sentences to stand on. A document that the ledger holds, or held and purged, is passed over:
 * what people decided about it stays.
 */
export function corpusStep(folder: string, lexicon: LexiconFolders): SetUpStep {
  return {
    name: "corpus",
    run: async (ledger, progress) => {
      const missing = await missingSamples(ledger, await samplesIn(folder));
      if (missing.length === 0) return;
      const reader = await openReader(lexicon, { names: ledgerNames(ledger) });
      try {
        for (const [index, sample] of missing.entries()) {
          progress(index, missing.length, `reading ${sample.name}`);
          await takeIn(ledger, reader, sample);
        }
        progress(missing.length, missing.length);
      } finally {
        await reader.close();
      }
    },
  };
}

/** Numbered files of the folder itself, in order of name; a copy of the project without the corpus has none. */
async function samplesIn(folder: string): Promise<readonly Sample[]> {
  const names = await readdir(folder).catch(() => []);
  const numbered = names.filter((name) => /^\d{3}_/u.test(name)).sort();
  return Promise.all(numbered.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

async function missingSamples(ledger: Ledger, samples: readonly Sample[]): Promise<readonly Sample[]> {
  const hashes = samples.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  const held = await ledger.as(principal, (tx) => heldFiles(tx, ownership.jurisdiction, hashes));
  return samples.filter((_, index) => !held.has(hashes[index] ?? ""));
}

async function takeIn(ledger: Ledger, reader: Reader, { name, bytes }: Sample): Promise<void> {
  const incoming = await readIncoming(reader, { name, bytes, ownership, source });
  await ledger.as(principal, async (tx) => {
    const { document } = await receiveDocument(tx, incoming);
    await acceptBatch(tx, {
      document: document.id,
      types: ["event"],
      dryRun: false,
      reason: "sample document of the project",
    });
  });
}
