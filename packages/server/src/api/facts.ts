import type { Concepts } from "@qipan/policy/facts/concepts";
import { type FactCluster, factVerdicts, type FactVerdict } from "@qipan/policy/records/statement";
import { factDesk } from "../facts/fact-desk.ts";
import type { Handlers } from "../http/handlers.ts";
import { type DivisionNames, namesOf } from "../names/division-names.ts";

/** 事实台. What the documents of the ledger state of one fact, side by side. The synonyms are read once. */
export function factHandlers(
  concepts: () => Promise<Concepts>,
  divisions: () => Promise<DivisionNames>,
): Pick<Handlers, "listFacts"> {
  let known: Promise<Concepts> | undefined;
  return {
    listFacts: async ({ query: { verdict, document, limit } }, { within }) => {
      known ??= concepts();
      const words = await known;
      const { clusters, statements, documents, cut } = await within((tx) => factDesk(tx, words));
      const told = clusters.filter((cluster) => document === undefined || tells(cluster, document));
      const wanted = told.filter((cluster) => verdict === undefined || cluster.verdict === verdict);
      const shown = wanted.slice(0, limit);
      const codes = shown.flatMap(({ statements }) => statements.map(({ region }) => region));
      return {
        clusters: shown,
        places: namesOf(codes, await divisions()),
        counts: countsOf(told),
        total: wanted.length,
        statements,
        documents,
        cut,
      };
    },
  };
}

const tells = ({ statements }: FactCluster, document: string): boolean =>
  statements.some((statement) => statement.document === document);

function countsOf(clusters: readonly FactCluster[]): Record<FactVerdict, number> {
  const counts = Object.fromEntries(factVerdicts.map((verdict) => [verdict, 0])) as Record<FactVerdict, number>; // every verdict is a key
  for (const { verdict } of clusters) counts[verdict] += 1;
  return counts;
}
