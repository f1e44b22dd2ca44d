import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { buffer } from "node:stream/consumers";
import { isPlainText } from "../ingest/plain-text.ts";
import { readingLimits } from "../ingest/reading-limits.ts";
import { openThreads } from "../ingest/thread-pool.ts";
import { ownFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { command, type ExitCode } from "./command.ts";
import { root } from "./project.ts";
import { answerTask, docOf, type ReadingAnswer, type ReadingTask, type Shown } from "./reading-task.ts";
import { say } from "./terminal.ts";
import { dayOption, UsageFault, wordOption } from "./usage.ts";

/** From this many files on, threads are worth their start. */
const fewFiles = 4;

/** 阅读. `qipan read FILE…`: what files say, without a database. Standard output carries nothing but what was asked for. */
export const read = command({
  args: {
    files: {
      type: "positional",
      required: true,
      description: "Files: txt md html docx doc wps pdf ofd xlsx csv; - reads standard input",
    },
    format: { type: "string", default: "jsonl", description: "jsonl: one JSON object a line" },
    date: { type: "string", valueHint: "YYYY-MM-DD", description: "Day of the documents, where they do not say it" },
    explain: { type: "boolean", description: "Each sentence with carets, recogniser and refinements instead" },
    text: { type: "boolean", description: "The text as it was taken out of the file, which offsets count in, instead" },
    repaired: {
      type: "boolean",
      description: "The repaired text instead: a line a paragraph, with what it is taken for",
    },
  },
  run: async (args) => {
    wordOption("format", args.format, ["jsonl"]);
    const date = dayOption("date", args.date);
    const shown = shownBy(args);
    const tasks = args._.map((path) => ({ path, date, shown }));
    const few = tasks.length < fewFiles;
    const loaded = await Promise.all(tasks.map(async (task) => (few || task.path === "-" ? withBytes(task) : task)));
    return few && loaded.every(isReadHere) ? readHere(loaded) : readOnThreads(loaded);
  },
});

/** The options that show something other than records. */
const others = { explain: "explanation", text: "text", repaired: "repaired" } as const satisfies Record<string, Shown>;

function shownBy(args: Partial<Record<keyof typeof others, boolean | undefined>>): Shown {
  const asked = (Object.keys(others) as (keyof typeof others)[]).filter((name) => args[name]); // keys of the table above
  const [first] = asked;
  if (asked.length > 1)
    throw new UsageFault(`Found ${asked.map((name) => `--${name}`).join(" and ")}, expected one of them at a time.`);
  return first ? others[first] : "records";
}

/** What cannot be read is told when its turn comes. */
async function withBytes(task: ReadingTask): Promise<ReadingTask> {
  const bytes = await (task.path === "-" ? buffer(process.stdin) : readFile(task.path)).catch(() => undefined);
  return bytes ? { ...task, bytes } : task;
}

function isReadHere({ path, bytes }: ReadingTask): boolean {
  return bytes === undefined || isPlainText({ doc: docOf(path), bytes });
}

async function readHere(tasks: readonly ReadingTask[]): Promise<ExitCode> {
  const lexicon = await readLexicon(ownFolders(root));
  return tellAll(tasks, (task) => answerTask(task, lexicon), 1);
}

async function readOnThreads(tasks: readonly ReadingTask[]): Promise<ExitCode> {
  const size = Math.min(availableParallelism(), tasks.length);
  const threads = openThreads<ReadingTask, ReadingAnswer>(new URL("./reading-thread.ts", import.meta.url), {
    size,
    data: ownFolders(root),
    limits: readingLimits,
  });
  try {
    return await tellAll(tasks, threads.run, size * 2);
  } finally {
    await threads.close();
  }
}

/** Tells the answers in the order of the files, with no more than `ahead` of them under way. */
async function tellAll(
  tasks: readonly ReadingTask[],
  answer: (task: ReadingTask) => Promise<ReadingAnswer>,
  ahead: number,
): Promise<ExitCode> {
  const begun: (Promise<ReadingAnswer> | undefined)[] = [];
  let failed = false;
  for (const [index] of tasks.entries()) {
    for (const task of tasks.slice(begun.length, index + ahead)) begun.push(begin(task, answer));
    const told = await begun[index];
    if (told) await tell(told);
    failed ||= told?.failed ?? true;
    begun[index] = undefined; // its records are printed: let them go
  }
  return failed ? 1 : 0;
}

/** A thread that dies fails its file, not the others. */
function begin(task: ReadingTask, answer: (task: ReadingTask) => Promise<ReadingAnswer>): Promise<ReadingAnswer> {
  return answer(task).catch((failure: Error) => ({
    output: "",
    notes: [`error: ${docOf(task.path)}: ${failure.message}`],
    failed: true,
  }));
}

async function tell({ output, notes }: ReadingAnswer): Promise<void> {
  for (const note of notes) say(note);
  if (output !== "" && !process.stdout.write(output))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
}
