import { errorAt, type Finding } from "../pack/finding.ts";
import { wordLines } from "./word-lines.ts";

/** Which columns of which files hold codes of places. */
const codeColumns: Readonly<Record<string, string>> = { "region-groups.tsv": "codes", "region-letters.tsv": "code" };

const levels = ["province", "prefecture", "county"];

/** 查代码. Codes in a word file that no place has, and rows of divisions.tsv that are no divisions. */
export function checkCodes(file: string, text: string, isKnown: (code: string) => boolean): readonly Finding[] {
  if (file === "divisions.tsv") return divisionFaults(text);
  const column = codeColumns[file];
  const { header, rows } = wordLines(text);
  const at = column === undefined ? -1 : (header?.cells.indexOf(column) ?? -1);
  return rows.flatMap((row) =>
    (row.cells[at] ?? "")
      .split(",")
      .filter((code) => code !== "" && !isKnown(code))
      .map((code) =>
        errorAt(
          { table: { file }, row, column: column ?? "" },
          {
            code: "unknown-code",
            found: code,
            expected: "the code of a division or of a place given beside the files",
            advice: "Correct the code, or add its place.",
          },
        ),
      ),
  );
}

/** Columns of divisions.tsv in their order: the file is read by it, not by the header. */
const divisionColumns = ["code", "name", "level", "short", "weak"];

function divisionFaults(text: string): readonly Finding[] {
  const table = { file: "divisions.tsv" };
  const { header, rows } = wordLines(text);
  const faults: Finding[] = [];
  if (header && header.cells.join() !== divisionColumns.join())
    faults.push(
      errorAt(
        { table, row: header },
        {
          code: "column-order",
          found: header.cells.join(", "),
          expected: divisionColumns.join(", "),
          advice: "Put the columns of this file in that order.",
        },
      ),
    );
  for (const row of rows) {
    const [code = "", name = "", level = ""] = row.cells;
    const say = (column: string, found: string, expected: string): void => {
      const advice = "Correct the cell, or take the row out.";
      faults.push(errorAt({ table, row, column }, { code: "no-meaning", found, expected, advice }));
    };
    if (!/^\d{6}$/u.test(code)) say("code", code, "six digits (GB/T 2260)");
    if (name.replace("~", "") === "") say("name", name, "a name");
    if (!levels.includes(level)) say("level", level, `one of ${levels.join(", ")}`);
  }
  return faults;
}
