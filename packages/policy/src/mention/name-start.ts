import { charClass, isAt } from "../text/char-class.ts";
import type { NameHead } from "./name-lexicon.ts";
import { piece, type Piece } from "./name-tokens.ts";
import type { Located, Scan } from "./scan.ts";
import { wordAt } from "./word-table.ts";

/** 名首所需. The last word of a name and where it stands, the pieces before it, and what is known of names among them. */
export interface Before {
  readonly scan: Scan;
  readonly head: NameHead;
  readonly at: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** Class of the body that a known name is; null for other names. */
  bodyOf(name: Piece): string | null;
  placeOf(place: Piece): Located | null;
  endingPlace(at: number): Located | null;
}

/**
 * 定名首. Where a name begins: at the first place, proper word or earlier name that its pieces reach back to without a verb
 * that governs what follows. -1 when what stands before the last word makes no name: 重点项目, 各部门, 天津项目.
 */
export function nameStart(before: Before): number {
  const { pieces, head } = before;
  const strong = pieces.findIndex((one, index) => isStrong(before, one, index));
  const from = strong < 0 ? -1 : afterCuts(before, strong);
  if (from >= 0 && satisfies(before, from)) return startOf(before, from);
  return head.needs === "several" || head.needs === "phase" ? plainStart(before) : -1;
}

/** Proper beyond doubt: a place, a name, 国家, a quoted word, an unknown word of two characters, 第四. */
function isStrong({ scan, head, pieces, at }: Before, one: Piece, index: number): boolean {
  switch (one.kind) {
    case piece.place:
    case piece.name:
    case piece.open:
    case piece.quote:
      return true;
    case piece.proper:
      return one.end - one.start > 1;
    case piece.number:
      if (head.body !== null) return scan.text.charAt(one.start) === "第";
      return isRoundOrCode(scan.text, one);
    case piece.date:
      return head.needs === "plan" && one.end - one.start > 3;
    case piece.general:
      return (
        index === 0 && head.body !== null && isAdministrative(scan.text, one) && (one.end === at || pieces.length > 1)
      );
    default:
      return false;
  }
}

/** 百万亩, G60. */
const isRoundOrCode = (text: string, { start, end }: Piece): boolean =>
  /^(?:[百千万]+[亩里]|[A-Z]\d+)$/u.test(text.slice(start, end));

/** 市, 省 that begin the name of a body: 市发展改革委. */
const isAdministrative = (text: string, { start, end }: Piece): boolean =>
  end - start === 1 && "市省区县州盟旗镇乡".includes(text.charAt(start));

/** The first strong piece behind the last cut: 建设|京雄高速, 市委|北京市, 企业|首钢. */
function afterCuts(before: Before, strong: number): number {
  const { pieces } = before;
  let from = strong;
  for (let index = strong; index + 1 < pieces.length; index += 1) {
    const [one, next] = [pieces[index], pieces[index + 1]];
    if (!one || !next || !isStrong(before, next, index + 1) || next.kind === piece.quote || next.kind === piece.date)
      continue;
    const cuts =
      (one.kind === piece.verb && !before.scan.text.startsWith("附属", one.start)) ||
      one.kind === piece.vague ||
      (one.kind === piece.proper && one.end - one.start === 1 && next.kind !== piece.proper) ||
      (one.kind === piece.name && cutsAfter(before, one, next));
    if (cuts) from = index + 1;
  }
  return from;
}

/** A name of a government or party goes no further into a place or another name; a university's does. */
function cutsAfter(before: Before, one: Piece, next: Piece): boolean {
  const body = before.bodyOf(one);
  if (next.kind === piece.name) return body !== null;
  if (body !== "government" && body !== "party" && body !== "assembly") return false;
  const head = before.scan.text.slice(before.at, before.end);
  return (
    next.kind === piece.place &&
    before.head.needs === "place" &&
    !/^(?:分局|支队|大队|办事处|派出所|税务局|海关)$/u.test(head)
  );
}

