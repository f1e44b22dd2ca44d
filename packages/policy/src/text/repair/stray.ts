import { charClass, classOf } from "../char-class.ts";
import { hide, type Line } from "../lines.ts";
import type { Span } from "../span.ts";
import type { PairCount } from "./joint.ts";
import type { RepairPass } from "./repair-pass.ts";
import { isWordPair } from "./word-pairs.ts";

/**
 * 杂点. Hides what no reader can see, control characters and zero-width ones wherever they stand, and the signs that
 * scanning and copying strew into words: 防■洪. A sign is believed to be strewn when it stands inside words; one that
 * only stands between words, as in 交通|生态, separates them and stays. A sign that closes an article goes too.
 */
export const strayPass: RepairPass = {
  name: "stray",
  apply(text, lines, { count }) {
    const specks = new Map<string, Speck[]>();
    for (const line of lines) {
      if (line.kind === "blank" || !(line.bits & charClass.hideable)) continue;
      hideInvisible(text, line);
      collect(text, line, specks);
    }
    if (specks.size === 0) return;
    for (const found of specks.values())
      if (areStrewn(text, found, count)) for (const { line, span } of found) hide(line, [span]);
  },
};

/** C0 and C1 controls but TAB, soft hyphen, zero-width characters, marks of direction, byte order mark, object mark. */
function isInvisible(code: number): boolean {
  if (code < 0x20) return code !== 9;
  if (code < 0x7f) return false;
  if (code < 0xa0 || code === 0xad) return true;
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xfeff ||
    code === 0xfffc
  );
}

function hideInvisible(text: string, line: Line): void {
  const found: Span[] = [];
  for (let at = line.start; at < line.end; at += 1) {
    if (isInvisible(text.charCodeAt(at))) found.push({ start: at, end: at + 1 });
  }
  hide(line, found);
}

interface Speck {
  readonly line: Line;
  readonly span: Span;
}

const signs = new Set(Array.from("□■◆◇※▲△★☆●○◎¤§¦|~^`×#*_", (sign) => sign.charCodeAt(0)));
const words = charClass.han | charClass.pause | charClass.terminal;

/** Signs with a Han character or a stop right before and right after them, or that end a sentence and the line. */
function collect(text: string, line: Line, specks: Map<string, Speck[]>): void {
  for (let at = line.start + 1; at < line.end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x23 || !signs.has(code)) continue;
    const before = classOf(text.charCodeAt(at - 1));
    const closes = at === line.end - 1 && (before & charClass.terminal) !== 0;
    if (!closes && !(before & words && at + 1 < line.end && classOf(text.charCodeAt(at + 1)) & words)) continue;
    if (line.hidden.some(({ start, end }) => start <= at && at < end)) continue;
    const sign = text.charAt(at);
    const speck = { line, span: { start: at, end: at + 1 } };
    const known = specks.get(sign);
    if (known) known.push(speck);
    else specks.set(sign, [speck]);
  }
}

/** A fifth of the places lie inside words: by chance it would be one in fifty. */
function areStrewn(text: string, found: readonly Speck[], count: PairCount): boolean {
  let inside = 0;
  let closing = 0;
  for (const { line, span } of found) {
    const before = text.charCodeAt(span.start - 1);
    const after = text.charCodeAt(span.end);
    if (span.end === line.end) closing += 1;
    else if (isWordPair(before, after) || count(before, after) > 0) inside += 1;
  }
  return closing === found.length || inside >= Math.max(1, (found.length - closing) * 0.2);
}
