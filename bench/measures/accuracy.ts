import type { OutputRecord } from "@qipan/policy/extraction/record";
import { profileOf } from "@qipan/policy/text/profile";
import { repair } from "@qipan/policy/text/repair";
import { ownFolders, readLexicon } from "../../packages/server/src/packs/lexicon-folder.ts";
import { type GoldDocument, goldDocuments, type GoldRecord } from "../../tools/score/gold.ts";
import { agreementOf } from "../../tools/score/same.ts";
import { sumOf, type Tally, tallyOf } from "../../tools/score/tally.ts";
import type { Figure, Measure } from "../figure.ts";
import { chrono } from "../peers/chrono.ts";
import type { Peer, PeerReading } from "../peers/peer.ts";
import { recognizers } from "../peers/recognizers.ts";

const types = ["time", "quantity"] as const;
type Type = (typeof types)[number];

/** Those that rules were made with, and those that nobody looked at who makes rules. */
const sets = [
  { name: "", has: (document: GoldDocument) => !document.heldOut },
  { name: "held out, ", has: (document: GoldDocument) => document.heldOut },
] as const;

/**
 * 读准. How well our reading and that of the peers does on the documents that have gold, by the same tally: times by span and
 * interval, amounts by span, value, unit and comparator, and by value and unit alone, since the peers know no comparators.
 * Of the alternatives that a peer offers the one that fits counts.
 */
export const accuracyMeasure: Measure = {
  name: "accuracy",
  seconds: 60,
  take: async (say) => {
    const root = `${import.meta.dirname}/../..`;
    const { documents } = await goldDocuments(root, await readLexicon(ownFolders(root)));
    return sets.flatMap(({ name, has }) => {
      const members = documents.filter(has);
      say(`${name}${members.length} documents`);
      return members.length === 0 ? [] : accuracyOf(members, name);
    });
  },
};

/** 三家之准. Figures of ours and of the peers on some documents; `set` goes before the names. */
export function accuracyOf(documents: readonly GoldDocument[], set: string): readonly Figure[] {
  const readers = [
    { name: "Qipan", types, documents },
    ...[chrono, recognizers].map((peer) => ({ ...peer, documents: documents.map((one) => readBy(peer, one)) })),
  ];
  return types.flatMap((type) =>
    readers
      .filter((reader) => reader.types.includes(type))
      .flatMap((reader) => {
        const scored = reader.documents.filter(({ kinds }) => kinds.includes(type));
        const tally = sumOf(scored.map((document) => tallyOf(type, document).tally));
        return figuresOf(type, `accuracy: ${set}${type}, ${reader.name}`, { tally, documents: scored.length });
      }),
  );
}

interface Scored {
  readonly tally: Tally;
  readonly documents: number;
}

function figuresOf(type: Type, name: string, { tally, documents }: Scored): readonly Figure[] {
  const { expected, read, lenient, right } = tally;
  const figure = (name: string, fit: number): Figure => ({
    name,
    value: expected + read === 0 ? 0 : (200 * fit) / (expected + read),
    unit: "% F1",
    note: `${fit} right of ${expected} in ${documents} documents, ${read} read, ${lenient} spans found`,
  });
  if (type === "time") return [figure(name, right)];
  return [figure(name, right), figure(`${name}, value and unit`, tally.attributes["amount"]?.[0] ?? 0)];
}

/** The document as the peer reads it, with the alternatives chosen that fit the gold. */
function readBy(peer: Peer, document: GoldDocument): GoldDocument {
  const { doc, text, gold } = document;
  const day = profileOf(repair(text)).date?.value ?? "2024-12-31";
  const read = peer.read(text, day.length === 10 ? day : `${day}-01-01`.slice(0, 10)).flatMap((one) => {
    const record = bestOf(one, gold);
    return record ? [{ ...record, doc, text: text.slice(one.start, one.end) }] : [];
  });
  return { ...document, read };
}

/** Nothing where the peer names a span without giving it a meaning. */
function bestOf({ type, start, end, meanings }: PeerReading, gold: readonly GoldRecord[]): OutputRecord | undefined {
  const records = meanings.map((fields): OutputRecord => ({ doc: "", type, start, end, text: "", ...fields }));
  const near = gold.filter((one) => one.type === type && one.start < end && start < one.end);
  const fit = (record: OutputRecord): boolean =>
    near.some((one) => {
      const { right, ...parts } = agreementOf(one, record);
      return right || parts["amount"] === true;
    });
  return records.find(fit) ?? records[0];
}
