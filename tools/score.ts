// 评分. How well documents are read, kind by kind and document by document, against what careful readers found in them:
//   npm run score                    the table; red when a figure is below the last accepted one
//   npm run score -- --errors        what was missed, read in vain, or read with a wrong value; held-out documents never
//   npm run score -- --kind time     one kind only, with --errors
//   npm run score -- --accept        writes the figures of this run as the accepted ones: corpus/scores.tsv
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { scoredKinds } from "./score/gold.ts";
import { type Scores, scoresOf } from "./score/scores.ts";
import { acceptedFigures, dropsIn, tableText } from "./score/table.ts";

const root = dirname(import.meta.dirname);
const ACCEPTED = join(root, "corpus/scores.tsv");

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      errors: { type: "boolean" },
      accept: { type: "boolean" },
      kind: { type: "string" },
      doc: { type: "string" },
    },
  });
  if (values.kind !== undefined && !scoredKinds.some((kind) => kind === values.kind)) {
    process.stderr.write(`There is no kind ${values.kind}. Kinds: ${scoredKinds.join(", ")}.\n`);
    return 2;
  }
  const scores = await scoresOf(root);
  print(scores, values);
  if (values.accept) {
    writeFileSync(ACCEPTED, tableText(scores.rows));
    return 0;
  }
  return judge(scores);
}

interface Wish {
  readonly errors?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly doc?: string | undefined;
}

function print({ rows, sums, misses, missing }: Scores, { errors, kind, doc }: Wish): void {
  const isWanted = (row: { readonly kind: string; readonly doc: string }): boolean =>
    (kind === undefined || row.kind === kind) && (doc === undefined || row.doc === doc);
  process.stdout.write(tableText(rows.filter(isWanted)));
  for (const [key, { attributes, withDeadline, withTarget }] of sums) {
    if (kind !== undefined && !key.startsWith(`${kind} `)) continue;
    const parts = Object.entries(attributes).map(([name, [right, of]]) => `${name} ${right}/${of}`);
    if (withDeadline[1] > 0) parts.push(`with deadline ${withDeadline.join("/")}`);
    if (withTarget[1] > 0) parts.push(`with target ${withTarget.join("/")}`);
    process.stdout.write(`${key}: ${parts.join("  ")}\n`);
  }
  if (missing.length > 0) process.stdout.write(`Not here, so not scored: ${missing.join(", ")}.\n`);
  if (!errors) return;
  for (const miss of misses.filter(isWanted)) {
    process.stdout.write(`${miss.doc} ${miss.kind} ${miss.fault} ${miss.note} ${JSON.stringify(miss.text)}\n`);
  }
}

function judge({ rows }: Scores): number {
  if (!existsSync(ACCEPTED)) {
    process.stderr.write("No accepted figures yet: npm run score -- --accept writes them.\n");
    return 1;
  }
  const drops = dropsIn(rows, acceptedFigures(readFileSync(ACCEPTED, "utf8")));
  for (const drop of drops) process.stderr.write(`Dropped: ${drop}.\n`);
  return drops.length === 0 ? 0 : 1;
}
