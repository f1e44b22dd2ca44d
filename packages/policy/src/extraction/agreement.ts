import { type AgreementReading, agreementLevels } from "../records/document-reading.ts";
import type { Mention } from "../records/mention.ts";
import type { Passage } from "../mention/passages.ts";
import type { Located } from "../mention/scan.ts";
import { wordAt } from "../mention/word-table.ts";
import type { Span } from "../text/span.ts";
import { isAgreement } from "./plan.ts";
import { isRead, mentionsFrom, type ReadingMatter, titlesOf } from "./reading-matter.ts";
import { namedStep } from "./step/named-step.ts";
import { domainOf } from "./step/domain-of.ts";
import { commonFields } from "./common-fields.ts";
import { daysOf, wordsOf } from "./step/step-reading.ts";

/**
 * 协议. Texts that parties signed: by their names in 《》, or without one (签署战略合作协议), with the parties named before and
 * the rank of the highest. Intended signings give nothing. Document order.
 */
export function agreementReadings({ passages }: ReadingMatter): readonly AgreementReading[] {
  return passages.filter(isRead).flatMap((passage) => {
    const named = titlesOf(passage).filter((name) => isAgreement(passage, name));
    const plain = plainAgreements(passage).filter(
      (span) => !named.some(({ start, end }) => span.start < end && start < span.end),
    );
    return [...named, ...plain].flatMap((name) => agreementAt(passage, name) ?? []);
  });
}

function agreementAt(passage: Passage, name: Span): AgreementReading | null {
  const step = namedStep(passage, "agreement", name);
  if (!step) return null;
  const parties = partiesIn(passage, { start: step.clause.start, end: Math.min(step.verb.start, name.start) });
  const all =
    parties.length > 0
      ? parties
      : partiesIn(passage, {
          start: Math.max(passage.scan.sentence.start, step.verb.start - PARTY_REACH),
          end: step.verb.start,
        });
  const title = wordsOf(passage, name).replace(/^《(.*)》$/u, "$1");
  return {
    type: "agreement",
    ...commonFields(passage, {
      recogniser: "agreement",
      span: partySpan(step.span, all),
      certainty: {
        title: "stated",
        parties: parties.length > 0 ? "stated" : "implied",
        date: step.date?.mention.certainty ?? "stated",
        level: "implied",
      },
    }),
    ...daysOf(step.date),
    title,
    parties: [...new Set(all.map((party) => wordsOf(passage, party)))],
    level: levelOf(all.map(({ mention }) => mention)),
    domain: domainOf(passage, name),
  };
}

const partySpan = (span: Span, [first]: readonly Span[]): Span => ({
  start: Math.min(span.start, first?.start ?? span.start),
  end: span.end,
});

/** 签署…协议 without marks: from the verb's end to the ending, when no mark and no stop lies between. */
function plainAgreements({ scan, sentence }: Passage): readonly Span[] {
  if (!sentence.text.includes("签") && !sentence.text.includes("达成")) return [];
  const { text, lexicon } = scan;
  const found: Span[] = [];
  for (let at = scan.sentence.start; at < scan.sentence.end; at += 1) {
    const verb = wordAt(lexicon.steps.verbs.agreement, text, at, scan.sentence.end);
    if (!verb || text.charAt(at + verb.written.length) === "的") continue;
    const start = at + verb.written.length + ("了".includes(text.charAt(at + verb.written.length) || " ") ? 1 : 0);
    const end = endingAfter(scan, start);
    if (end > 0) found.push({ start, end });
    at = Math.max(at, end, start) - 1;
  }
  return found;
}

/** How far before the verb the parties may be named. */
const PARTY_REACH = 200;

/** Longest name of an agreement without marks. */
const LONGEST = 30;

function endingAfter({ text, lexicon, sentence }: Passage["scan"], from: number): number {
  let last = 0;
  for (let at = from; at < Math.min(sentence.end, from + LONGEST); at += 1) {
    if ("，。；：《“".includes(text.charAt(at))) break;
    const ending = wordAt(lexicon.steps.agreements, text, at, sentence.end);
    if (ending) last = at + ending.written.length;
  }
  return last;
}

/** Bodies before the verb, and places that belong to none of them: 北京市与河北省签署. */
function partiesIn({ mentions, scan }: Passage, within: Span): readonly Located[] {
  const bodies: Located[] = [];
  for (const located of mentionsFrom(mentions, within)) {
    if (located.end > within.end) continue;
    const { kind } = located.mention;
    if (kind !== "organisation" && !(kind === "region" && isParty(scan, located, bodies.length > 0))) continue;
    const last = bodies.at(-1);
    if (last && located.start < last.end) {
      if (located.end > last.end) bodies[bodies.length - 1] = located;
      continue;
    }
    bodies.push(located);
  }
  return bodies;
}

/** 在北京 and 赴廊坊 say where; 三地 and 双方 after their names name nobody new. */
function isParty({ text }: Passage["scan"], { start, end }: Span, isNamed: boolean): boolean {
  return !"在赴到于".includes(text.charAt(start - 1) || " ") && !(isNamed && /^[两三四]/u.test(text.slice(start, end)));
}

function levelOf(parties: readonly Mention[]): AgreementReading["level"] {
  const found = new Set(parties.map(rankOf));
  return agreementLevels.find((level) => found.has(level)) ?? null;
}

function rankOf(party: Mention): AgreementReading["level"] {
  if (party.kind === "organisation") {
    if (/集团|公司|银行|enterprise|company/u.test(`${party.name} ${party.class}`)) return "enterprise";
    if (/^(?:国务院|国家|中央|全国|中国)/u.test(party.name)) return "national";
    if (/人民政府$|政府$/u.test(party.name)) return placeRank(party.name);
    return "department";
  }
  if (party.kind !== "region") return null;
  const code = party.codes[0] ?? "";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
}

const placeRank = (name: string): AgreementReading["level"] =>
  /^(?:北京|天津|上海|重庆)市?(?:人民)?政府$|省(?:人民)?政府$|自治区(?:人民)?政府$/u.test(name)
    ? "province"
    : /市(?:人民)?政府$/u.test(name)
      ? "prefecture"
      : "county";
