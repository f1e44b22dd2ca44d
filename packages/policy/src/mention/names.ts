import type { OrganisationMention, TitleMention } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import { closerAt } from "../text/pairs.ts";
import type { Span } from "../text/span.ts";
import type { Lexicon } from "./lexicon.ts";
import { rememberedAt, rememberName, rememberTitle, shortNameIn } from "./name-memory.ts";
import { touching } from "./touching.ts";
import { nameEnd } from "./name-end.ts";
import type { NameHead } from "./name-lexicon.ts";
import { nameStart } from "./name-start.ts";
import { type Ends, type Piece, piecesBefore } from "./name-tokens.ts";
import { classBefore, isPair, wordClass } from "./word-classes.ts";
import { type Located, type Scan, spot } from "./scan.ts";
import { type Word, wordAt, wordBefore } from "./word-table.ts";

/** 名称. A name with what it names; `key` when it is of a body known to the pack. */
export interface Name extends Span {
  readonly class: TitleMention["class"];
  readonly body: string | null;
  readonly key: string | null;
  /** A body that only its rank names (市政府, 县委): a body, but no name of its own. */
  readonly isBare: boolean;
}

/** Bit of the trigger table that says a name's last word or a known body may begin with a character. */
export const nameBit = 1 << 15;

const TITLE_OPENS = 0x300a;
const BRACKET_OPENS = 0xff08;

/** 名称首字. Characters at which a known body or the last word of a name may begin, and the mark of 《》, which is skipped. */
export function* nameFirsts({ names, organisations }: Lexicon): Iterable<number> {
  yield TITLE_OPENS;
  yield BRACKET_OPENS;
  yield* names.heads.byFirst.keys();
  yield* names.bodies.byFirst.keys();
  yield* organisations.byFirst.keys();
}

/**
 * 找名称. Names without 《》 in one sentence: bodies, sites, works, plans. From each last word (委员会, 铁路, 产业园) it looks back to
 * where the name begins; a name found so is one piece of a longer one that goes on behind it, and only the outermost is
 * given. `found` are places, dates and quantities of the sentence. Each last word looks back a bounded stretch.
 */
export function namesIn(scan: Scan, found: readonly Located[], triggers: Uint16Array): readonly Located[] {
  const state = stateOf(scan, found);
  const { text, sentence, lexicon } = scan;
  for (let at = sentence.start; at < sentence.end; at += 1) {
    if (!((triggers[text.charCodeAt(at)] ?? 0) & nameBit)) continue;
    if (text.charCodeAt(at) === TITLE_OPENS) {
      at = Math.max(at, closerAt(scan.pairs, at));
      continue;
    }
    if (text.charCodeAt(at) === BRACKET_OPENS) {
      introduce(state, at);
      continue;
    }
    const listed = listedAt(state, at);
    if (listed) {
      add(state, listed);
      at = listed.end - 1;
      continue;
    }
    const head = wordAt(lexicon.names.heads, text, at, sentence.end);
    if (!head || isOtherWord(text, at, head) || isInSite(state, at, at + head.written.length)) continue;
    const name = composed(state, at, head);
    if (!name)
      scan.trace?.refuse(scan, { start: at, end: at + head.written.length }, { by: "name", reason: "no-proper-part" });
    if (name) at = name.end - 1;
    else if (head.written.length > 1) at += head.written.length - 1;
  }
  if (scan.memory.firsts) addRemembered(state, scan.memory.firsts);
  addSites(state);
  return mentionsOf(state);
}

/** A short name given in brackets right behind a name is kept, and is a name itself. */
function introduce(state: State, at: number): void {
  const { scan, byEnd, ends } = state;
  const short = shortNameIn(scan, at);
  const known = byEnd.get(at) ?? ends.titles.get(at);
  if (!short || !known) return;
  const of = { class: known.class, body: known.body };
  rememberName(scan.memory, { written: scan.text.slice(short.start, short.end), ...of });
}

