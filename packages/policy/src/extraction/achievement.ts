import { commonFields } from "./common-fields.ts";
import type { AchievementReading } from "../records/reading.ts";
import type { RefusalReason } from "../records/refusal.ts";
import type { Passage } from "../mention/passages.ts";
import { wordAt, wordBefore } from "../mention/word-table.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import { mentionsFrom } from "./reading-matter.ts";
import { aimOf, domainOf, dueOf, regionIn } from "./undertaking/fields.ts";
import { isSemicolon } from "./undertaking/clause-cut.ts";
import type { Predicate } from "./undertaking/predicate-record.ts";
import { type Clause, type SentenceContext, trimmedEnd } from "./undertaking/sentence.ts";
import { speaks } from "./undertaking/speech.ts";

/**
 * 成效. Achievements of one sentence: one for each clause that reports a thing done or under way, subject and all, with the
 * further figures for the same thing. Plans, suppositions, opinions and bare levels report nothing.
 */
export function achievementsIn(context: SentenceContext): readonly AchievementReading[] {
  const { passage, clauses, setting } = context;
  if (setting.mode === "duty" || setting.mode === "thin") return [];
  if (isAsideOf(passage)) return [];
  const found: Draft[] = [];
  let open = false;
  let ahead = false;
  for (const [index, clause] of clauses.entries()) {
    if (clause.supposed) break;
    if (speaks(passage, clause) === "personal" && !clause.cut.spoken) break;
    ahead =
      looksAhead(clause, context) ||
      (ahead && !clause.done && !(clause.predicate && finished(passage, clause.predicate)));
    const end = trimmedEnd(passage.scan.text, clause.cut);
    const predicate =
      ahead || isSubject(clauses, index) || (open && isResultTail(clause, passage))
        ? null
        : (reported(clause, { ...context, open: found.length > 0 }) ?? shared(clause, found.at(-1)));
    if (predicate) {
      const span = { start: levelBefore(clauses, index, passage) ?? clause.from, end };
      found.push({ span, head: end, clause, predicate });
      open = true;
    } else if (open && !ahead && isFigureTail(clause, passage))
      extend(found, passage, { start: clause.cut.start, end });
    else if (!clause.predicate || clause.predicate.class !== "aim") open = false;
    if (isSemicolon(clause.cut.after)) open = ahead = false;
  }
  return found.map((draft) => achievement(context, draft));
}

interface Draft {
  readonly span: Span;
  /** Where the clause itself ends, before its tails. */
  readonly head: number;
  readonly clause: Clause;
  readonly predicate: Predicate;
}

/** 物流中心15个 after 疏解提升市场112家、 shares the verb. */
const shared = ({ cut }: Clause, before: Draft | undefined): Predicate | null =>
  cut.enumerated && before ? { ...before.predicate, counts: true } : null;

/** Questions, and captions that name what a picture shows. */
const isAsideOf = ({ scan }: Passage): boolean =>
  "？?".includes(scan.text.charAt(scan.sentence.end - 1)) ||
  ("图上下左右".includes(scan.text.charAt(scan.sentence.start)) &&
    /^(?:[上下左右]?图[为：:一-四\d]|[上下左右]图)/u.test(
      scan.text.slice(scan.sentence.start, scan.sentence.start + 3),
    ));

/** 推进协同发展，是重大部署: a clause that the next one says something of is its subject. */
function isSubject(clauses: readonly Clause[], index: number): boolean {
  const [clause, next] = [clauses[index], clauses[index + 1]];
  if (!clause?.predicate || !next || clause.predicate.counts || clause.done) return false;
  return next.denied && next.predicate === null;
}

/** 平均浓度56微克/立方米，同比下降15.2%: where the level begins that a fall belongs to. */
function levelBefore(clauses: readonly Clause[], index: number, { mentions }: Passage): number | null {
  const [clause, before] = [clauses[index], clauses[index - 1]];
  if (!clause?.predicate?.counts || clause.predicate.theme !== null || !before || before.predicate) return null;
  const fall = mentionsFrom(mentions, clause.cut).some(
    ({ mention, start, end }) =>
      mention.kind === "quantity" && mention.polarity === "down" && start >= clause.cut.start && end <= clause.cut.end,
  );
  const level = mentionsFrom(mentions, before.cut).some(
    ({ mention, start, end }) => mention.kind === "quantity" && start >= before.cut.start && end <= before.cut.end,
  );
  return fall && level ? before.from : null;
}

function looksAhead(clause: Clause, { passage, matter, setting }: SentenceContext): boolean {
  if (clause.done) return false;
  if (clause.future || clause.must) return true;
  if (clause.strive >= 0) return setting.mode !== "report" || !holdsCount(clause, passage);
  if (clause.forbid >= 0) return setting.mode !== "report" || !holdsCount(clause, passage);
  return mentionsFrom(passage.mentions, clause.cut).some(
    ({ mention, start, end }) =>
      mention.kind === "date" &&
      start >= clause.cut.start &&
      end <= clause.cut.end &&
      mention.timeType === "deadline" &&
      mention.dateEnd !== null &&
      matter.day !== null &&
      mention.dateEnd > matter.day,
  );
}

