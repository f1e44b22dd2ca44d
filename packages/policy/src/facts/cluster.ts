import { type FactCluster, type FactFinding, factVerdicts, type Statement } from "../records/statement.ts";
import { areComparable, compareStatements } from "./compare.ts";
import type { Concepts } from "./concepts.ts";
import { likelyPairs } from "./likely-pairs.ts";

/** A fact told more often than this is compared with its neighbours in time only. */
const MOST_PAIRS = 12;

/**
 * 归并陈述. Clusters of statements about one fact that two places at least state, each with the verdict on every pair; the
 * gravest clusters first. Nothing is overwritten or chosen: what differs is shown side by side.
 */
export function factClusters(statements: readonly Statement[], concepts: Concepts): readonly FactCluster[] {
  const pairs = likelyPairs(statements, concepts, areComparable);
  const parts = joined(statements.length, pairs);
  return parts
    .flatMap((part) => {
      const members = part.flatMap((index) => statements[index] ?? []).toSorted(byTime);
      const findings = findingsIn(
        members,
        new Map(pairs.map(({ a, b, likeness }) => [pairKey(statements[a], statements[b]), likeness])),
      );
      return findings.length === 0 ? [] : [clusterOf(members, findings)];
    })
    .toSorted((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1));
}

const rank = ({ verdict }: FactCluster): number => factVerdicts.indexOf(verdict);

function findingsIn(members: readonly Statement[], alike: ReadonlyMap<string, number>): readonly FactFinding[] {
  return members.flatMap((one, index) =>
    members.slice(index + 1, index + 1 + MOST_PAIRS).flatMap((other) => {
      const likeness = alike.get(pairKey(one, other)) ?? alike.get(pairKey(other, one));
      return likeness === undefined ? [] : (compareStatements(one, other, likeness) ?? []);
    }),
  );
}

const pairKey = (a: Statement | undefined, b: Statement | undefined): string => `${a?.id} ${b?.id}`;

function clusterOf(members: readonly Statement[], findings: readonly FactFinding[]): FactCluster {
  const told = new Set(findings.flatMap(({ earlier, later }) => [earlier, later]));
  const statements = members.filter(({ id }) => told.has(id));
  const verdict = factVerdicts.find((one) => findings.some((finding) => finding.verdict === one)) ?? "agrees";
  const shortest = statements.toSorted((a, b) => a.quote.length - b.quote.length || (a.id < b.id ? -1 : 1))[0];
  return {
    key: statements[0]?.id ?? "",
    title: shortest?.quote ?? "",
    verdict,
    statements: [...statements],
    findings: [...findings],
  };
}

const time = ({ start, end, asOf }: Statement): string => end ?? start ?? asOf ?? "";
const byTime = (a: Statement, b: Statement): number =>
  time(a) === time(b) ? (a.id < b.id ? -1 : 1) : time(a) < time(b) ? -1 : 1;

/** Places that some chain of pairs links, each part in order. */
function joined(
  count: number,
  pairs: readonly { readonly a: number; readonly b: number }[],
): readonly (readonly number[])[] {
  const parents = Array.from({ length: count }, (_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  for (const { a, b } of pairs) parents[rootOf(a)] = rootOf(b);
  const parts = Map.groupBy(parents.keys(), rootOf);
  return [...parts.values()].filter((part) => part.length > 1);
}
