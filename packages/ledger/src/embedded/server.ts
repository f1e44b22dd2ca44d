import { findBinaries } from "./binaries.ts";
import { ADMIN_USER, createCluster } from "./cluster.ts";
import { dataFolder, prepareFolder } from "./data-folder.ts";
import { EmbeddedFailure, folderFailure } from "./failure.ts";
import { type Lease, takeLease } from "./lease.ts";
import { makeLibraryLinks } from "./library-links.ts";
import type { Address } from "./readiness.ts";
import { ensureRunning, type Ground, type Running } from "./running.ts";
import { checkReachable, chooseServerUser, handOver } from "./server-user.ts";
import { stopServer } from "./stopping.ts";

/** 内嵌数据库参数. What to open: the folder that belongs to the embedded database alone, and which PostgreSQL. */
export interface EmbeddedOptions {
  /** Folder owned by the embedded database (for example `<QIPAN_DATA>/postgres`); made when absent. */
  readonly dataDirectory: string;
  /** `18` by default; `floor` is PostgreSQL 15, the oldest supported server, for tests. */
  readonly postgres?: "18" | "floor";
  /** `socket` where the platform has Unix sockets; `loopback` forces TCP on 127.0.0.1 with SCRAM. */
  readonly listen?: "socket" | "loopback";
}

/** 内嵌数据库连接. Where the server answers; feeds `pg` directly. `password` exists on loopback only. */
export interface EmbeddedConnection extends Address {
  readonly user: string;
}

/** 内嵌数据库. A running embedded PostgreSQL on which this process holds a lease. */
export interface EmbeddedServer {
  readonly connection: EmbeddedConnection;
  /** PostgreSQL version as the server reports it, for example `18.4`. */
  readonly version: string;
  /** Connection string of the superuser `qipan_admin` for one database; with a socket or with a password. */
  adminUrl(database: string): string;
  /** Gives the lease back; stops the server when nobody else holds one. Safe to call twice. */
  stop(): Promise<void>;
}

interface Held {
  readonly running: Running;
  lease: Lease;
  /** Under way or done once the server has died under us. */
  renewal?: Promise<void>;
}

/**
 * 打开内嵌数据库. Opens the embedded PostgreSQL of a folder: makes it, starts it, or joins the one that runs.
 * Several processes may open one folder; the server stops when the last of them has called `stop`. A process that is
 * killed leaves the server running for the next one to adopt. Throws `EmbeddedFailure`, whose message says what to do.
 * @example const server = await openEmbedded({ dataDirectory: ".qipan/postgres" });
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const ground = await prepareGround(options);
  const held = await hold(ground);
  let stopped: Promise<void> | undefined;
  keepHolding(ground, held);
  return {
    connection: { ...held.running.address, user: ADMIN_USER },
    version: held.running.version,
    adminUrl: (database) => adminUrl(held.running.address, database),
    stop: () => {
      stopped ??= leave(ground, held);
      return stopped;
    },
  };
}

async function prepareGround(options: EmbeddedOptions): Promise<Ground> {
  const binaries = findBinaries(options.postgres ?? "18");
  const folder = dataFolder(options.dataDirectory);
  await prepareFolder(folder, binaries.majorVersion);
  await makeLibraryLinks(binaries.root);
  const user = await chooseServerUser(binaries);
  await checkReachable(folder.root, user);
  try {
    await createCluster(folder, binaries, user);
    await handOver(folder.root, user);
  } catch (error) {
    throw error instanceof EmbeddedFailure ? error : (folderFailure(folder.root, error) ?? error);
  }
  return { folder, binaries, user, listen: options.listen ?? "socket" };
}

/** A server may stop between its answer and our lease: then it is looked for, or started, once more. */
async function hold(ground: Ground): Promise<Held> {
  for (;;) {
    const running = await ensureRunning(ground);
    const lease = await takeLease(running.address);
    if (lease !== undefined) return { running, lease };
  }
}

/** When the server dies under us it is started again at the same place, so that pools reconnect by themselves. */
function keepHolding(ground: Ground, held: Held): void {
  void held.lease.lost.then(() => {
    held.renewal = renew(ground, held);
  });
}

async function renew(ground: Ground, held: Held): Promise<void> {
  const renewed = await hold(ground).catch(() => undefined); // its users see the dead connection and say so
  if (renewed === undefined) return;
  held.lease = renewed.lease;
  keepHolding(ground, held);
}

async function leave(ground: Ground, held: Held): Promise<void> {
  await held.renewal;
  if ((await held.lease.giveBack()) === "last") await stopServer(ground);
}

function adminUrl({ host, port, password }: Address, database: string): string {
  const who = password === undefined ? ADMIN_USER : `${ADMIN_USER}:${encodeURIComponent(password)}`;
  if (password !== undefined) return `postgresql://${who}@${host}:${port}/${encodeURIComponent(database)}`;
  return `postgresql://${who}@/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}&port=${port}`;
}
