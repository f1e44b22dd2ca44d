import { blocksOf, linesOf, readParagraph, type Story, writeParagraph } from "./docx/blocks.ts";
import { readNumbering } from "./docx/numbering.ts";
import type { Runs } from "./docx/runs.ts";
import { readStyles } from "./docx/styles.ts";
import { writeTable } from "./docx/table.ts";
import { openWord, type WordPackage } from "./docx/word-package.ts";
import type { FormatReader } from "./format-reader.ts";
import { type SourceWriter, sourceWriter } from "./source-writer.ts";
import { elements, readXml, type XmlElement } from "./xml.ts";

/**
 * Word文档. Text of a Word document (ECMA-376) as it prints with all changes accepted: running heads first, then the body
 * with the numbers that Word itself makes, notes after the paragraph they belong to, running feet last. Nothing is fetched
 * or run; macros, comments, pictures and what other programs embedded are told and not read.
 */
export const docxReader: FormatReader = {
  format: "docx",
  read: async (name, bytes, limits) => {
    const word = await openWord(name, bytes, limits);
    const writer = sourceWriter(name, "docx", limits);
    const story = openStory(word);
    writeFurniture(word.roots("header"), writer, story);
    const body = openBody(word, writer, story);
    readXml(word.main, limits, { within: "body", each: body.take });
    body.close();
    writeFurniture(word.roots("footer"), writer, story);
    tell(word, writer, story);
    return writer.finish();
  },
};

function openStory(word: WordPackage): Story {
  const styles = readStyles(word.roots("styles")[0] ?? null);
  return {
    styles,
    numbering: readNumbering(word.roots("numbering")[0] ?? null, styles),
    tally: { insertions: 0, deletions: 0, pictures: 0, embedded: 0 },
    fields: [],
    carried: "",
  };
}

/** Running heads and feet: each once, however many sections print it. */
function writeFurniture(roots: readonly XmlElement[], writer: SourceWriter, story: Story): void {
  const lines = new Set(roots.flatMap((root) => linesOf(root, { ...story, fields: [], carried: "" })));
  for (const line of lines) writer.line("furniture", line);
}

interface Body {
  readonly take: (child: XmlElement) => void;
  readonly close: () => void;
}

function openBody(word: WordPackage, writer: SourceWriter, story: Story): Body {
  const notes = { footnotes: notesOf(word, "footnotes"), endnotes: notesOf(word, "endnotes") };
  const ends: Runs["notes"][number][] = [];
  let tables = 0;
  const writeNote = ({ kind, id }: Runs["notes"][number]): void => {
    const note = notes[kind].get(id);
    if (note) for (const line of linesOf(note, { ...story, fields: [], carried: "" })) writer.line("note", line);
  };
  const takeParagraph = (element: XmlElement): void => {
    const paragraph = readParagraph(element, story);
    if (!paragraph) return;
    writeParagraph(paragraph, writer, story);
    for (const note of paragraph.notes) if (note.kind === "footnotes") writeNote(note);
    ends.push(...paragraph.notes.filter(({ kind }) => kind === "endnotes"));
  };
  const takeTable = (element: XmlElement): void => {
    tables += 1;
    writeTable(element, `表${tables}`, writer, story);
    for (const note of referencesIn(element))
      (note.kind === "footnotes" ? writeNote : (one: typeof note) => ends.push(one))(note);
  };
  return {
    take: (child) => {
      for (const block of blocksOf(child, story.tally)) (block.name === "tbl" ? takeTable : takeParagraph)(block);
    },
    close: () => {
      if (story.carried !== "") writer.line("paragraph", story.carried);
      for (const note of ends) writeNote(note);
    },
  };
}

/** Notes by id; the separators that Word keeps among them are none. */
function notesOf(word: WordPackage, role: "footnotes" | "endnotes"): ReadonlyMap<string, XmlElement> {
  const notes = word.roots(role).flatMap((root) => elements(root, role.slice(0, -1)));
  return new Map(
    notes
      .filter(({ attributes }) => (attributes.get("type") ?? "normal") === "normal")
      .map((note) => [note.attributes.get("id") ?? "", note]),
  );
}

function referencesIn(element: XmlElement): readonly Runs["notes"][number][] {
  return elements(element).flatMap((child) => {
    if (child.name !== "footnoteReference" && child.name !== "endnoteReference") return referencesIn(child);
    const kind = child.name === "footnoteReference" ? "footnotes" : "endnotes";
    return [{ kind, id: child.attributes.get("id") ?? "" }];
  });
}

/** Says what the file holds beside its text. */
function tell(word: WordPackage, writer: SourceWriter, { tally }: Story): void {
  const comments = word.roots("comments").reduce((sum, root) => sum + elements(root, "comment").length, 0);
  const { insertions, deletions, pictures, embedded } = tally;
  if (insertions + deletions > 0)
    writer.diagnose(
      "tracked-changes",
      "warning",
      `The file holds recorded changes: ${insertions} insertions were taken in, ${deletions} deletions left out. Accept or reject them in the file if it is to be final.`,
    );
  if (comments > 0)
    writer.diagnose(
      "comments",
      "note",
      `${comments} comments in the margin are no part of the text and were not read.`,
    );
  if (word.hasMacros)
    writer.diagnose(
      "macro",
      "warning",
      "The file holds macros. They were not run and never are; only its text was read.",
    );
  if (word.outside > 0)
    writer.diagnose(
      "outside-parts",
      "warning",
      `${word.outside} parts of the file stand at addresses outside it (a template, a picture). Nothing was fetched.`,
    );
  if (pictures > 0)
    writer.diagnose("pictures", "note", `${pictures} pictures were not read: words in them are missing.`);
  if (embedded > 0)
    writer.diagnose(
      "embedded",
      "warning",
      `${embedded} parts made by other programs (tables, charts, other documents) were not read. Hand them in on their own.`,
    );
}
