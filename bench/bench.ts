// 测量. `npm run bench [name …]` takes the measures, all unless named, and prints each figure beside the last accepted one.
// `--accept` writes the figures taken to bench/last.tsv, which is committed: a claim about speed points there.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Figure, Measure } from "./figure.ts";
import { accuracyMeasure } from "./measures/accuracy.ts";
import { formatsMeasure } from "./measures/formats.ts";
import { hostileMeasure } from "./measures/hostile.ts";
import { ingestMeasure } from "./measures/ingest.ts";
import { readMeasure } from "./measures/read.ts";
import { readCommandMeasure } from "./measures/read-command.ts";
import { reviewMeasure } from "./measures/review.ts";
import { searchMeasure } from "./measures/search.ts";
import { serveMeasure } from "./measures/serve.ts";
import { startMeasure } from "./measures/start.ts";

const measures: readonly Measure[] = [
  readMeasure,
  readCommandMeasure,
  accuracyMeasure,
  hostileMeasure,
  formatsMeasure,
  ingestMeasure,
  reviewMeasure,
  searchMeasure,
  serveMeasure,
  startMeasure,
];
const file = join(import.meta.dirname, "last.tsv");
const header = "figure\tvalue\tunit\tday\ttaken on";

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = asked.filter((name) => !measures.some((measure) => measure.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no measure ${unknown.join(", ")}. There are: ${measures.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exit(2);
}

const last = new Map(lastRows().map((row) => [row[0], row]));
const day = new Date().toISOString().slice(0, 10);
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? "processor"}, Node ${process.version}\n`);
for (const measure of measures.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  process.stderr.write(`${measure.name}: about ${measure.seconds} s\n`);
  for (const figure of await measure.take((line) => process.stderr.write(`  ${line}\n`))) {
    print(figure, last.get(figure.name)?.[1]);
    last.set(figure.name, [figure.name, rounded(figure.value), figure.unit, day, figure.note]);
  }
}
if (process.argv.includes("--accept"))
  writeFileSync(file, `${[header, ...[...last.values()].map((row) => row.join("\t"))].join("\n")}\n`);

function print({ name, value, unit, note }: Figure, before: string | undefined): void {
  process.stdout.write(
    `${name.padEnd(64)} ${rounded(value).padStart(9)} ${unit.padEnd(16)} last ${before ?? "none"}  (${note})\n`,
  );
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function lastRows(): readonly string[][] {
  try {
    return readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split("\t"));
  } catch {
    return []; // no figure has been accepted yet
  }
}
