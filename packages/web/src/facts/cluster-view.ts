import type { FactCluster, FactFinding, FactVerdict } from "@qipan/policy/records/statement";
import { verdicts } from "./verdicts.ts";

type Statement = FactCluster["statements"][number];

/** 一说. A statement with its number in the group; `isAtIssue` when the gravest verdict is on it. */
export interface NumberedStatement {
  readonly number: number;
  readonly statement: Statement;
  readonly isAtIssue: boolean;
}

/** 一判. A finding with the numbers of its two statements. */
export interface NumberedFinding {
  readonly earlier: number;
  readonly later: number;
  readonly finding: FactFinding;
}

/** 一组之象. What a card of a cluster shows. */
export interface ClusterView {
  readonly title: string;
  readonly statements: readonly NumberedStatement[];
  /** Findings with the gravest verdict. */
  readonly main: readonly NumberedFinding[];
  /** The others, by verdict. */
  readonly rest: readonly (readonly [FactVerdict, readonly NumberedFinding[]])[];
  readonly hasValues: boolean;
  readonly hasRegions: boolean;
}

/** 成象. Numbers the statements of a cluster and sets what the gravest verdict is about before the rest. */
export function clusterView(cluster: FactCluster): ClusterView {
  const { statements, findings, verdict } = cluster;
  const numbers = new Map(statements.map(({ id }, index) => [id, index + 1]));
  const numbered = findings.map((finding) => ({
    finding,
    earlier: numbers.get(finding.earlier) ?? 0,
    later: numbers.get(finding.later) ?? 0,
  }));
  const main = numbered.filter(({ finding }) => finding.verdict === verdict);
  const atIssue = new Set(main.flatMap(({ earlier, later }) => [earlier, later]));
  return {
    title: clusterTitle(cluster),
    statements: statements.map((statement, index) => ({
      number: index + 1,
      statement,
      isAtIssue: atIssue.has(index + 1),
    })),
    main,
    rest: verdicts.flatMap((other) => {
      const group = numbered.filter(({ finding }) => finding.verdict === other);
      return other === verdict || group.length === 0 ? [] : [[other, group] as const];
    }),
    hasValues: statements.some(({ value, low }) => value !== null || low !== null),
    hasRegions: statements.some(({ region }) => region !== "n/a"),
  };
}

/**
 * 组名. The shortest words that tell of the fact. A cell of a table tells only its number: then the name of what is
 * measured, where a statement of the group has one.
 */
export function clusterTitle({ title, statements }: Pick<FactCluster, "title" | "statements">): string {
  if (/\p{Script=Han}{3}/u.test(title)) return title;
  const subjects = statements.map(({ words, quote }) =>
    words.endsWith(quote) ? words.slice(0, -quote.length) : words,
  );
  return subjects.find((subject) => /\p{Script=Han}/u.test(subject)) ?? title;
}
