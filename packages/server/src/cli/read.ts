import { availableParallelism } from "node:os";
import { openThreads } from "../ingest/thread-pool.ts";
import { ownFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { command, type ExitCode } from "./command.ts";
import { root } from "./project.ts";
import { answerTask, type ReadingAnswer, type ReadingTask } from "./reading-task.ts";
import { say } from "./terminal.ts";
import { dayOption, wordOption } from "./usage.ts";

/** From this many files on, threads are worth their start. */
const fewFiles = 4;

/** 阅读. `qipan read FILE…`: what files say, without a database. Standard output carries nothing but records. */
export const read = command({
  args: {
    files: { type: "positional", required: true, description: "Text files; - reads standard input" },
    format: { type: "string", default: "jsonl", description: "jsonl: one JSON object a line" },
    date: { type: "string", valueHint: "YYYY-MM-DD", description: "Day of the documents, where they do not say it" },
    explain: { type: "boolean", description: "Each sentence with carets, recogniser and refinements instead" },
  },
  run: async (args) => {
    wordOption("format", args.format, ["jsonl"]);
    const date = dayOption("date", args.date);
    const tasks = args._.map((path) => ({ path, date, explain: args.explain ?? false }));
    return tasks.length < fewFiles || args._.includes("-") ? readHere(tasks) : readOnThreads(tasks);
  },
});

async function readHere(tasks: readonly ReadingTask[]): Promise<ExitCode> {
  const lexicon = await readLexicon(ownFolders(root));
  return tellAll(tasks, (task) => answerTask(task, lexicon), 1);
}

async function readOnThreads(tasks: readonly ReadingTask[]): Promise<ExitCode> {
  const size = Math.min(availableParallelism(), tasks.length);
  const threads = openThreads<ReadingTask, ReadingAnswer>(new URL("./reading-thread.ts", import.meta.url), {
    size,
    data: ownFolders(root),
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
    notes: [`${task.path}: ${failure.message}`],
    failed: true,
  }));
}

async function tell({ output, notes }: ReadingAnswer): Promise<void> {
  for (const note of notes) say(note);
  if (output !== "" && !process.stdout.write(output))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
}