/** Names that the document introduced before: short forms, titles now written without 《》. */
function addRemembered({ scan, names, ends }: State, firsts: Uint8Array): void {
  const added: Name[] = [];
  for (let at = scan.sentence.start; at < scan.sentence.end; at += 1) {
    if (firsts[scan.text.charCodeAt(at)] !== 1) continue;
    const known = rememberedAt(scan, at);
    if (!known) continue;
    const span = { start: at, end: at + known.written.length };
    if (touching(ends.quoted, span).length > 0) continue;
    const held = touching(names, span);
    if (held.some(({ start, end }) => start < span.start || end > span.end)) continue;
    for (const one of held) names.splice(names.indexOf(one), 1);
    added.push({ ...span, class: known.class, body: known.body, key: null, isBare: false });
    at = span.end - 1;
  }
  if (added.length > 0) names.push(...added);
  if (added.length > 0) names.sort((one, other) => one.start - other.start);
}

/** Sites of the pack that stand alone; two side by side, or one right behind a name, are one (京雄城际铁路|雄安站). */
function addSites({ scan, names, sites }: State): void {
  if (sites.length === 0) return;
  const given = names.splice(0);
  let next = 0;
  for (const place of sites) {
    for (let name = given[next]; name && name.start <= place.start; name = given[next]) {
      names.push(name);
      next += 1;
    }
    const last = names.at(-1);
    const follows = given[next];
    if ((last && last.end > place.start) || (follows && follows.start < place.end)) continue;
    const joins = last?.end === place.start && last.body === null;
    if (joins) names.pop();
    names.push(siteName(scan, place, joins ? last.start : place.start));
  }
  names.push(...given.slice(next));
}

/** A hall or museum of the pack is a body as well. */
function siteName(scan: Scan, place: Located, start: number): Name {
  const head = isZone(scan, place) ? null : wordBefore(scan.lexicon.names.heads, scan.text, place.end, place.start);
  const body = head?.value.body ?? null;
  return { start, end: place.end, class: body === null ? "place-site" : "institution", body, key: null, isBare: false };
}

interface State {
  readonly scan: Scan;
  readonly names: Name[];
  readonly byEnd: Map<number, Name>;
  /** Bodies inside the names of sites, works and plans. */
  readonly inner: Name[];
  /** Places of the pack that are no divisions, in text order. */
  readonly sites: readonly Located[];
  readonly ends: Ends;
}

function stateOf(scan: Scan, found: readonly Located[]): State {
  const places = byEndOf(found, "region");
  const byEnd = new Map<number, Name>();
  const titles = new Map<number, { class: TitleMention["class"]; body: null }>();
  const quoted: Span[] = [];
  const sites = places.size > 0 ? [...places.values()].filter((place) => isSite(scan, place)) : [];
  for (const { start, end, mention } of found) {
    if (mention.kind !== "title") continue;
    titles.set(end, { class: mention.class, body: null });
    quoted.push({ start, end });
    rememberTitle(scan.memory, { written: scan.text.slice(start + 1, end - 1), class: mention.class, body: null });
  }
  return {
    scan,
    names: [],
    byEnd,
    inner: [],
    sites,
    ends: {
      places,
      dates: byEndOf(found, "date"),
      quantities: byEndOf(found, "quantity"),
      names: byEnd,
      titles,
      quoted,
    },
  };
}

/** Nothing by where it ends: one for all sentences that hold nothing of a kind. */
const NONE: ReadonlyMap<number, Located> = new Map();

/** Mentions of a kind by where they end. */
function byEndOf(found: readonly Located[], kind: Located["mention"]["kind"]): ReadonlyMap<number, Located> {
  let ends: Map<number, Located> | null = null;
  for (const one of found) if (one.mention.kind === kind) (ends ??= new Map()).set(one.end, one);
  return ends ?? NONE;
}

