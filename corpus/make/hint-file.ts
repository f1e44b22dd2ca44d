/** 提示. One expected reading as written by hand: its kind, its words, its fields in order, what else is accepted. */
export interface Hint {
  readonly line: number;
  readonly type: HintType;
  readonly optional: boolean;
  /** Words of the span; `occurrence` is which of the equal words inside the anchor is meant, from 1. */
  readonly span: string;
  readonly occurrence: number | null;
  readonly fields: readonly string[];
  readonly alternatives: string[];
  ok: Readonly<Record<string, unknown>> | null;
}

/** 锚. A stretch that stands once in the document, with the readings inside it. */
export interface Anchor {
  readonly line: number;
  readonly text: string;
  readonly hints: Hint[];
}

const types = {
  t: "time",
  q: "quantity",
  n: "title",
  e: "event",
  m: "measurement",
  c: "commitment",
  a: "achievement",
  r: "region",
  o: "organisation",
  z: "zone",
} as const;
type HintType = (typeof types)[keyof typeof types];

/**
 * 读提示. Reads a file of hints. `@ words` opens an anchor, which may run over several lines up to the first hint; a line
 * `t words | field | field` (t q n e m c a r o, with `?` when debatable) is a reading inside it;
 * `z * | kinds` says that nothing of these kinds in the anchor counts; `~ words` another accepted
 * span and `ok {…}` other accepted values of the reading before. Throws naming the line that has another form.
 */
export function anchorsOf(file: string): readonly Anchor[] {
  const anchors: Anchor[] = [];
  for (const [index, line] of file.split("\n").entries()) {
    const at = index + 1;
    if (line.startsWith("@ ")) anchors.push({ line: at, text: line.slice(2), hints: [] });
    else if (line !== "" && !line.startsWith("#")) addLine(anchors, line, at);
    else if (line === "" && anchors.at(-1)?.hints.length === 0) continueAnchor(anchors, line);
  }
  return anchors;
}

function addLine(anchors: Anchor[], line: string, at: number): void {
  const anchor = anchors.at(-1);
  if (!anchor) throw new Error(`Line ${at} stands before any anchor. Begin with "@ words of the document".`);
  const written = /^([tqnemcaroz])(\?)? (.*)$/u.exec(line);
  const last = anchor.hints.at(-1);
  if (written) anchor.hints.push(hintOf(written, at));
  else if (line.startsWith("~ ") && last) last.alternatives.push(line.slice(2));
  else if (line.startsWith("ok ") && last) last.ok = JSON.parse(line.slice(3)) as Readonly<Record<string, unknown>>;
  else if (!last) continueAnchor(anchors, line);
  else throw new Error(`Line ${at} is "${line}". Expected a reading (t q n e m c a r o z), "~ words" or "ok {…}".`);
}

function continueAnchor(anchors: Anchor[], line: string): void {
  const anchor = anchors.pop();
  if (anchor) anchors.push({ ...anchor, text: `${anchor.text}\n${line}` });
}

function hintOf(written: RegExpExecArray, line: number): Hint {
  const [, letter = "", optional, rest = ""] = written;
  const [head = "", ...fields] = rest.split("|").map((part) => part.trim());
  const [, span = head, occurrence = null] = /^(.*)#(\d+)$/u.exec(head) ?? [];
  return {
    line,
    type: types[letter as keyof typeof types], // the pattern of the line allows these letters only
    optional: optional !== undefined,
    span: span === "*" ? "" : span,
    occurrence: occurrence === null ? null : Number(occurrence),
    fields,
    alternatives: [],
    ok: null,
  };
}
