// 启动器. One command for everything: prepares what is missing, then works under the Node that the lock file pins.
// No dependency, any Node from 20.19 on, from any folder: `node tools/run.mjs <verb> [arguments]`.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInFront } from "./launcher/child.mjs";
import { findRuntime, noRuntimeMessage } from "./launcher/runtime.mjs";
import { BUILD_WEB, INSTALL, isBundle, runStep } from "./launcher/steps.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CLI = "packages/server/src/cli/main.ts";

/** Each verb: what it is for, what must be prepared, and the program that does it. */
const VERBS = {
  start: {
    help: "set everything up and serve the web app and the API",
    steps: [INSTALL, BUILD_WEB],
    program: [CLI, "serve", "--setup"],
  },
  dev: { help: "serve with reload on every change", steps: [INSTALL], program: ["tools/dev.ts"] },
  test: { help: "run every check and every test", steps: [INSTALL], program: ["tools/test.ts"] },
  check: { help: "run the checks without the tests", steps: [INSTALL], program: ["tools/test.ts", "--checks"] },
  bench: {
    help: "measure, and compare with the last accepted numbers",
    steps: [INSTALL, BUILD_WEB],
    program: ["bench/bench.ts"],
  },
  score: {
    help: "score what is read against what careful readers found",
    steps: [INSTALL],
    program: ["tools/score.ts"],
  },
  docs: { help: "generate the reference pages", steps: [INSTALL], program: ["tools/docs.ts"] },
  bundle: {
    help: "pack one archive that starts without network",
    steps: [INSTALL, BUILD_WEB],
    program: ["tools/bundle.ts"],
  },
  library: {
    help: "pack the reading engine as a library for others",
    steps: [INSTALL],
    program: ["tools/library.ts"],
  },
  cli: { help: "run a qipan command: cli read FILE …", steps: [INSTALL], program: [CLI] },
  install: { help: "install the packages only", steps: [INSTALL], program: [] },
  build: { help: "install and build the web app only", steps: [INSTALL, BUILD_WEB], program: [] },
};

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]) {
  const verb = VERBS[name];
  if (verb === undefined) return usage(name);
  for (const step of isBundle(ROOT) ? [] : verb.steps) if (!(await runStep(ROOT, step, say))) return 1;
  if (verb.program.length === 0) return 0;
  const runtime = findRuntime(ROOT);
  if (runtime === undefined) return fail(noRuntimeMessage());
  const [file, ...first] = verb.program;
  const path = join(ROOT, file);
  if (!existsSync(path)) return fail(`This copy has no ${file}, so \`${name}\` cannot run here.`);
  return runInFront(runtime, [path, ...first, ...args], { env: environment() });
}

/** The compiled form of our sources is kept between runs, which halves the time to the first line of output. */
function environment() {
  return { NODE_COMPILE_CACHE: join(ROOT, "node_modules", ".cache", "qipan", "compiled"), ...process.env };
}

function say(text) {
  process.stderr.write(`${text}\n`); // stdout belongs to the command that follows
}

function fail(text) {
  say(text);
  return 1;
}

function usage(name) {
  if (name !== undefined) say(`There is no \`${name}\`.`);
  say("Usage: node tools/run.mjs <verb> [arguments]");
  for (const [verb, { help }] of Object.entries(VERBS)) say(`  ${verb.padEnd(8)} ${help}`);
  return 2;
}