/** Notes a clause that reports nothing, with what it lacks. */
function left({ cut }: Clause, { scan }: Passage, reason: RefusalReason): null {
  scan.trace?.refuse(scan, cut, { by: "achievement", reason });
  return null;
}

/** The predicate of a clause that reports; null when it reports nothing. */
function reported(clause: Clause, context: SentenceContext & { open: boolean }): Predicate | null {
  const { predicate } = clause;
  const { passage, setting } = context;
  if (!predicate) return null;
  if (clause.denied) return left(clause, passage, "denied");
  if (predicate.class === "orientation") return left(clause, passage, "attitude");
  if (isCircumstance(passage, clause)) return left(clause, passage, "circumstance");
  const done =
    clause.done ||
    finished(passage, predicate) ||
    (clause.sum && setting.mode === "report" && holdsCount(clause, passage));
  if (setting.mode !== "report" && setting.mode !== "none" && !done) return left(clause, passage, "not-done");
  if (meetings.has(passage.scan.text.slice(predicate.start, predicate.end))) return null;
  if (clause.cut.spoken && predicate.theme === null && !clause.hasActor && !done && !predicate.counts) return null;
  if (isLabel(clause, context) || passage.scan.text.startsWith("结合", clause.cut.end - 2)) return null;
  if (predicate.class === "aim" && !predicate.counts && !done && !cameAbout(clause, predicate, passage))
    return left(clause, passage, "attitude");
  if (isLevel(clause, predicate, passage) || beginsSpeech(clause, passage)) return null;
  if (
    predicate.theme !== null &&
    !predicate.marked &&
    !predicate.counts &&
    !done &&
    !context.open &&
    !standsAlone(clause, predicate) &&
    !countsLater(clause, predicate, passage)
  )
    return null;
  const dated = dueOf(passage, clause.cut, predicate.start) !== null;
  if (setting.mode === "none" && !done && !dated && !predicate.counts && !context.open) return null;
  if (setting.narrative && !dated && !tells(clause, predicate, context.open) && !done) return null;
  if (personal.test(passage.scan.text.slice(clause.from, predicate.start))) return null;
  if (predicate.class === "progress" && context.clauses.length === 1 && !isDefinite(clause, passage)) return null;
  if (!predicate.counts && isRhetoric(clause, predicate, passage)) return null;
  return predicate;
}

/** 创新链正在形成: an effect with a definite subject that the clause ends with. */
const cameAbout = (clause: Clause, { theme, marked, end }: Predicate, passage: Passage): boolean =>
  theme !== null && marked && end >= clause.cut.end - 1 && isDefinite(clause, passage);

/** 发展指数为180.9   突破 without a figure: a level, or a word that only names. */
function isLevel({ cut }: Clause, { counts, start, end }: Predicate, { scan, mentions }: Passage): boolean {
  if (counts) return false;
  if (/^(?:突破|超过|达|达到|居|取得)$/u.test(scan.text.slice(start, end)) && end >= cut.end) return true;
  return mentionsFrom(mentions, cut).some(
    (located) =>
      located.mention.kind === "quantity" &&
      located.start > end &&
      located.end <= cut.end &&
      scan.text.charAt(located.start - 1) === "为",
  );
}

/** 强调以…   听取…汇报: what follows was said. */
const beginsSpeech = ({ from, cut }: Clause, { scan }: Passage): boolean =>
  wordAt(scan.lexicon.speechVerbs, scan.text, from, cut.end) !== null && !scan.text.startsWith("提出了", from);

/** 新增就业10万余人: a count at the end that is no level. */
function countsLater({ cut }: Clause, { end, class: kind }: Predicate, { scan, mentions }: Passage): boolean {
  if (kind !== "act") return false;
  const last = mentionsFrom(mentions, cut).findLast(
    (located) =>
      located.mention.kind === "quantity" &&
      located.start > end &&
      located.end >= cut.end - 1 &&
      located.end <= cut.end,
  );
  if (!last || last.mention.kind !== "quantity" || last.mention.unit === "%") return false;
  return last.start - end <= 14 && !"量额率值度数积重".includes(scan.text.charAt(last.start - 1));
}

/** 开辟了新天地: an object that is a figure of speech. */
function isRhetoric(clause: Clause, { end, theme }: Predicate, passage: Passage): boolean {
  const { scan } = passage;
  if (theme !== null || clause.cut.end - end < 2 || isDefinite(clause, passage)) return false;
  return wordBefore(scan.lexicon.undertaking.abstract, scan.text, trimmedEnd(scan.text, clause.cut), end) !== null;
}

/** An unmarked verb after its subject is the predicate where it is an outcome or ends the clause. */
const standsAlone = ({ cut }: Clause, { class: kind, end }: Predicate): boolean =>
  kind === "result" || end >= cut.end - 1;