function satisfies(before: Before, from: number): boolean {
  const { head, pieces, scan } = before;
  const rest = pieces.slice(from);
  const [first] = rest;
  if (!first) return false;
  const named = rest.filter((one) => isNamed(before, one));
  if (first.kind === piece.name && !continues(before, first, rest)) return false;
  if ((head.body === null || head.needs === "place") && rest.some(({ kind }) => kind === piece.vague)) return false;
  if (head.body === null && isNation(before, first) && named.length === 0 && !isBuilding(before)) return false;
  if (isCounted(before, rest) || (head.body !== null && first.kind === piece.quote)) return false;
  const inner = rest.filter((one) => one.kind === piece.noun || one.kind === piece.verb);
  const last = rest.at(-1);
  switch (head.needs) {
    case "place":
      return (
        first.kind !== piece.proper && first.kind !== piece.quote && !(rest.length === 1 && isJoint(before, first))
      );
    case "several":
      return true;
    case "proper":
      return isNoClause(before, rest) && !(rest.length === 1 && isBroad(before, first));
    case "modified":
      return (
        isNoClause(before, rest) &&
        (named.length > 0 || inner.length > 0 || rest.filter(({ kind }) => kind === piece.place).length > 1)
      );
    case "works":
      return (
        isNoClause(before, rest) &&
        (named.length > 0 ||
          isSite(before, first) ||
          inner.length > 1 ||
          rest.some(({ kind }) => kind === piece.number))
      );
    case "project":
      return isNoClause(before, rest) && (named.some(({ kind }) => kind !== piece.quote) || isSite(before, first));
    case "landmark":
      return rest.length === 1 && first.kind === piece.open && !isNation(before, first);
    case "line":
      return rest.length <= 4 && isLine(before, rest);
    case "numbered":
      return last?.kind === piece.number || (rest.length === 1 && isEnds(before, first));
    case "station":
      return (
        rest.length <= 3 &&
        (first.kind === piece.place || first.kind === piece.open || named.length > 0) &&
        inner.length === 0
      );
    case "phase":
      return true;
    case "plan":
      return (
        isNoClause(before, rest) &&
        (inner.length > 0 || named.length > 0 || isSite(before, first) || isSpecific(scan.text, before)) &&
        first.kind !== piece.proper &&
        first.kind !== piece.quote
      );
    default:
      return false;
  }
}

/** A proper word of two characters, an earlier name, a quoted word, a landmark, a plan period. */
function isNamed(before: Before, one: Piece): boolean {
  switch (one.kind) {
    case piece.proper:
      return one.end - one.start > 1;
    case piece.name:
    case piece.quote:
      return true;
    case piece.open:
      return !isNation(before, one);
    case piece.date:
      return before.head.needs === "plan";
    default:
      return false;
  }
}

/** 国家, 全国, 首都: words of rank, which alone make no name of a site or work. */
const isNation = ({ scan, placeOf }: Before, one: Piece): boolean => {
  const { kind, start, end } = one;
  const mention = kind === piece.place ? placeOf(one)?.mention : undefined;
  if (mention?.kind === "region") return mention.codes[0] === "100000";
  return (
    kind === piece.open &&
    ["nation", "city"].includes(wordAt(scan.lexicon.organisationHeads, scan.text, start, end)?.value ?? "")
  );
};

/** 国家速滑馆, 国家大剧院: of a building there is one. */
const isBuilding = ({ scan, end }: Before): boolean => /[馆院场]$/u.test(scan.text.slice(end - 1, end));

/** 京津冀三地政府, 河北两市医院: several bodies told by their number. */
function isCounted(before: Before, rest: readonly Piece[]): boolean {
  const [first] = rest;
  const place = first && before.placeOf(first)?.mention;
  if (place?.kind !== "region") return false;
  return (
    place.certainty === "implied" ||
    /^[两二三四五六七八九十][地省市县区]/u.test(before.scan.text.slice(first?.end, (first?.end ?? 0) + 2))
  );
}

/** 纲要, 条例 and 总体规划 name a plan right after its place, 规划 does not. */
const isSpecific = (text: string, { at, end, pieces }: Before): boolean =>
  end - at >= 4 && pieces.length > 0 && !/^(?:工作|实施)/u.test(text.slice(at, end));

/** A body goes on in its own parts (国家发展改革委|地区经济司), not in schools and firms (市教委|中小学校). */
function continues(before: Before, first: Piece, rest: readonly Piece[]): boolean {
  const body = before.bodyOf(first);
  if (body !== "government" && body !== "party" && body !== "assembly" && body !== "leading-group") return true;
  if (before.head.body === "leading-group" || before.head.needs === "place") return true;
  if (/(?:支行|分行|分公司|分社|分院|分中心|分局)$/u.test(before.scan.text.slice(before.at, before.end))) return true;
  if (rest.length === 1) return before.head.body !== null;
  return before.head.body === "institute" && before.end - before.at > 2;
}

/** In the name of a site or work a verb right after the place governs what follows: 天津|建设|物流基地. */
function isNoClause({ head, scan }: Before, rest: readonly Piece[]): boolean {
  if (head.body !== null) return true;
  const at = rest.findIndex(({ kind }) => kind !== piece.place);
  const second = rest[at];
  if (at < 1 || second?.kind !== piece.verb) return true;
  return (
    !/^(?:建设|发展|开发|投资|改造|规划|治理|保护|管理|利用|建成|打造|研究|培育)$/u.test(
      scan.text.slice(second.start, second.end),
    ) || rest.length === at + 1
  );
}

