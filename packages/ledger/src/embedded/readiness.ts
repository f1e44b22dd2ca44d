import { stat } from "node:fs/promises";
import { Client } from "pg";
import { ADMIN_USER } from "./cluster.ts";

/** 连接地址. Where the embedded server answers; without a password on a socket. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly password?: string;
}

/**
 * 应答. What came back when a real query was asked: the server's version, not yet an answer (starting, stopping,
 * nothing there), or a server of some other cluster.
 */
export type Answer =
  | { readonly kind: "ready"; readonly version: string }
  | { readonly kind: "silent"; readonly reason: string }
  | { readonly kind: "stranger"; readonly cluster: string };

/** Database in which the superuser asks and holds leases; every cluster has it. */
const MAINTENANCE_DATABASE = "postgres";
const CONNECT_MILLISECONDS = 2000;

/** 探询. Asks the server who it is. An open port is no proof of readiness: the server opens it before it answers. */
export async function askServer(address: Address, cluster: string): Promise<Answer> {
  const client = adminClient(address, "qipan readiness");
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; cluster: string }>(
      "select current_setting('server_version') as version, current_setting('data_directory') as cluster",
    );
    const [row] = rows;
    if (row === undefined) return { kind: "silent", reason: "an empty answer" };
    if (!(await sameFolder(row.cluster, cluster))) return { kind: "stranger", cluster: row.cluster };
    return { kind: "ready", version: row.version };
  } catch (error) {
    return { kind: "silent", reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await client.end().catch(() => undefined); // the connection may never have come about
  }
}

/** 管理连接. An unconnected client of the superuser; environment variables of libpq do not change it. */
export function adminClient(address: Address, applicationName: string): Client {
  const client = new Client({
    host: address.host,
    port: address.port,
    user: ADMIN_USER,
    password: address.password ?? "",
    database: MAINTENANCE_DATABASE,
    ssl: false,
    options: "",
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
  });
  client.on("error", () => undefined); // a lost connection is noticed by its `end`, not by a crash
  return client;
}

async function sameFolder(first: string, second: string): Promise<boolean> {
  const [one, other] = await Promise.all([first, second].map((path) => stat(path).catch(() => undefined)));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}
