// Builds the expected readings with their offsets from the hints written by hand: `node corpus/make/make-expected.ts`.
// To be run again when a reader of a format takes the text of its file out in another way.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alternativeAt, anchorAt, spanAt, type Surface, surfaceOf } from "./anchored.ts";
import { fieldsOf } from "./hint-fields.ts";
import { type Anchor, anchorsOf, type Hint } from "./hint-file.ts";
import { textOfSample } from "./sample-text.ts";

const corpus = join(import.meta.dirname, "..");
const only = process.argv[2];

/** Folders of documents and of the hints about them. Of documents that are not the project's own no text is written. */
const folders = [
  { documents: corpus, hints: join(corpus, "expected/src"), to: join(corpus, "expected"), quotes: true },
  {
    documents: join(corpus, "reading"),
    hints: join(corpus, "reading/expected/src"),
    to: join(corpus, "reading/expected"),
    quotes: true,
  },
  {
    documents: join(corpus, "../../shared/seeds"),
    hints: join(corpus, "../node_modules/.cache/qipan/seed-hints"),
    to: join(corpus, "expected/seeds"),
    quotes: false,
  },
];

for (const { documents, hints, to, quotes } of folders) {
  if (!existsSync(hints)) continue;
  for (const file of readdirSync(hints).sort()) {
    const stem = file.replace(/\.txt$/u, "");
    if (only && !stem.startsWith(only)) continue;
    const doc = readdirSync(documents).find((name) => name.startsWith(`${stem}.`));
    if (doc === undefined) throw new Error(`${file} is about no document of ${documents}.`);
    const text = await textOfSample(join(documents, doc));
    const records = recordsOf(doc, text, readFileSync(join(hints, file), "utf8"));
    const lines = records.map((record) => `${JSON.stringify(quotes ? record : withoutWords(record))}\n`);
    writeFileSync(join(to, `${stem}.jsonl`), lines.join(""));
    process.stdout.write(`${doc} ${records.length}\n`);
  }
}

/** A record as it may be kept of a document that is not the project's own: places and values, none of its sentences. */
function withoutWords(record: Expected): Expected {
  return { ...record, text: undefined, object: undefined, indicator: undefined };
}

interface Expected {
  readonly doc: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

function recordsOf(doc: string, text: string, hints: string): readonly Expected[] {
  const surface = surfaceOf(text);
  const faults: string[] = [];
  const records = anchorsOf(hints).flatMap((anchor) =>
    anchor.hints.flatMap((hint): Expected[] => {
      try {
        return [recordOf(surface, anchor, hint)].map((record) => ({ doc, ...record }));
      } catch (fault) {
        faults.push(String(fault));
        return [];
      }
    }),
  );
  if (faults.length > 0) throw new Error(`${doc}\n${[...new Set(faults)].join("\n")}`);
  return records.sort((a, b) => a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : 1));
}

function recordOf(
  surface: Surface,
  anchor: Anchor,
  hint: Hint,
): Record<"type", string> & Record<"start" | "end", number> & Record<string, unknown> {
  const stretch = anchorAt(surface, anchor);
  const span = spanAt(surface, stretch, hint);
  const alternatives = hint.alternatives.map((words) => alternativeAt(surface, stretch, { words, span }));
  return {
    type: hint.type,
    ...span,
    text: surface.text.slice(span.start, span.end),
    ...fieldsOf(hint),
    ...(alternatives.length > 0 ? { alt_spans: alternatives } : {}),
    ...(hint.ok ? { ok: hint.ok } : {}),
    ...(hint.optional ? { optional: true } : {}),
  };
}
