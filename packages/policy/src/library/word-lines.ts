/** 词表行. One line of a word file that says something: its number, from 1, and its cells. */
export interface WordLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** 词表之形. Header and rows of a word file as they stand; the header is null in a file without any. */
export interface WordLines {
  readonly header: WordLine | null;
  readonly rows: readonly WordLine[];
}

/** 分行. Lines of a word file without remarks and empty ones; a byte order mark is no part of it. */
export function wordLines(text: string): WordLines {
  const said = withoutMark(text)
    .split(/\r?\n/u)
    .flatMap((line, index) =>
      line === "" || line.startsWith("#") ? [] : [{ line: index + 1, cells: line.split("\t") }],
    );
  return { header: said[0] ?? null, rows: said.slice(1) };
}

/** 去标记. A text without the byte order mark that some editors put first. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
