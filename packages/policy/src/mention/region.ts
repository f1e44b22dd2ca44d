import type { RegionMention } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import { rememberPlace } from "./document-memory.ts";
import { isCount, jointAt, jointFirsts } from "./region-joint.ts";
import { meant } from "./region-meant.ts";
import type { RegionWords } from "./region-words.ts";
import type { Lexicon } from "./lexicon.ts";
import { isPair } from "./word-classes.ts";
import { firstsOf, type PlaceName, placeNameAt } from "./place-names.ts";
import { type Recogniser, type Scan, spot } from "./scan.ts";

/**
 * 地区. Finds places: divisions of the whole country, groups of them, the pack's sites, the longest name first. A name of one
 * character (京, 冀) counts only beside others, as in 津冀 or 京、津、冀. 三地 and 两省 mean those last named together. A name
 * that several places share is resolved by its neighbourhood; where nothing decides, the candidates are kept and no code.
 */
export const regionRecogniser: Recogniser = {
  name: "region",
  *triggers(lexicon) {
    yield* firstsOf(lexicon.regions.names);
    yield* lexicon.regions.letters.keys();
    yield* jointFirsts;
  },
  read(scan, at) {
    const joint = jointAt(scan, at);
    if (joint) return located(scan, joint, { codes: joint.codes, certainty: "implied" });
    const name = nameAt(scan, at);
    if (!name) return lettersAt(scan, at);
    const span = { start: at, end: at + name.written.length };
    const found = meant(scan, name, span);
    if (found) return located(scan, span, found);
    scan.trace?.refuse(scan, span, { by: "region", reason: "ordinary-word" });
    return null;
  },
};

/** The longest name at a place; 北京市场 and 河北区域 hold a shorter one, 南京路 none. */
function nameAt({ lexicon, text, sentence }: Scan, at: number): PlaceName | null {
  let below = 99;
  for (;;) {
    const name = placeNameAt(lexicon.regions.names, text, { at, limit: sentence.end, below });
    if (!name) return null;
    const end = at + name.written.length;
    if (isCount(text, at, name.written.length) || isInOtherWord(lexicon, text, { at, name })) return null;
    if (!isCut(text, end) && !isJoined(lexicon.regions, text, { at, name })) return isRoad(text, end) ? null : name;
    below = name.written.length;
  }
}

// 创|新平|台, 协同创|新和|产业: short names of counties made of the ends of two other words
function isInOtherWord({ names }: Lexicon, text: string, { at, name }: { at: number; name: PlaceName }): boolean {
  if (name.written.length > 2 || name.rows[0]?.level !== "county") return false;
  if ("湖山河江岛峡寺庙洲潭溪".includes(text.charAt(at + name.written.length) || " ")) return true;
  return isPair(names.words, text, at - 1) || isPair(names.words, text, at + 1);
}

// 河北|雄安新区 names two places, each by its own name
function isJoined(regions: RegionWords, text: string, { at, name }: { at: number; name: PlaceName }): boolean {
  const end = at + name.written.length;
  const [row] = name.rows;
  if (!row || (row.level !== "zone" && row.level !== "site") || name.written.length < 5) return false;
  const first = placeNameAt(regions.names, text, { at, limit: end, below: name.written.length });
  if (!first || first.rows[0]?.code !== row.parent) return false;
  const from = at + first.written.length;
  const second = placeNameAt(regions.names, text, { at: from, limit: end });
  return second?.written.length === end - from && second.rows[0]?.code === row.code;
}

// 北京市场    河北区域    near miss: 北京市民政局, 河北区的
//     ^^          ^^
function isCut(text: string, end: number): boolean {
  const next = text.charAt(end);
  switch (text.charAt(end - 1)) {
    case "市":
      return next === "场"
        ? text.charAt(end + 1) !== "监"
        : next === "容" || (next === "民" && !"政族委营".includes(text.charAt(end + 1)));
    case "区":
      return "域间划位别块号".includes(next || " ");
    case "县":
      return next === "域";
    case "省":
      return "会份".includes(next || " ");
    default:
      return false;
  }
}

const isRoad = (text: string, end: number): boolean =>
  /^[东西南北中]?(?:路(?!网|段|况|政|桥|局|线|径|子)|大街|大道|街(?!道|区|乡))/u.test(text.slice(end, end + 3)) &&
  !"市省区县州".includes(text.charAt(end - 1));

/** A longer row of letters is no list of divisions. */
const MOST_LETTERS = 8;

/** Letters of divisions side by side (津冀) or in a row (京、津、冀). */
function lettersAt(scan: Scan, at: number): ReturnType<Recogniser["read"]> {
  const { lexicon, text, sentence } = scan;
  const codes: string[] = [];
  let strong = 0;
  let end = at;
  const limit = Math.min(sentence.end, at + MOST_LETTERS + 1);
  while (end < limit) {
    const letter = lexicon.regions.letters.get(text.charCodeAt(end));
    if (!letter || placeNameAt(lexicon.regions.names, text, { at: end, limit: sentence.end })) break;
    codes.push(letter.code);
    if (!letter.weak) strong += 1;
    end += 1;
  }
  if (codes.length === 1 && strong === 1 && isInRow(scan, at)) return located(scan, { start: at, end }, { codes });
  if (codes.length < 2 || codes.length > MOST_LETTERS || strong < 2) {
    if (strong > 0) scan.trace?.refuse(scan, { start: at, end }, { by: "region", reason: "letter-alone" });
    return null;
  }
  if (strong < codes.length && codes.length < 3) return null;
  return located(scan, { start: at, end }, { codes });
}

// 京、津、冀    near miss: 京、外地
function isInRow({ lexicon, text, sentence }: Scan, at: number): boolean {
  const isLetter = (place: number, far: number): boolean =>
    place >= sentence.start &&
    place < sentence.end &&
    lexicon.regions.letters.get(text.charCodeAt(place))?.weak === false &&
    (!isAt(text, far, charClass.han) || "和与及三两四等省市地".includes(text.charAt(far)));
  const isJoint = (place: number): boolean => "、和与".includes(text.charAt(place) || " ");
  const after = isJoint(at + 1) && isLetter(at + 2, at + 3);
  const before = isJoint(at - 1) && isLetter(at - 2, at - 3);
  if (after) return !isAt(text, at - 1, charClass.han) || isJoint(at - 1) || before;
  return before && (!isAt(text, at + 1, charClass.han) || "和与及三两四等省市地".includes(text.charAt(at + 1)));
}

function located(
  scan: Scan,
  span: Span,
  found: Pick<RegionMention, "codes"> & Partial<Pick<RegionMention, "certainty" | "candidates">>,
): ReturnType<Recogniser["read"]> {
  const { start, end } = span;
  rememberPlace(scan.memory, scan.text, { start, end, codes: found.codes });
  const mention: RegionMention = {
    kind: "region",
    ...spot(scan, { start, end }),
    recogniser: "region",
    certainty: "stated",
    leansOn: [],
    ...found,
  };
  return { start, end, mention };
}
