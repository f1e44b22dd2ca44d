/** A record: its cells, and the text they were read from, its line break included. */
export interface DelimitedRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

/**
 * 逐条. Records of a comma-separated text in the form of RFC 4180, all with one kind of line break, a byte order mark allowed.
 * Null for any text that is not quite of that form, which a more patient reader must judge. An empty text has none.
 * @example delimitedRecords('a,"b,c"\n')?.[0]?.record // ["a", "b,c"]
 */
export function delimitedRecords(text: string): readonly DelimitedRecord[] | null {
  const lineBreak = text.includes("\r") ? "\r\n" : "\n";
  const records: DelimitedRecord[] = [];
  let record: string[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = start;
  while (at < text.length) {
    const cell = text.charCodeAt(at) === QUOTE ? quoted(text, at) : bare(text, at);
    if (cell === null) return null;
    record.push(cell.words);
    at = cell.end;
    if (text.charCodeAt(at) === COMMA && at + 1 < text.length) at += 1;
    else if (at === text.length || text.startsWith(lineBreak, at)) {
      at = Math.min(text.length, at + lineBreak.length);
      records.push({ record, raw: text.slice(start, at) });
      record = [];
      start = at;
    } else return null;
  }
  return records;
}

const QUOTE = 34;
const COMMA = 44;

interface Cell {
  readonly words: string;
  readonly end: number;
}

function bare(text: string, start: number): Cell | null {
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return null;
    if (code === COMMA || code === 10 || code === 13) break;
  }
  return { words: text.slice(start, end), end };
}

/** A cell in quotes, a doubled quote inside it standing for one; null where it never closes. */
function quoted(text: string, start: number): Cell | null {
  let end = text.indexOf('"', start + 1);
  let doubled = false;
  while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) {
    doubled = true;
    end = text.indexOf('"', end + 2);
  }
  if (end < 0) return null;
  const inner = text.slice(start + 1, end);
  return { words: doubled ? inner.replaceAll('""', '"') : inner, end: end + 1 };
}
