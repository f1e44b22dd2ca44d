import { parseLexicon } from "../mention/lexicon.ts";
import { divisionRows } from "../mention/region-words.ts";
import { onFault, type WordFault } from "../mention/word-rows.ts";
import { errorAt, type Finding, inFileOrder } from "../pack/finding.ts";
import { checkCodes } from "./check-codes.ts";
import { checkWordTable } from "./check-word-table.ts";
import { type LexiconPack, mergedPack } from "./lexicon-pack.ts";
import { packedLexicon } from "./load-lexicon.ts";
import { wordLines, withoutMark } from "./word-lines.ts";

/**
 * 校验词典. All that is wrong with own word files at once, in file order: unknown files and columns, cells without meaning, rows
 * with too many or too few, words told twice, codes of no place. What is left out is that of `base`, by default the packed
 * words; `{}` where own words shall stand alone. Nothing wrong is an empty list; never throws on any text.
 * @example
 * const files = { "units.tsv": "written\tunit\tfactor\tkind\tucum\n箱\tbox\tmany\tcount\t-\n" };
 * validateLexicon({ files }).map(({ file, line, column }) => [file, line, column]) // [["units.tsv", 2, "factor"]]
 */
export function validateLexicon(own: LexiconPack, base?: LexiconPack): readonly Finding[] {
  const other = base ?? packedLexicon();
  const texts = Object.entries(own.files ?? {}).map(([file, text]): [string, string] => [file, withoutMark(text)]);
  const words = { ...own, files: Object.fromEntries(texts) };
  const isKnown = codesOf(words, other);
  return inFileOrder([
    ...texts.flatMap(([file, text]) => checkWordTable({ file, text, base: other.files?.[file] })),
    ...texts.flatMap(([file, text]) => checkCodes(file, text, isKnown)),
    ...meaningFaults(words, other),
  ]);
}

/** Whether a code is that of a place, in own words or others. */
function codesOf(own: LexiconPack, base: LexiconPack): (code: string) => boolean {
  const divisions = own.files?.["divisions.tsv"] ?? base.files?.["divisions.tsv"] ?? "";
  const codes = new Set(Array.from(divisionRows(divisions), ({ row }) => row.code));
  codes.add("100000"); // the nation, which is no division
  for (const { code } of mergedPack(own, base).places) codes.add(code);
  return (code) => codes.has(code);
}

/** Reads own files instead of those of the base to the end, with every fault noted; each once, none of an absent column. */
function meaningFaults(own: LexiconPack, base: LexiconPack): readonly Finding[] {
  const { places, organisations } = mergedPack(own, base);
  const faults = new Map<string, WordFault>();
  const note = (fault: WordFault): void => {
    faults.set(`${fault.file} ${fault.line} ${fault.column}`, fault);
  };
  parseLexicon({ files: { ...base.files, ...own.files, [onFault]: note }, places, organisations });
  const headers = new Map(Object.entries(own.files ?? {}).map(([file, text]) => [file, wordLines(text).header?.cells]));
  return [...faults.values()]
    .filter(({ file, column }) => column === null || headers.get(file)?.includes(column) === true)
    .map(findingOf);
}

function findingOf({ file, line, column, found, expected }: WordFault): Finding {
  const isMissing = line === 0;
  return errorAt(
    { table: { file }, row: { line }, ...(column === null ? {} : { column }) },
    {
      code: isMissing ? "missing-file" : "no-meaning",
      found,
      expected,
      advice: isMissing ? `Add ${file}, or take the packed words as base.` : "Correct the cell, or take the row out.",
    },
  );
}
