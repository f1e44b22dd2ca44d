import { randomInt } from "node:crypto";
import { Client, type ClientConfig } from "pg";
import { withSessionSettings } from "../connection.ts";

/** 工作者租约. A connection that says by its session lock that a worker lives, and that hears of new jobs. */
export interface WorkerLease {
  /** Number under which jobs are taken; stands in `job.worker`. */
  readonly worker: number;
  /** Aborted when the connection is lost: then other workers may take up what this one was doing. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** First half of the lock; `qipan.living_workers` asks for the same number. */
const lockClass = 8620;
const largestNumber = 2 ** 31 - 1;

/** 取得租约. Connects as the app role; `onJob` is called whenever a job was committed. Throws when the database is away. */
export async function takeWorkerLease(connection: ClientConfig, onJob: () => void): Promise<WorkerLease> {
  const client = new Client({
    ...withSessionSettings(connection),
    keepAlive: true,
    application_name: "qipan worker",
  });
  const loss = new AbortController();
  client.on("error", () => loss.abort());
  client.on("end", () => loss.abort());
  client.on("notification", onJob);
  await client.connect();
  try {
    const worker = await lockNumber(client);
    await client.query("listen qipan_job");
    return { worker, lost: loss.signal, release: () => client.end().catch(() => undefined) };
  } catch (error) {
    await client.end().catch(() => undefined); // what failed is told by `error`
    throw error;
  }
}

async function lockNumber(client: Client): Promise<number> {
  for (;;) {
    const worker = randomInt(largestNumber);
    const { rows } = await client.query<{ ours: boolean }>("select pg_try_advisory_lock($1, $2) as ours", [
      lockClass,
      worker,
    ]);
    if (rows[0]?.ours === true) return worker;
  }
}
