#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { runCommand } from "citty";
import { commands } from "./commands.ts";
import type { ExitCode } from "./command.ts";
import { failureOf } from "./failure.ts";
import { helpOf, overview } from "./help.ts";
import { root } from "./project.ts";
import { checkUsage, UsageFault } from "./usage.ts";

// The compiled form of our sources is kept between runs; where it cannot be, nothing is lost but time.
enableCompileCache(join(root, "node_modules/.cache/qipan/compiled"));
process.stdout.on("error", endQuietly);
process.exitCode = await main(process.argv.slice(2));

/** 主入口. Runs one command and answers with its exit code; every failure ends here, as one paragraph on standard error. */
async function main([name, ...words]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const [stream, code] = name === undefined ? ([process.stderr, 2] as const) : ([process.stdout, 0] as const);
    stream.write(`${overview()}\n`);
    return code;
  }
  if (name === "--version") return tellVersion();
  try {
    return await run(name, words);
  } catch (thrown) {
    const { message, code } = failureOf(thrown, Boolean(process.env["QIPAN_DEBUG"]));
    process.stderr.write(`qipan ${name}: ${message}\n`);
    if (code === 2) process.stderr.write(`Try: qipan ${name in commands ? `${name} ` : ""}--help\n`);
    return code;
  }
}

async function tellVersion(): Promise<ExitCode> {
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string }; // our own file
  process.stdout.write(`${manifest.version}\n`);
  return 0;
}

async function run(name: string, words: readonly string[]): Promise<ExitCode> {
  const registered = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!registered)
    throw new UsageFault(`Found no command of this name. There are: ${Object.keys(commands).join(", ")}.`);
  const command = await registered.load();
  const args = typeof command.args === "object" && !("then" in command.args) ? command.args : {};
  if (asksForHelp(words)) {
    process.stdout.write(`${helpOf(name, registered.summary, args)}\n`);
    return 0;
  }
  checkUsage(words, args);
  const { result } = await runCommand(command, { rawArgs: [...words] });
  return result as ExitCode; // every command is made by `command`, whose run answers so
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return words.slice(0, end === -1 ? undefined : end).some((word) => word === "--help" || word === "-h");
}

/** A reader that has enough (`| head`) is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}
