/** 一义. The fields of a record that one of a peer's alternative readings comes to, in the form of `qipan read`. */
export type Meaning = Readonly<Record<string, unknown>>;

/** 他读. One reading of another library; offsets in UTF-16 units of the text, `meanings` every alternative it may be taken for. */
export interface PeerReading {
  readonly type: "time" | "quantity";
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
}

/** 同类. Another library that reads Chinese dates or amounts; `day` is what its relative dates count from, `YYYY-MM-DD`. */
export interface Peer {
  readonly name: string;
  readonly types: readonly PeerReading["type"][];
  readonly read: (text: string, day: string) => readonly PeerReading[];
}

/** Lines of a text that hold anything, with the places where they begin. */
export function linesOf(text: string): readonly { readonly line: string; readonly start: number }[] {
  let start = 0;
  return text.split("\n").flatMap((line) => {
    const place = { line, start };
    start += line.length + 1;
    return line.trim() === "" ? [] : [place];
  });
}

/**
 * 宽解. Everything that an interval may be taken for: as it is, and as the limit or the beginning that a word before it would
 * make of it, since these libraries leave 到, 前 and 以来 outside their spans.
 */
export function timeMeanings(start: string | null, end: string | null): readonly Meaning[] {
  return [
    { date_start: start, date_end: end },
    { date_start: null, date_end: end },
    { date_start: start, date_end: null },
  ];
}

/** 日. A day as `YYYY-MM-DD`, counted in UTC; days out of a month run over, 0 is the last day before it. */
export function isoDay(year: number, month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.toISOString().slice(0, 10);
}
