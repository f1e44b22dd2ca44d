import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "@qipan/policy/text/decode";

/** 样文. The sample documents as one text, repeated until it has about `characters`. */
export function sampleText(characters: number): string {
  const folder = join(import.meta.dirname, "../corpus");
  const once = globSync("*.txt", { cwd: folder })
    .toSorted()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n\n");
  return `${once}\n\n`.repeat(Math.ceil(characters / once.length));
}

/** 他文. The published documents that are not ours, one after the other, so many times; empty where they are not here. */
export function seedText(times: number): string {
  const folder = join(import.meta.dirname, "../../shared/seeds");
  const texts = globSync("*.txt", { cwd: folder })
    .toSorted()
    .map((name) => decode(readFileSync(join(folder, name))).text);
  return texts.length === 0 ? "" : `${texts.join("\n\n")}\n\n`.repeat(times);
}

/**
 * 造句. Sentences no two of which are alike, put together from clauses of the sample documents with numbers of their own:
 * what search and ingest are measured on. Deterministic: a linear congruential generator with a fixed seed.
 */
export function madeSentences(count: number): readonly string[] {
  const clauses = [...new Set(sampleText(1).split(/[，。；、\s]+/u))].filter(
    (clause) => clause.length >= 4 && clause.length <= 24,
  );
  let state = 20_140_226;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  const pick = (): string => clauses[next(clauses.length)] ?? "";
  return Array.from(
    { length: count },
    (_, index) => `${pick()}，${pick()}，${pick()}，第${index + 1}批共${next(9000) + 10}项。`,
  );
}
