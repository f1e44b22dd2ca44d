// 子进程. Runs programs for the launcher: quietly for a step, with the terminal handed over for the real work.
import { spawn } from "node:child_process";
import { constants } from "node:os";

const LEASH = new URL("leash.mjs", import.meta.url).href;
const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"];
const PARENT_CHECK_MILLISECONDS = 500; // npm's shell dies of a SIGTERM without passing it on
const SAME_WISH_MILLISECONDS = 1000; // npm and the terminal both send one Ctrl-C

/** Runs a program and collects what it says: `{ ok, output }`; never rejects. */
export function runQuietly(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => resolve({ ok: false, output: `${output}${error.message}` }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** Runs a script with the given Node on our terminal, passes signals on, and resolves with the exit code to end with. */
export function runInFront(runtime, args, options = {}) {
  const stdio = ["inherit", "inherit", "inherit", "ipc"]; // the channel is the leash, see there
  const child = spawn(runtime, ["--import", LEASH, ...args], { stdio, ...options });
  const last = new Map();
  for (const signal of PASSED_ON) {
    process.on(signal, () => {
      if (Date.now() - (last.get(signal) ?? 0) < SAME_WISH_MILLISECONDS) return;
      last.set(signal, Date.now());
      child.kill(signal);
    });
  }
  const parent = process.env.npm_lifecycle_event === undefined ? undefined : process.ppid;
  const orphaned = setInterval(() => {
    if (parent !== undefined && process.ppid !== parent) child.kill("SIGTERM");
  }, PARENT_CHECK_MILLISECONDS).unref();
  return new Promise((resolve) => {
    child.once("exit", () => clearInterval(orphaned));
    child.once("error", (error) => {
      console.error(`${runtime} cannot be run: ${error.message}`);
      resolve(1);
    });
    child.once("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