/** A body that the lexicon knows by name, with the place or 市, 中共 right before it: 北京市|发展改革委, 北京|安贞医院. */
function listedAt({ scan, ends }: State, at: number): Name | null {
  const { lexicon, text, sentence } = scan;
  const known = wordAt(lexicon.organisations, text, at, sentence.end);
  const body = wordAt(lexicon.names.bodies, text, at, sentence.end);
  const isPackName = known !== null && known.written.length >= 3 && isOwnName(lexicon, known.written);
  const length = Math.max(isPackName ? known.written.length : 0, body?.written.length ?? 0);
  if (length === 0) return null;
  const end = at + length;
  if (length === 2 && (isPair(lexicon.names.words, text, at - 1) || isPair(lexicon.names.words, text, end - 1)))
    return null;
  if (text.charAt(end - 1) === "部" && "门队署分落件".includes(text.charAt(end) || " ")) return null;
  if (text.charAt(end - 1) === "办" && text.charAt(end) === "公") return null;
  if ("发函字规".includes(text.charAt(end) || " ") && "〔[（(".includes(text.charAt(end + 1) || " ")) return null;
  const pack = isPackName && known.written.length === length ? known.value : null;
  const isWhole =
    /^(?:国家|国务院|中[央共国]|全国|最高|党)/u.test(text.slice(at, at + 3)) || pack?.kind === "enterprise";
  const from = isWhole ? at : extended(scan, at, ends);
  return {
    start: from,
    end,
    class: "institution",
    body: pack?.kind ?? body?.value ?? "institute",
    key: from === at ? (pack?.id ?? null) : null,
    isBare: false,
  };
}

/** A name that says more than a place or the last word of names does. */
const isOwnName = ({ regions, names }: Lexicon, written: string): boolean =>
  !regions.names.byName.has(written) &&
  wordAt(names.heads, written, 0, written.length)?.written.length !== written.length;

function extended({ text, lexicon, sentence }: Scan, at: number, { places }: Ends): number {
  const place = places.get(at) ?? ("市省区县".includes(text.charAt(at)) ? places.get(at + 1) : undefined);
  if (place) return withParty(text, place.start);
  if (text.startsWith("中共", at - 2)) return at - 2;
  if (!"市省区县".includes(text.charAt(at - 1) || " ")) return at;
  return beginsWord({ text, lexicon, sentence }, at - 1) ? at - 1 : at;
}

const withParty = (text: string, start: number): number => (text.startsWith("中共", start - 2) ? start - 2 : start);

/** Whether a word begins at a place: no Chinese character before it, or a word that ends there. */
const beginsWord = ({ text, lexicon, sentence }: Pick<Scan, "text" | "lexicon" | "sentence">, at: number): boolean =>
  !isAt(text, at - 1, charClass.han) ||
  classBefore(lexicon.names.words, text, { end: at, from: sentence.start }) >> 5 === wordClass.stop;

/** Inside a place of the pack (北京·沧州渤海新区生物医药产业园) no last word is looked at. */
const isInSite = ({ sites }: State, at: number, end: number): boolean =>
  touching(sites, { start: at, end: at + 1 }).some((place) => end <= place.end);

function composed(state: State, at: number, head: Word<NameHead>): Name | null {
  const { scan, ends } = state;
  const end = at + head.written.length;
  const place = "市省区县州".includes(head.written.charAt(0)) ? ends.places.get(at + 1) : undefined;
  if (place && head.value.body !== null)
    return added(state, {
      start: withParty(scan.text, place.start),
      end,
      class: head.value.class,
      body: head.value.body,
      key: null,
      isBare: false,
    });
  if (head.value.needs === "numbered") {
    const start = numberedStart(scan, at);
    if (start >= 0) return added(state, { start, end, class: head.value.class, body: null, key: null, isBare: false });
  }
  const pieces = piecesBefore(scan, at, ends);
  const start = nameStart({
    scan,
    head: head.value,
    at,
    end,
    pieces,
    bodyOf: (piece: Piece) => state.byEnd.get(piece.end)?.body ?? null,
    placeOf: (piece: Piece) => ends.places.get(piece.end) ?? null,
    endingPlace: (place: number) => ends.places.get(place) ?? null,
  });
  if (start < 0 || ends.quantities.has(start)) return start < 0 ? rankedBody(state, at, head) : null;
  const name = {
    start,
    end: nameEnd(scan, { end, class: head.value.class, needs: head.value.needs }, ends),
    class: head.value.class,
    body: head.value.body,
    key: null,
    isBare: head.value.needs === "place" && isBareBody(scan.text, start, end),
  };
  add(state, name);
  return name;
}

