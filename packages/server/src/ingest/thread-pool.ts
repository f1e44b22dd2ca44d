import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** 线程池. Threads that answer tasks; each task is one message, each answer another. */
export interface ThreadPool<In, Out> {
  /** Answers a task on a free thread, or waits for one. Rejects when the task made its thread fail. */
  readonly run: (task: In) => Promise<Out>;
  close(): Promise<void>;
}

interface Waiting<In, Out> {
  readonly task: In;
  readonly answered: PromiseWithResolvers<Out>;
}

/** What a thread sends back. */
export type Reply<Out> = { readonly answer: Out } | { readonly failure: string };

/**
 * 开线程池. At most `size` threads run `file`, each started when it is first needed and kept; a thread that dies takes only
 * its own task with it. `data` is given to every thread as its `workerData`. Idle threads do not keep the process alive.
 */
export function openThreads<In, Out>(file: URL, { size, data }: { size: number; data: unknown }): ThreadPool<In, Out> {
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
    const worker = new Worker(file, { workerData: data });
    all.add(worker);
    worker.once("exit", () => all.delete(worker));
    return worker;
  };
  const serve = async (worker: Worker, { task, answered }: Waiting<In, Out>): Promise<void> => {
    worker.ref();
    try {
      answered.resolve(await ask<Out>(worker, task));
      worker.unref();
      idle.push(worker);
    } catch (failure) {
      all.delete(worker);
      void worker.terminate();
      answered.reject(failure);
    }
    next();
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

async function ask<Out>(worker: Worker, task: unknown): Promise<Out> {
  const stop = new AbortController();
  const reply = once(worker, "message", { signal: stop.signal }); // rejects on "error" of the thread
  const end = once(worker, "exit", { signal: stop.signal }).then(() => {
    throw new Error("The thread ended before it answered");
  });
  end.catch(() => undefined); // aborted once the answer is there
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  worker.postMessage(task);
  try {
    const [message] = (await Promise.race([reply, end])) as [Reply<Out>]; // our threads send nothing else
    if ("failure" in message) throw new Error(message.failure);
    return message.answer;
  } finally {
    stop.abort();
    reply.catch(() => undefined);
  }
}
