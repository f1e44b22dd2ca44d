import { receiveCorrection } from "@qipan/ledger/receive-correction";
import { type Received, type ReceivedDocument, receiveDocument } from "@qipan/ledger/receive-document";
import type { Tx } from "@qipan/ledger/transaction";
import type { Id } from "@qipan/policy/records/identity";

/** 收存所得. What was kept, and in words what came of it. */
export interface Kept extends Received {
  readonly message: string;
}

/** 更正. The document that a file corrects, and why. */
export interface Corrects {
  readonly document: Id;
  readonly reason: string;
}

/** 收存. Keeps what was read of a file, as a document of its own or as the next version of the one that it corrects. */
export async function keepReceived(tx: Tx, received: ReceivedDocument, corrects: Corrects | null): Promise<Kept> {
  if (corrects) return keepVersion(tx, received, corrects);
  const result = await receiveDocument(tx, received);
  return { ...result, message: messageOf(result) };
}

async function keepVersion(tx: Tx, received: ReceivedDocument, { document, reason }: Corrects): Promise<Kept> {
  const result = await receiveCorrection(tx, received, { corrects: document, reason });
  const { older, alignment, carried, superseded } = result;
  if (!result.created) return { ...result, message: messageOf(result) };
  const sentences = `${alignment.changed} sentences changed, ${alignment.lost} gone`;
  const decisions = `${carried.kept + carried.rejected} decisions carried over, ${carried.left} not`;
  const version = `version ${result.document.version} of ${older.name}`;
  const message = `${version}: ${messageOf(result)}; ${sentences}; ${decisions}; ${superseded} readings of the older version no longer wait`;
  return { ...result, message };
}

function messageOf({ document, created, newReadings }: Received): string {
  const found = `${document.sentenceCount} sentences, ${newReadings} new readings`;
  return created ? found : `already held: ${found}`;
}
