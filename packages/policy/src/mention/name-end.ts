import { charClass, isAt } from "../text/char-class.ts";
import type { TitleMention } from "../records/mention.ts";
import type { Needs } from "./name-lexicon.ts";
import type { Ends } from "./name-tokens.ts";
import type { Scan } from "./scan.ts";

/** 名尾处. Where the last word ends and what kind of name it closes. */
interface Closing {
  readonly end: number;
  readonly class: TitleMention["class"];
  readonly needs: Needs;
}

/**
 * 定名尾. Where a name ends that goes on behind its last word: the stretch of a line (北京至雄安新区段, 平原段, （南段）), the place of a
 * school with several seats（北京）. The end of the last word where it does not.
 */
export function nameEnd(scan: Scan, { end, class: of, needs }: Closing, ends: Ends): number {
  if (needs === "line") return stretchEnd(scan, end);
  if (of === "institution" && "（(".includes(scan.text.charAt(end) || " ")) return bracketedPlace(scan, end, ends);
  return end;
}

/** A stretch is named by its ends or by one word before 段; it holds no mark but dashes. */
function stretchEnd({ text, sentence }: Scan, end: number): number {
  const limit = Math.min(sentence.end, end + 24);
  const inside = "（(".includes(text.charAt(end) || " ");
  let joined = false;
  for (let at = inside ? end + 1 : end; at < limit; at += 1) {
    const here = text.charAt(at);
    if (here === "段" && at > end) {
      const short = at - end <= (inside ? 5 : 4);
      if (!short && !joined) return end;
      if (!inside) return isWordy(text, end, at) ? end : at + 1;
      return "）)".includes(text.charAt(at + 1) || " ") ? at + 2 : end;
    }
    if (here === "至" || here === "到" || here === "—" || here === "-" || here === "－") joined = true;
    else if (!isAt(text, at, charClass.han) || "的、和与等已将".includes(here)) return end;
  }
  return end;
}

// 高速|建设阶段, 铁路|现阶段    near miss: 延崇高速|平原段
const isWordy = (text: string, from: number, at: number): boolean =>
  "阶时地分片路手现标这全各".includes(text.charAt(at - 1)) || /建设|开工|运营|通车|完成/u.test(text.slice(from, at));

function bracketedPlace({ text }: Scan, end: number, ends: Ends): number {
  for (let at = end + 2; at < end + 7; at += 1) {
    if (!"）)".includes(text.charAt(at) || " ")) continue;
    return ends.places.get(at)?.start === end + 1 ? at + 1 : end;
  }
  return end;
}
