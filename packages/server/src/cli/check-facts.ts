import type { StatedReading } from "@qipan/ledger/stated-readings";
import { factClusters } from "@qipan/policy/facts/cluster";
import type { Concepts } from "@qipan/policy/facts/concepts";
import { findingText } from "@qipan/policy/facts/finding-text";
import type { Id } from "@qipan/policy/records/identity";
import type { FactCluster } from "@qipan/policy/records/statement";
import { readFile } from "node:fs/promises";
import { readConcepts } from "../facts/concept-file.ts";
import { factDesk, statementsOf } from "../facts/fact-desk.ts";
import { takeOut } from "../ingest/take-out.ts";
import { ownFolders, readLexicon } from "../packs/lexicon-folder.ts";
import type { ExitCode } from "./command.ts";
import { operatorContext } from "./call-context.ts";
import { root } from "./project.ts";
import { docOf } from "./reading-task.ts";
import { printLines, say } from "./terminal.ts";
import { withLedger } from "./with-ledger.ts";

/**
 * 校核事实. What several documents state of one fact, and how the statements stand to each other: of the files given, else of
 * the ledger. Ends with 1 when statements contradict each other.
 */
export async function checkFacts(files: readonly string[], asJson: boolean): Promise<ExitCode> {
  const concepts = await readConcepts(ownFolders(root).lexicon);
  const { clusters, statements, documents } =
    files.length > 0 ? await ofFiles(files, concepts) : await ofLedger(concepts);
  await printLines(asJson ? clusters.map((cluster) => JSON.stringify(cluster)) : clusters.flatMap(linesOf));
  const conflicts = clusters.filter(({ verdict }) => verdict === "conflicts").length;
  say(
    `${clusters.length} facts are stated more than once in ${statements} statements of ${documents} documents; ${conflicts} with a contradiction.`,
  );
  return conflicts === 0 ? 0 : 1;
}

interface Checked {
  readonly clusters: readonly FactCluster[];
  readonly statements: number;
  readonly documents: number;
}

function ofLedger(concepts: Concepts): Promise<Checked> {
  return withLedger((ledger, config) => operatorContext(ledger, config).within((tx) => factDesk(tx, concepts)));
}

async function ofFiles(files: readonly string[], concepts: Concepts): Promise<Checked> {
  const lexicon = await readLexicon(ownFolders(root));
  const readings: StatedReading[] = [];
  for (const path of files) {
    const doc = docOf(path);
    const { result } = await takeOut({ doc, date: undefined, bytes: await readFile(path) }, lexicon);
    const day = result.card.date?.value ?? null;
    for (const reading of result.readings)
      readings.push({
        id: `${doc} ${reading.key}` as Id, // tells readings apart in this run; nothing is stored
        document: doc as Id,
        documentName: result.card.title?.value ?? doc,
        documentDay: day?.length === 10 ? day : null,
        reading,
      });
  }
  const statements = statementsOf(readings);
  return { clusters: factClusters(statements, concepts), statements: statements.length, documents: files.length };
}

function linesOf({ verdict, title, statements, findings }: FactCluster): readonly string[] {
  const number = new Map(statements.map(({ id }, index) => [id, index + 1]));
  return [
    `${verdict.toUpperCase()}  ${title}`,
    ...statements.map(
      ({ document, documentName, address, quote }, index) =>
        `  ${index + 1}  ${nameOf(document, documentName)} ${address}  ${quote}`,
    ),
    ...findings.map(
      (finding) => `     ${number.get(finding.earlier)} · ${number.get(finding.later)}  ${findingText(finding)}`,
    ),
    "",
  ];
}

/** A file goes by its name, a document of the ledger by its title. */
const nameOf = (document: string, name: string): string => (document.includes(".") ? document : name);
