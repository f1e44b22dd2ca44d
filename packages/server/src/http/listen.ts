import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { Environment } from "./environment.ts";

/** 监听. A server that takes requests, with the address people type. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, gives those under way `graceMs` to end, then closes. */
  close(graceMs: number): Promise<void>;
}

/** The port is not to be had: says which and what to do. */
export class PortRefused extends Error {}

/** Listens on a loopback address. Throws `PortRefused` when the port is taken or not permitted. */
export async function listen(
  app: Hono<Environment>,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server; // without options of its own it makes a plain HTTP/1 server
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (failure: NodeJS.ErrnoException) => reject(refusalOf(failure, host, port)));
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: (graceMs) => close(server, graceMs),
  };
}

function refusalOf(failure: NodeJS.ErrnoException, host: string, port: number): Error {
  if (failure.code === "EADDRINUSE")
    return new PortRefused(
      `Port ${port} on ${host} is taken by another program (perhaps Qipan itself). Stop that one, or choose another: QIPAN_PORT=${port + 1} npm start`,
    );
  if (failure.code === "EACCES")
    return new PortRefused(
      `Port ${port} on ${host} is not permitted to this user. Choose one above 1023: QIPAN_PORT=8620 npm start`,
    );
  return failure;
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
