/** Cells of one line by column name; every accessor says which line fails and why. */
export interface Cells {
  take(column: string): string;
  number(column: string): number;
  oneOf<const T extends string>(column: string, values: readonly T[]): T;
}

/** 逐行. Rows of a word file under its header line; lines that begin with # are remarks. Throws when the file is missing. */
export function rowsOf(files: Readonly<Record<string, string>>, name: string): readonly Cells[] {
  const text = files[name];
  if (text === undefined)
    throw new Error(`Lexicon file ${name} is missing: expected it beside the others in data/lexicon`);
  const lines = text
    .split(/\r?\n/u)
    .flatMap((line, index) => (line === "" || line.startsWith("#") ? [] : [{ line, number: index + 1 }]));
  const header = lines[0]?.line.split("\t") ?? [];
  return lines.slice(1).map(({ line, number }) => cellsOf(header, line.split("\t"), `${name} line ${number}`));
}

function cellsOf(header: readonly string[], row: readonly string[], where: string): Cells {
  const take = (column: string): string => {
    const value = row[header.indexOf(column)];
    if (value === undefined || value === "")
      throw new Error(`${where}: column ${column} is empty or missing in "${row.join(" | ")}"`);
    return value;
  };
  return {
    take,
    number(column) {
      const value = Number(take(column));
      if (!Number.isFinite(value))
        throw new Error(`${where}: column ${column} holds "${take(column)}", expected a number`);
      return value;
    },
    oneOf(column, values) {
      const value = values.find((candidate) => candidate === take(column));
      if (value === undefined)
        throw new Error(`${where}: column ${column} holds "${take(column)}", expected one of ${values.join(", ")}`);
      return value;
    },
  };
}
