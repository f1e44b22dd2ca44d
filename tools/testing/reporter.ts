import { relative, resolve } from "node:path";
import type { TestEvent } from "node:test/reporters";
import { inspect } from "node:util";
import type { Outcome } from "./outcome.ts";

type Ended = Extract<TestEvent, { type: "test:pass" | "test:fail" }>;

const LONGEST_STDERR = 4000;

/**
 * 报告器. Reporter for `node --test`: one JSON line for each ended test, in the form of `Outcome` without the group.
 * Suites and tests that only wrap subtests are not tests of their own; a file that breaks is one failed test.
 */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const parents: string[] = [];
  const stderr = new Map<string, string>();
  for await (const event of events) {
    if (event.type === "test:stderr") {
      const { file, message } = event.data;
      stderr.set(file, `${stderr.get(file) ?? ""}${message}`.slice(-LONGEST_STDERR));
    }
    if (event.type === "test:start") {
      parents.length = event.data.nesting;
      parents.push(event.data.name);
    }
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;
    const outcome = outcomeOf(event, parents.slice(0, event.data.nesting), stderr);
    if (outcome !== undefined) yield `${JSON.stringify(outcome)}\n`;
  }
}

function outcomeOf(
  { type, data }: Ended,
  parents: readonly string[],
  stderr: ReadonlyMap<string, string>,
): Omit<Outcome, "group"> | undefined {
  const file = data.file === undefined ? "" : relative(process.cwd(), data.file);
  const isWholeFile = data.nesting === 0 && resolve(data.name) === data.file;
  if (data.details.type === "suite" || (isWholeFile && type === "test:pass")) return undefined;
  if (type === "test:fail" && isOnlyParent(data.details)) return undefined;
  const skipped = data.skip !== undefined || data.todo !== undefined;
  return {
    file,
    name: [...parents, data.name].join(" › "),
    state: skipped ? "skipped" : type === "test:pass" ? "passed" : "failed",
    milliseconds: Math.round(data.details.duration_ms),
    detail: type === "test:fail" ? detailOf(data, isWholeFile ? (stderr.get(data.file ?? "") ?? "") : "") : "",
  };
}

/** A parent fails with its subtests, which have been counted already. */
function isOnlyParent(details: object): boolean {
  const error: unknown = Reflect.get(details, "error");
  return error instanceof Error && Reflect.get(error, "failureType") === "subtestsFailed";
}

function detailOf(data: Ended["data"], stderr: string): string {
  const error: unknown = Reflect.get(data.details, "error");
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const place = data.file === undefined ? "" : `${relative(process.cwd(), data.file)}:${data.line ?? 1}\n`;
  return `${place}${stderr}${cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause)}`;
}
