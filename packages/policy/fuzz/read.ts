import { check, property } from "fast-check";
import { anyText, readingFaults } from "./reading-faults.ts";

// 模糊测试. `node packages/policy/fuzz/read.ts [seconds] [seed]`: reads made-up texts for that long (60 seconds unless told
// otherwise) and ends with 1 and the smallest text found when one is read wrongly. The seed makes a run repeatable.
const [seconds = "60", seed = String(Date.now() % 1e9)] = process.argv.slice(2);
const { failed, numRuns, counterexample, errorInstance } = check(
  property(anyText, (text) => {
    const [fault] = readingFaults(text);
    if (fault !== undefined) throw new Error(fault);
  }),
  { numRuns: Number.MAX_SAFE_INTEGER, seed: Number(seed), interruptAfterTimeLimit: Number(seconds) * 1000 },
);
process.stdout.write(`${numRuns} texts in ${seconds} s, seed ${seed}\n`);
if (failed && counterexample !== null) {
  process.stdout.write(`${JSON.stringify(counterexample[0])}\n${String(errorInstance)}\n`);
  process.exitCode = 1;
}
