import { documentById, documentMarks, documentText } from "@qipan/ledger/documents";
import { type RepairNote, repairKind } from "@qipan/policy/records/repair-note";
import { repair } from "@qipan/policy/text/repair";
import { repairNotes } from "@qipan/policy/text/repair-notes";
import type { Handlers } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { held } from "./held.ts";

/** Notes of the last few documents asked for: a pure function of text and marks. */
const remembered = new Map<string, readonly RepairNote[]>();
const mostRemembered = 4;

/** 修复清单. What repair did to a document, in order of its text. */
export const repairHandlers: Pick<Handlers, "getRepair"> = {
  getRepair: ({ params: { id }, query: { kind, cursor, limit } }, { within }) =>
    within(async (tx) => {
      const { textSha256 } = held(await documentById(tx, id), "document", id);
      const [text, marks] = [await documentText(tx, id), await documentMarks(tx, id)];
      const notes = text === null ? [] : notesOf(`${id} ${textSha256}`, () => repairNotes(repair(text, marks ?? [])));
      const asked = kind === undefined ? notes : notes.filter((note) => note.kind === kind);
      const from = placeOf(cursor);
      const next = from + limit < asked.length ? String(from + limit) : null;
      const counts = Object.fromEntries(
        repairKind.options.map((name) => [name, notes.filter((note) => note.kind === name).length] as const),
      ) as Record<RepairNote["kind"], number>; // one entry for every kind
      return { items: asked.slice(from, from + limit), total: asked.length, totalIsExact: true, next, counts };
    }),
};

function notesOf(key: string, make: () => readonly RepairNote[]): readonly RepairNote[] {
  const notes = remembered.get(key) ?? make();
  remembered.delete(key);
  remembered.set(key, notes);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  return notes;
}

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/u.test(cursor)) return Number(cursor);
  throw new RequestRefused("invalid", `Found cursor "${cursor}", expected \`next\` of the page before`);
}
