import type { EventKind } from "../../mention/lexicon.ts";
import { wordAt } from "../../mention/word-table.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { closerAt } from "../../text/pairs.ts";
import type { Span } from "../../text/span.ts";
import type { Passage } from "../../mention/passages.ts";
import { clausesOf, mentionsIn } from "../reading-matter.ts";

/**
 * 事首. The words that say what happened: from the subject through verb and object or meeting, without what was said
 * there. `title` is the part without what leads up to it;
 * `place` is as written, null when the words name none.
 */
export interface EventHead extends Span {
  readonly title: Span;
  readonly verb: Span;
  readonly kind: EventKind;
  readonly said: boolean;
  readonly place: string | null;
  readonly participants: readonly string[];
}

/**
 * 找事首. The head of the event told from `within.start` on: everything up to the end of the first clause that holds a
 * verb of happenings. Null when no clause holds one.
 */
export function eventHead(passage: Passage, within: Span): EventHead | null {
  const clauses = clausesOf(passage, within);
  for (const [index, clause] of clauses.entries()) {
    if (index < clauses.length - 1 && leadUp.test(passage.scan.text.slice(clause.start, clause.start + 12))) continue;
    const verb = happening(passage, clause);
    if (!verb) continue;
    const headEnd = verb.headEnd === clause.end ? resultEnd(passage, verb, clauses[index + 1]) : verb.headEnd;
    const title = { start: titleStart(passage, clauses, clause), end: headEnd };
    const told = { start: within.start, end: headEnd };
    return {
      ...told,
      title,
      verb,
      kind: verb.kind,
      said: verb.said,
      place: placeIn(passage, { start: clause.start, end: headEnd }, verb),
      participants: participantsIn(passage, told),
    };
  }
  return null;
}

/** 某市决定，六个村由某县代管: what was decided belongs to a decision that ends its clause. */
function resultEnd({ scan: { text } }: Passage, verb: Happening, next: Span | undefined): number {
  const bare = /^(?:决定|同意|批复|宣布|通告|公告|公布)$/u.test(text.slice(verb.start, verb.end));
  return bare && next && verb.end === verb.headEnd ? next.end : verb.headEnd;
}

/** Clauses that only lead up to what happened: purpose, source, role. */
const leadUp =
  /^(?:为(?!期)|据|受(?!理|援|邀|到表)|因|从(?!.{1,8}(?:出发|发出|驶出))|根据|按照|作为|随着|围绕|由于|鉴于|经(?!济|营|开|贸|理))/u;
const timeOfDay = /^(?:[上下]午|晚上?|凌晨|清晨|当晚)?(?:\d{1,2}[时点:](?:\d{1,2}分?|半|许)?)?[，,]?/u;

/** Where the title begins: at the subject, after a clause of purpose or source and a time of day. */
function titleStart({ scan }: Passage, clauses: readonly Span[], ofVerb: Span): number {
  const first = clauses[0]?.start ?? ofVerb.start;
  const start = leadUp.test(scan.text.slice(first, first + 12)) ? ofVerb.start : first;
  return start + (timeOfDay.exec(scan.text.slice(start, start + 10))?.[0].length ?? 0);
}

interface Happening extends Span {
  readonly kind: EventKind;
  readonly headEnd: number;
  /** Whether the words end before what somebody said, with no occasion named: 国务院要求… */
  readonly said: boolean;
}

/** Kinds whose verbs only lead up to another in the same clause: 赴某地签署 is a signing. */
const weak = new Set<EventKind>(["departure", "arrival", "milestone", "other"]);

/**
 * First verb of happenings of a clause. A weak one gives way to a later one; what was said while something else was done
 * (在某地考察时指出) gives way to that, and the words said are cut off.
 */
function happening(passage: Passage, clause: Span): Happening | null {
  const { text, lexicon } = passage.scan;
  const verbs = verbsIn(passage, clause);
  const acting = verbs.filter(({ kind, end }) => !weak.has(kind) && !meanwhile.test(text.slice(end, end + 4)));
  const strong = acting.find(({ start, end }) => !nounish.test(text.slice(start, end))) ?? acting[0];
  const during = verbs.find(({ end }) => meanwhile.test(text.slice(end, end + 4)));
  const verb = strong ?? during ?? verbs[0];
  if (!verb) return null;
  if (during && (verb === during || verb.kind === "statement")) return { ...during, headEnd: during.end, said: false };
  const saying = verb.kind === "statement" && wordAt(lexicon.speechVerbs, text, verb.start, verb.end) !== null;
  return {
    ...verb,
    said: saying && !"上时中".includes(text.charAt(verb.start - 1) || " "),
    headEnd: saying ? beforeSaying(text, verb.start) : endOfHead(passage, { start: verb.end, end: clause.end }),
  };
}

