import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, type Measure, quantile } from "../figure.ts";
import { canPin, type Run, runQipan } from "../run-qipan.ts";
import { sampleText } from "../sample-text.ts";

const characters = 2_000_000;
const files = 40;
const rounds = 3;

/**
 * 命令读速. `qipan read` as its user has it, from start to the last byte of its output: one file of two million characters on
 * one core, the same text in forty files on all cores, and one sentence, which is what every run costs.
 */
export const readCommandMeasure: Measure = {
  name: "read-command",
  seconds: 60,
  take: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), "qipan-bench-"));
    try {
      const text = sampleText(characters).slice(0, characters);
      const parts = Array.from({ length: files }, (_, index) => partOf(text, index));
      const [short, one] = [join(folder, "short.txt"), join(folder, "one.txt")];
      const paths = parts.map((_, index) => join(folder, `part-${index}.txt`));
      await writeFile(short, "今年投资12亿元。\n");
      await writeFile(one, text);
      for (const [index, path] of paths.entries()) await writeFile(path, parts[index] ?? "");
      const cores = canPin() ? "held to one core" : "not held to one core: no taskset here";
      return [
        ...(await figures(say, { name: "one sentence", paths: [short], folder, pinned: true }, cores)),
        ...(await figures(say, { name: "2 M characters", paths: [one], folder, pinned: true }, cores)),
        ...(await figures(
          say,
          { name: `2 M characters in ${files} files`, paths, folder, pinned: false },
          `${availableParallelism()} cores`,
        )),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const partOf = (text: string, index: number): string =>
  text.slice((index * text.length) / files, ((index + 1) * text.length) / files);

interface Case {
  readonly name: string;
  readonly paths: readonly string[];
  readonly folder: string;
  readonly pinned: boolean;
}

async function figures(
  say: (line: string) => void,
  { name, paths, folder, pinned }: Case,
  cores: string,
): Promise<readonly Figure[]> {
  say(name);
  const runs: Run[] = [];
  await runQipan(["read", ...paths.slice(0, 1)], { folder, pinned }); // so that its compiled form is there
  for (let round = 0; round < rounds; round += 1) runs.push(await runQipan(["read", ...paths], { folder, pinned }));
  const note = `qipan read, whole process, records to a file, median of ${rounds}, ${cores}`;
  const middle = (of: (run: Run) => number): number => quantile(runs.map(of), 0.5);
  return [
    { name: `read-command: ${name}`, value: middle(({ ms }) => ms) / 1000, unit: "s", note },
    { name: `memory: read-command, ${name}`, value: middle(({ peakMb }) => peakMb), unit: "MB", note },
  ];
}