/** A narrative reports where its clause has a subject, or goes on with one that had. */
function tells(clause: Clause, { theme, counts, class: kind }: Predicate, open: boolean): boolean {
  if (counts) return true;
  if (theme === null && !clause.hasActor) return open;
  return kind !== "aim";
}

/** People whose acts events tell of. */
const personal = /总书记|书记|主席|总理|部长|市长|省长|县长|区长|同志|记者|先生|[他她]|我们/u;

/** Happenings that events tell of. */
const meetings = new Set(["召开", "召集", "承办", "举行", "参会", "负责", "牵头"]);

/** 2.补水。 */
const isLabel = ({ cut, from }: Clause, { clauses }: SentenceContext): boolean =>
  cut.end - from <= 4 && (clauses.length === 1 || cut.after === COLON);

const COLON = "：".charCodeAt(0);

const finished = ({ scan }: Passage, { end }: Predicate): boolean => scan.text.charAt(end - 1) === "了";

/** Last characters of what follows. */
const circumstanceLasts = "的后时前际间看面上下来一初中程";
const circumstance =
  /(?:的|后|时|之前|之际|期间|来看|方面|基础上|前提下|以来|指导下|领导下|下|之一|之初|之中|程中|同时)$/u;

function isCircumstance({ scan }: Passage, { cut, background, predicate }: Clause): boolean {
  if (cut.after === 0 || isAt(scan.text, cut.end, charClass.terminal)) return false;
  if (circumstanceLasts.includes(scan.text.charAt(cut.end - 1))) {
    if (circumstance.test(scan.text.slice(Math.max(cut.start, cut.end - 4), cut.end))) return true;
  }
  return background && predicate?.theme === null && "为以随按根".includes(scan.text.charAt(cut.start));
}

/** 累计达1.95万件: how far the clause before went. */
function isResultTail(clause: Clause, passage: Passage): boolean {
  const { predicate, hasActor } = clause;
  if (predicate === null || predicate.theme !== null || hasActor) return false;
  const { text, lexicon } = passage.scan;
  const grows =
    wordAt(lexicon.changes, text, predicate.start, predicate.end) !== null ||
    "达超".includes(text.charAt(predicate.start));
  if (predicate.counts && grows) return predicate.end - predicate.start <= 3;
  if (predicate.counts || predicate.class !== "result") return false;
  return "由从比较与".includes(passage.scan.text.charAt(predicate.group)) && holdsCount(clause, passage);
}

function holdsCount({ cut }: Clause, { mentions }: Passage): boolean {
  return mentionsFrom(mentions, cut).some(
    ({ mention, start, end }) => mention.kind === "quantity" && start >= cut.start && end <= cut.end,
  );
}

/** 累计1.95万件   同比下降15.2%   其中北京企业占50%: more of the same. */
function isFigureTail({ cut, predicate, hasActor }: Clause, { mentions }: Passage): boolean {
  if (predicate && (hasActor || predicate.class !== "result")) return false;
  const until = predicate ? cut.start : cut.end - 2;
  return mentionsFrom(mentions, cut).some(
    ({ mention, start, end }) => mention.kind === "quantity" && start >= cut.start && end >= until && end <= cut.end,
  );
}

function extend(found: Draft[], passage: Passage, tail: Span): void {
  const last = found.at(-1);
  if (!last || tail.end - last.head - 1 > last.head - last.span.start) return;
  const span = { start: last.span.start, end: tail.end };
  found[found.length - 1] = { ...last, span: { start: span.start, end: trimmedEnd(passage.scan.text, span) } };
}

function isDefinite({ cut }: Clause, { mentions, scan }: Passage): boolean {
  for (const { mention, start, end } of mentionsFrom(mentions, cut)) {
    if (start < cut.start || end > cut.end) continue;
    if (mention.kind !== "date") return true;
  }
  return scan.text.slice(cut.start, cut.end).includes("“");
}

function achievement({ passage, matter }: SentenceContext, { span, clause, predicate }: Draft): AchievementReading {
  const { view, text } = passage.scan;
  const object =
    predicate.end < span.end - 1
      ? { start: predicate.end, end: span.end }
      : { start: span.start, end: predicate.group };
  const aim = aimOf(passage, span, predicate);
  const { region, stated } = regionIn(passage, span, matter.home);
  const underway = !clause.done && (clause.doing || predicate.class === "progress");
  return {
    type: "achievement",
    ...commonFields(passage, {
      recogniser: "undertaking",
      span,
      certainty: {
        action: "stated",
        object: "stated",
        region: stated ? "stated" : "implied",
        domain: "implied",
        status: "implied",
        ...(aim ? { target: "stated" } : {}),
      },
    }),
    action: view.text.slice(predicate.start, predicate.end),
    object: view.text.slice(object.start, Math.max(object.start, trimmedEnd(text, object))).trim(),
    deadline: null,
    target: aim?.value ?? null,
    region,
    domain: domainOf(passage, span),
    status: underway ? "under-way" : "done",
  };
}
