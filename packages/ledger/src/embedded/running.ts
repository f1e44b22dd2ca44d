import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedFailure } from "./failure.ts";
import { type Launched, launch, setbackOf } from "./launch.ts";
import { chooseListening, readPassword } from "./listening.ts";
import { findPostmaster, type Postmaster, removeRemnant } from "./postmaster.ts";
import { type Address, type Answer, askServer } from "./readiness.ts";
import type { ServerUser } from "./server-user.ts";

/** 所需. All that is known before a server runs. */
export interface Ground {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly listen: "socket" | "loopback";
}

/** 运行中. A server that has answered a query. */
export interface Running {
  readonly address: Address;
  readonly version: string;
}

type Living = Postmaster & { readonly kind: "alive" };

const STEP_MILLISECONDS = 20;
const PATIENCE_MILLISECONDS = 300_000; // a long recovery after a power cut may take minutes; a dead server never does

/**
 * 确保运行. Finds the server of the folder, or starts one, and waits until it answers. A server left behind by a killed
 * process is adopted; one that is stopping is waited for; of two processes that start one at once, the second joins.
 */
export async function ensureRunning(ground: Ground): Promise<Running> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  let listen = ground.listen;
  let launched: Launched | undefined;
  for (;;) {
    const postmaster = await findPostmaster(ground.folder.cluster);
    if (postmaster.kind === "remnant") await removeRemnant(ground.folder.cluster, postmaster);
    const running = postmaster.kind === "alive" ? await runningAt(ground, postmaster) : undefined;
    if (running !== undefined) return running;
    if (postmaster.kind !== "alive" && launched === undefined) launched = await launchOn(ground, listen);
    if (launched?.hasExited()) {
      if (setbackOf(await launched.said(), ground.folder) === "no-socket") listen = "loopback";
      launched = undefined;
    }
    if (Date.now() > deadline) throw tooSlow(ground, postmaster);
    await sleep(STEP_MILLISECONDS);
  }
}

/** 服务地址. Where the living server of a folder listens, by what it wrote itself. */
export async function addressOf(folder: DataFolder, server: Living): Promise<Address> {
  if (server.socketFolder !== "") return { host: server.socketFolder, port: server.port };
  return { host: "127.0.0.1", port: server.port, password: await readPassword(folder) };
}

async function runningAt(ground: Ground, server: Living): Promise<Running | undefined> {
  if (server.port === 0) return undefined;
  const address = await addressOf(ground.folder, server);
  const answer: Answer = await askServer(address, ground.folder.cluster);
  if (answer.kind === "ready") return { address, version: answer.version };
  if (answer.kind === "silent") return undefined;
  throw new EmbeddedFailure(
    "folder-foreign",
    `The server of process ${server.pid} at ${address.host}:${address.port} keeps the folder ${answer.cluster}, not ` +
      `${ground.folder.cluster}. Was the folder moved or copied while it ran? Stop that process, then start again.`,
  );
}

async function launchOn(ground: Ground, listen: "socket" | "loopback"): Promise<Launched> {
  const listening = await chooseListening(ground.folder, ground.user, listen);
  return launch(ground.folder, ground.binaries, { user: ground.user, listening });
}

function tooSlow(ground: Ground, postmaster: Postmaster): EmbeddedFailure {
  const who = postmaster.kind === "alive" ? `process ${postmaster.pid}` : "no process yet";
  return new EmbeddedFailure(
    "start-failed",
    `The embedded PostgreSQL of ${ground.folder.root} (${who}) has not answered for ${PATIENCE_MILLISECONDS / 1000} s. ` +
      `See ${ground.folder.logFile}; if the process hangs, end it and start again.`,
  );
}
