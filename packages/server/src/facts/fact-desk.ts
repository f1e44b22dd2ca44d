import type { Tx } from "@qipan/ledger/transaction";
import { type StatedReading, statedReadings } from "@qipan/ledger/stated-readings";
import { factClusters } from "@qipan/policy/facts/cluster";
import type { Concepts } from "@qipan/policy/facts/concepts";
import { lookingBack } from "@qipan/policy/facts/looking-back";
import { statementOf } from "@qipan/policy/facts/statement-of";
import type { FactCluster, Statement } from "@qipan/policy/records/statement";

/** 事实台. Clusters of statements about one fact, and how many statements of how many documents were held against each other. */
export interface FactDesk {
  readonly clusters: readonly FactCluster[];
  readonly statements: number;
  readonly documents: number;
  /** Whether the ledger holds more than were compared. */
  readonly cut: boolean;
}

/** Statements that are compared at once: what a person waits for. */
const MOST = 20_000;

/** 比对台账. Holds what every document of the ledger states against what the others state. */
export async function factDesk(tx: Tx, concepts: Concepts): Promise<FactDesk> {
  const readings = await statedReadings(tx, MOST + 1);
  const shown = readings.slice(0, MOST);
  const statements = statementsOf(shown);
  return {
    clusters: factClusters(statements, concepts),
    statements: statements.length,
    documents: new Set(shown.map(({ document }) => document)).size,
    cut: readings.length > MOST,
  };
}

/** 成陈述. The statements of readings of many documents; each with the day from which it looks back. */
export function statementsOf(readings: readonly StatedReading[]): readonly Statement[] {
  return [...Map.groupBy(readings, ({ document }) => document)].flatMap(([id, own]) => {
    const { documentName = id, documentDay = null } = own[0] ?? {};
    const days = lookingBack(
      own.map(({ reading }) => reading),
      documentDay,
    );
    return own.flatMap(({ id: reading, reading: said }, index) => {
      const statement = statementOf(
        { id: reading, reading: said, asOf: days[index] ?? null },
        { id, name: documentName },
      );
      return statement ? [statement] : [];
    });
  });
}