/** 7号线, 地铁6号线. */
function numberedStart({ text, sentence }: Scan, at: number): number {
  let start = at;
  const digit = charClass.digit | charClass.hanDigit | charClass.hanScale;
  while (start > sentence.start && isAt(text, start - 1, digit)) start -= 1;
  if (start === at) return -1;
  const ahead = text.slice(start - 2, start);
  return start - 2 >= sentence.start && /^(?:地铁|[国省县乡]道)$/u.test(ahead) ? start - 2 : start;
}

function added(state: State, name: Name): Name {
  add(state, name);
  return name;
}

/** 市政府, 县委, 某市卫生部门: a body of one place that has no name of its own. */
const isBareBody = (text: string, start: number, end: number): boolean =>
  /^[市省区县州盟旗镇乡]?(?:[市省区县]?委|政府|人大|政协|纪委|常委会|人大常委会|党委|人民政府)$|(?:部门|机关)$/u.test(
    text.slice(start, end),
  );

/** 市委, 县委 with nothing before them. */
function rankedBody(state: State, at: number, { written, value }: Word<NameHead>): Name | null {
  if (!/^[市省区县]委/u.test(written) || value.body === null) return null;
  const name = {
    start: at,
    end: at + written.length,
    class: value.class,
    body: value.body,
    key: null,
    isBare: written.length === 2,
  };
  add(state, name);
  return name;
}

/** Adds a name and takes away those it holds. */
function add({ names, byEnd, inner }: State, name: Name): void {
  for (let last = names.at(-1); last && last.start >= name.start; last = names.at(-1)) {
    names.pop();
    if (name.body === null && last.body !== null) inner.push(last);
  }
  names.push(name);
  byEnd.set(name.end, name);
}

function isOtherWord(text: string, at: number, { written, value }: Word<NameHead>): boolean {
  return (
    value.notAfter.includes(text.charAt(at - 1) || " ") ||
    value.notBefore.includes(text.charAt(at + written.length) || " ")
  );
}

function mentionsOf({ scan, names, inner }: State): readonly Located[] {
  const mentions: Located[] = [];
  for (const name of names) {
    if (!name.isBare) mentions.push(titleOf(scan, name, name.class));
    if (name.body !== null) mentions.push(bodyOf(scan, name, { class: name.body, key: name.key }));
  }
  for (const name of inner)
    if (name.body !== null) mentions.push(bodyOf(scan, name, { class: name.body, key: name.key }));
  return mentions;
}

/** A place of the pack that is no division: a zone, a station, a lake. */
const isSite = (scan: Scan, place: Located): boolean => isZone(scan, place) || levelOf(scan, place) === "site";

const isZone = (scan: Scan, place: Located): boolean => levelOf(scan, place) === "zone";

const levelOf = ({ lexicon }: Scan, { mention }: Located): string | undefined =>
  mention.kind === "region" ? lexicon.placeByCode.get(mention.codes[0] ?? "")?.level : undefined;

function titleOf(scan: Scan, { start, end }: Span, of: TitleMention["class"]): Located {
  const mention: TitleMention = {
    kind: "title",
    ...spot(scan, { start, end }),
    recogniser: "name",
    certainty: "stated",
    leansOn: [],
    name: scan.view.text.slice(start, end),
    class: of,
  };
  return { start, end, mention };
}

function bodyOf(scan: Scan, { start, end }: Span, body: Pick<OrganisationMention, "class" | "key">): Located {
  const mention: OrganisationMention = {
    kind: "organisation",
    ...spot(scan, { start, end }),
    recogniser: "organisation",
    certainty: "stated",
    leansOn: [],
    name: scan.view.text.slice(start, end),
    ...body,
  };
  return { start, end, mention };
}
