import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { documentsPage } from "@qipan/ledger/documents";
import type { Ledger } from "@qipan/ledger/open";
import { receiveDocument } from "@qipan/ledger/receive-document";
import { systemPrincipal } from "@qipan/ledger/transaction";
import { jurisdictionCode, type Ownership } from "@qipan/policy/records/jurisdiction";
import type { LexiconFolders } from "../packs/lexicon-folder.ts";
import { acceptBatch } from "../review/accept-batch.ts";
import type { SetUpStep } from "../set-up.ts";
import { readIncoming } from "./ingest-document.ts";
import { openReader, type Reader } from "./reader.ts";

/** Stands in the history for whoever accepted what the sample documents say. */
const principal = systemPrincipal("sample-corpus");

/** Sample documents are about the whole region and open to everybody. */
const ownership: Ownership = { jurisdiction: jurisdictionCode.parse("CN"), visibility: "public", sharedWith: [] };

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
      const reader = await openReader(lexicon);
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

/** Text files of the folder itself, in order of name; a copy of the project without the corpus has none. */
async function samplesIn(folder: string): Promise<readonly Sample[]> {
  const names = await readdir(folder).catch(() => []);
  const texts = names.filter((name) => name.endsWith(".txt")).sort();
  return Promise.all(texts.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

async function missingSamples(ledger: Ledger, samples: readonly Sample[]): Promise<readonly Sample[]> {
  return ledger.as(principal, async (tx) => {
    const missing: Sample[] = [];
    for (const sample of samples) {
      const sha256 = createHash("sha256").update(sample.bytes).digest("hex");
      const held = await documentsPage(tx, { q: sample.name, limit: 100 });
      if (!held.items.some((document) => document.sha256 === sha256)) missing.push(sample);
    }
    return missing;
  });
}

async function takeIn(ledger: Ledger, reader: Reader, { name, bytes }: Sample): Promise<void> {
  const incoming = await readIncoming(reader, { name, bytes, ownership });
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