/** A place of one division alone makes no site or line: 河北|高速. */
function isBroad(before: Before, first: Piece): boolean {
  const { head, placeOf } = before;
  if (first.kind === piece.open) return head.body === null && isNation(before, first) && !isBuilding(before);
  if (first.kind !== piece.place) return false;
  const mention = placeOf(first)?.mention;
  const code = mention?.kind === "region" ? (mention.codes[0] ?? "") : "";
  return (
    head.body === null &&
    /^(?:\d\d0000|JJJ)$/u.test(code) &&
    mention?.kind === "region" &&
    mention.codes.length === 1 &&
    code === "100000"
  );
}

const isSite = ({ placeOf }: Before, first: Piece): boolean => {
  const mention = placeOf(first)?.mention;
  return mention?.kind === "region" && !/^(?:\d{6}|JJJ)$/u.test(mention.codes[0] ?? "1");
};

function isLine(before: Before, rest: readonly Piece[]): boolean {
  const [first] = rest;
  if (!first || rest.some((one) => one.kind === piece.verb) || before.scan.text.charAt(before.at - 1) === "号")
    return false;
  if (first.kind === piece.name || first.kind === piece.quote) return true;
  if (first.kind === piece.open && !isNation(before, first)) return true;
  if (rest.some((one) => one.kind === piece.proper && one.end - one.start > 1)) return true;
  if (rest.some((one) => one.kind === piece.number)) return true;
  return rest.some((one) => isEnds(before, one)) || isSite(before, first) || rest.length > 2;
}

/** Two ends named by a letter each: 京津, 沪苏; or a place and one more character: 京唐. */
function isEnds({ placeOf, pieces }: Before, one: Piece): boolean {
  const mention = placeOf(one)?.mention;
  if (mention?.kind !== "region") return one.kind === piece.proper && one.end - one.start > 1;
  if (mention.codes.length > 1 && one.end - one.start <= 4) return true;
  return /^\d{4}(?!00)/u.test(mention.codes[0] ?? "") && pieces.length === 1;
}

/** Names without a proper word: leading groups of two fields, phases of a work. General words do not begin one. */
function plainStart({ pieces, head, scan }: Before): number {
  let from = pieces.length;
  while (from > 0) {
    const kind = pieces[from - 1]?.kind;
    if (
      kind !== piece.noun &&
      kind !== piece.verb &&
      kind !== piece.proper &&
      kind !== piece.name &&
      kind !== piece.place
    )
      break;
    from -= 1;
  }
  const rest = pieces
    .slice(from)
    .filter(({ start, end }) => !/^(?:专项|工作|专门|相应|联合|临时)$/u.test(scan.text.slice(start, end)));
  const first = rest[0];
  if (!first || (head.needs === "several" && rest.length < 2)) return -1;
  return first.start;
}

/** The start of the first piece; a second end of a line (雄安至|大兴机场快线) and 新一轮 before it belong to the name. */
function startOf({ pieces, scan, head, endingPlace }: Before, from: number): number {
  const start = pieces[from]?.start ?? 0;
  const { text } = scan;
  if (head.needs === "several") return advanced(scan, start, endingPlace);
  if (head.needs === "line" && "至到—".includes(text.charAt(start - 1) || " "))
    return endingPlace(start - 1)?.start ?? start;
  return text.startsWith("新一轮", start - 3) && head.body === null ? start - 3 : start;
}

/** 北京市推进|京津冀协同发展领导小组, 推动|长三角一体化发展领导小组: the verb and the place before it belong to the name. */
function advanced({ text, sentence }: Scan, start: number, endingPlace: Before["endingPlace"]): number {
  const verb = start - 2;
  if (verb < sentence.start || !/^(?:推进|推动|促进|深化)/u.test(text.slice(verb, start))) return start;
  const place = endingPlace(verb);
  if (place) return place.start;
  return verb > sentence.start && isAt(text, verb - 1, charClass.han) ? start : verb;
}

/** 三地, 京津冀 as whose body: 三地政府 and 京津冀海关 are several. */
function isJoint({ placeOf }: Before, first: Piece): boolean {
  const mention = placeOf(first)?.mention;
  if (mention?.kind !== "region") return false;
  return mention.codes.length > 1 || mention.codes[0] === "JJJ" || mention.certainty === "implied";
}
