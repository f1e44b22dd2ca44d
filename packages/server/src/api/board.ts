import { countsByKind, ledgerCounts } from "@qipan/ledger/counts";
import { entriesByKeys, entriesPage } from "@qipan/ledger/entry-queries";
import type { Tx } from "@qipan/ledger/transaction";
import type { Entry } from "@qipan/policy/records/entry";
import { parties } from "@qipan/policy/records/jurisdiction";
import type { Page } from "@qipan/policy/records/page";
import type { MonitoringRow } from "../contract/observations.ts";
import type { Answer, Handlers } from "../http/handlers.ts";
import { locationsOf } from "./locations.ts";
import { milestonesOf, type Stone, stoneOf } from "./board-stones.ts";
import { type MonitoringTerms, monitoringRows, targetsOf } from "./monitoring-rows.ts";
import { namesFor, namesOf } from "./names.ts";

/** Stones on a board at most: beyond this no eye follows. The newest finished come first. */
const mostStones = 500;
const newestEvents = 8;
const mostHeadlines = 6;

/** 总览. The programme on one page as of a day. */
export const boardHandlers: Pick<Handlers, "getBoard"> = {
  getBoard: ({ query: { asOf, knownOn } }, { within, today, demonstration }) => {
    const terms = { asOf: asOf ?? today, knownOn, includeRecalled: demonstration };
    return within((tx) => boardOf(tx, terms));
  },
};

/** 总览所载. Everything the board shows, for the API and for the command line. */
export async function boardOf(tx: Tx, terms: MonitoringTerms): Promise<Answer<"getBoard">> {
  const { asOf, knownOn } = terms;
  const when = { asOf, knownOn };
  const kinds = await countsByKind(tx, when);
  const { recalledObservations, ...counts } = await ledgerCounts(tx);
  const projects = await entriesPage(tx, { kind: "project", sort: "-when", limit: mostStones, ...when });
  const events = await entriesPage(tx, { kind: "event", sort: "-when", limit: newestEvents, to: asOf, ...when });
  const stones = await stonesOf(tx, projects, terms);
  const judged = await judgedRows(tx, terms);
  const recalledEntries = kinds.reduce((sum, { recalled }) => sum + recalled, 0);
  const targets = judged.flatMap(({ verdicts }) => verdicts.map(({ target }) => target));
  return {
    asOf,
    counts: kinds.map(({ kind, count }) => ({ kind, count })),
    ...counts,
    recalled: { entries: recalledEntries, observations: recalledObservations },
    stones,
    milestones: milestonesOf(stones),
    stages: stagesOf(judged),
    headlines: headlinesOf(judged, terms),
    events: [...events.items],
    names: {
      ...(await namesFor(tx, { keys: [], codes: [...parties, "JJJ"] })),
      ...(await namesOf(tx, [...events.items, ...targets])),
    },
  };
}

async function stonesOf(tx: Tx, { items }: Page<Entry>, { asOf }: MonitoringTerms): Promise<Stone[]> {
  const codes = items.flatMap(({ fields }) => fields["regions"] as readonly string[]); // the register has checked the fields
  const places = await locationsOf(tx, codes);
  return items.map((project) => stoneOf(project, asOf, places));
}

/** Every indicator that has a target, with its verdicts. */
async function judgedRows(tx: Tx, terms: MonitoringTerms): Promise<readonly MonitoringRow[]> {
  const targets = await targetsOf(tx, null, terms);
  const keys = [...new Set(targets.map(({ fields }) => String(fields["indicator"])))];
  return monitoringRows(tx, await entriesByKeys(tx, "indicator", keys), terms);
}

function stagesOf(rows: readonly MonitoringRow[]): Answer<"getBoard">["stages"] {
  const verdicts = rows.flatMap((row) => row.verdicts).filter(({ target }) => target.fields["due"] !== null);
  const byYear = Map.groupBy(verdicts, ({ target }) => Number(String(target.fields["due"]).slice(0, 4)));
  const stages = [...byYear].map(([year, due]) => {
    const count = (outcome: string): number => due.filter((verdict) => verdict.outcome === outcome).length;
    return { year, met: count("met"), notMet: count("not-met"), cannotTell: count("cannot-tell") };
  });
  return stages.sort((a, b) => a.year - b.year);
}

/** The indicators that say most of the three places; a value from memory heads nothing unless it may. */
function headlinesOf(rows: readonly MonitoringRow[], { includeRecalled }: MonitoringTerms): MonitoringRow[] {
  const usable = rows.map((row) => ({ ...row, latest: usableValues(row.latest, includeRecalled) }));
  const weight = ({ latest, verdicts }: MonitoringRow): number =>
    parties.filter((code) => latest[code]).length * 100 + verdicts.length;
  const shown = usable.filter(({ latest }) => Object.keys(latest).length > 0);
  return shown.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostHeadlines);
}

function usableValues(latest: MonitoringRow["latest"], includeRecalled: boolean): MonitoringRow["latest"] {
  return Object.fromEntries(
    Object.entries(latest).filter(([, { confidence }]) => includeRecalled || confidence === "verified"),
  );
}
