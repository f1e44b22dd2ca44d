import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** 线程池. Threads that answer tasks; each task is one message, each answer another. */
export interface ThreadPool<In, Out> {
  /** Answers a task on a free thread, or waits for one. Rejects with `ThreadFailure` when the task made its thread fail. */
  readonly run: (task: In) => Promise<Out>;
  close(): Promise<void>;
}

/** 线程限度. What one task may take, counted from when it gets its thread, and what its thread may hold. */
export interface ThreadLimits {
  readonly seconds: number;
  readonly heapMebibytes: number;
}

/** What threads are started with. `data` is given to every one as its `workerData`; without limits a task takes what it takes. */
export interface ThreadOptions {
  readonly size: number;
  readonly data: unknown;
  readonly limits?: ThreadLimits;
}

/**
 * 线程之失. Why a task has no answer: it `failed` with a reason of its own and perhaps a `code`; it was stopped `late`; its
 * thread had no `memory` left; or its thread `ended` under it.
 */
export class ThreadFailure extends Error {
  readonly kind: "failed" | "late" | "memory" | "ended";
  readonly code: string | null;
  constructor(kind: ThreadFailure["kind"], message: string, code: string | null = null) {
    super(message);
    this.name = "ThreadFailure";
    this.kind = kind;
    this.code = code;
  }
}

interface Waiting<In, Out> {
  readonly task: In;
  readonly answered: PromiseWithResolvers<Out>;
}

/** What a thread sends back. */
export type Reply<Out> = { readonly answer: Out } | { readonly failure: string; readonly code?: string };

/**
 * 开线程池. At most `size` threads run `file`, each started when it is first needed and kept; a thread that dies takes only
 * its own task with it. Idle threads do not keep the process alive.
 */
export function openThreads<In, Out>(file: URL, options: ThreadOptions): ThreadPool<In, Out> {
  const { size, limits } = options;
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: Waiting<In, Out>[] = [];
  const next = (): void => {
    const waiting = queue[0];
    const worker = waiting && (idle.pop() ?? (all.size < size ? start() : undefined));
    if (!waiting || !worker) return;
    queue.shift();
    void serve(worker, waiting);
  };
  const start = (): Worker => {
    const worker = startThread(file, options);
    all.add(worker);
    worker.once("exit", () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    return worker;
  };
  const serve = async (worker: Worker, { task, answered }: Waiting<In, Out>): Promise<void> => {
    worker.ref();
    try {
      answered.resolve(await ask<Out>(worker, task, limits));
      rest(worker);
    } catch (failure) {
      if (failure instanceof ThreadFailure && failure.kind === "failed") rest(worker);
      else {
        all.delete(worker);
        void worker.terminate();
      }
      answered.reject(failure);
    }
    next();
  };
  const rest = (worker: Worker): void => {
    worker.unref();
    idle.push(worker);
  };
  return {
    run: (task) => {
      const answered = Promise.withResolvers<Out>();
      queue.push({ task, answered });
      next();
      return answered.promise;
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function startThread(file: URL, { data, limits }: ThreadOptions): Worker {
  const resourceLimits = limits ? { resourceLimits: { maxOldGenerationSizeMb: limits.heapMebibytes } } : {};
  const worker = new Worker(file, { workerData: data, ...resourceLimits });
  worker.on("error", () => undefined); // told by `ask`; between two tasks there is nobody to tell
  return worker;
}

async function ask<Out>(worker: Worker, task: unknown, limits: ThreadLimits | undefined): Promise<Out> {
  const stop = new AbortController();
  const { signal } = stop;
  const reply = once(worker, "message", { signal }).catch(failedThread); // rejects on "error" of the thread
  const end = once(worker, "exit", { signal }).then(() => {
    throw new ThreadFailure("ended", "it stopped before it answered");
  });
  const late = limits ? tooLate(limits.seconds, signal) : new Promise<never>(() => undefined);
  for (const other of [reply, end, late]) other.catch(() => undefined); // aborted once one of them is there
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  worker.postMessage(task);
  try {
    const [message] = (await Promise.race([reply, end, late])) as [Reply<Out>]; // our threads send nothing else
    if ("failure" in message) throw new ThreadFailure("failed", message.failure, message.code ?? null);
    return message.answer;
  } finally {
    stop.abort();
  }
}

function failedThread(failure: Error & { code?: string }): never {
  if (failure.code === "ERR_WORKER_OUT_OF_MEMORY")
    throw new ThreadFailure("memory", "needs more memory than one file may take");
  throw failure.name === "AbortError" ? failure : new ThreadFailure("ended", failure.message);
}

function tooLate(seconds: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(
      () => reject(new ThreadFailure("late", `takes longer than ${seconds} s to read`)),
      seconds * 1000,
    );
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}