/** Verbs that as often name the occasion: 某论坛在北京举行. */
const nounish = /^(?:论坛|座谈|交流|演练|巡演|推介|研讨|会商|展开|发布会|座谈会)$/u;

/** 在座谈会上强调 ends at 座谈会. */
const beforeSaying = (text: string, at: number): number => ("上时中".includes(text.charAt(at - 1)) ? at - 1 : at);

// 考察时    调研期间      near miss: 考察中心
const meanwhile = /^(?:工作|调研)?(?:时|期间|中(?!心|国|央|共|关|小|学|方))/u;

interface Verb extends Span {
  readonly kind: EventKind;
}

/** Verbs of happenings outside brackets and quotations, left to right. */
function verbsIn({ scan }: Passage, clause: Span): readonly Verb[] {
  const found: Verb[] = [];
  for (let at = clause.start; at < clause.end; at += 1) {
    if (isAt(scan.text, at, charClass.opener)) {
      at = Math.max(at, closerAt(scan.pairs, at));
      continue;
    }
    const verb = wordAt(scan.lexicon.eventVerbs, scan.text, at, clause.end);
    if (!verb || isNominal(scan.text, at, at + verb.written.length)) continue;
    found.push({ start: at, end: at + verb.written.length, kind: verb.value });
    at += verb.written.length - 1;
  }
  return found;
}

// 座谈会    启动仪式    实施方案    主办的    设市城市      near miss: 召开会议
const nominal =
  /^(?:会(?!议|见|谈|商)|仪式|方案|办法|细则|计划|的|组(?!织)|力|点|期(?!间)|性|者|商(?!贸|务)|权|证书|许可|率|度|量|人员|工作(?!会|座)|发展|单位|部门)/u;

/** Whether what stands around makes a noun of a word that begins like a verb: 新设立或变更, 不予批准. */
function isNominal(text: string, start: number, end: number): boolean {
  if ("新未不再".includes(text.charAt(start - 1) || " ") && text.charAt(end) === "或") return true;
  return nominal.test(text.slice(end, end + 2)) || text.slice(start - 2, start) === "不予";
}

/** Cuts the head before 并强调…, 标志着… and the like in the clause of the verb. */
function endOfHead({ scan }: Passage, rest: Span): number {
  for (let at = rest.start + 1; at < rest.end; at += 1) {
    if (isAt(scan.text, at, charClass.opener)) {
      at = Math.max(at, closerAt(scan.pairs, at));
      continue;
    }
    if (scan.text.charAt(at) === "并" && wordAt(scan.lexicon.speechVerbs, scan.text, at + 1, rest.end)) return at;
    if (scan.text.charAt(at) === "通" && /^通报[，,]?$/u.test(scan.text.slice(at, rest.end))) return at;
  }
  return rest.end;
}

/** Words between the place and the verb that belong to neither. */
const joint = /(?:联合|共同|分别|正式|隆重|成功|先后|组织|主持|等地|市内|首次|学习|参观|率先)+$/u;
/** What 在 may introduce besides a place. */
const noPlace = /(?:时|中|后|前|上|下|期间|方面|领域|过程|基础|会)$/u;

/** 在某地召开, 到某地调研, 赴某地签署, 从某站发出: what stands between the preposition and the verb. */
function placeIn(passage: Passage, clause: Span, verb: Happening): string | null {
  const { text, view } = passage.scan;
  for (let at = verb.start - 1; at >= clause.start && verb.start - at <= 24; at -= 1) {
    if (isAt(text, at, charClass.pause | charClass.terminal)) return null;
    const opens = "在到赴于".includes(text.charAt(at)) || (text.charAt(at) === "从" && verb.kind === "departure");
    if (!opens || "存现得达受感直由关对位".includes(text.charAt(at - 1) || " ")) continue;
    const words = view.text.slice(at + 1, verb.start).replace(joint, "");
    return words.length > 0 && words.length <= 20 && !noPlace.test(words) && !/^[\d一二三四]/u.test(words)
      ? words
      : null;
  }
  return verb.kind === "visit" ? placeAfter(passage, { start: verb.end, end: clause.end }) : null;
}

/** 考察北京市规划展览馆: the region or site right after the verb of a visit. */
function placeAfter(passage: Passage, rest: Span): string | null {
  const near = mentionsIn(passage, "region", rest).find(({ start }) => start - rest.start <= 1);
  return near ? passage.scan.view.text.slice(near.start, near.end) : null;
}

/** Bodies named in the head, each once. */
function participantsIn(passage: Passage, head: Span): readonly string[] {
  const names = mentionsIn(passage, "organisation", head).map(({ start, end }) =>
    passage.scan.view.text.slice(start, end),
  );
  return [...new Set(names)];
}
