import { RequestRefused } from "./problem-response.ts";

/** 本机名. Names under which this machine may be asked, without the port. */
const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/**
 * 主机名单. Refuses a request whose `Host` is neither a loopback name with our port nor the host of the public address.
 * Without this a page of another site could have its own name resolved to 127.0.0.1 and read the ledger (DNS rebinding).
 */
export function checkHost(host: string | null, port: number, publicUrl: URL | null): void {
  const name = host?.toLowerCase();
  if (name !== undefined && (isLoopbackHost(name, port) || name === publicUrl?.host)) return;
  const expected = [...loopbackNames.map((loopback) => `${loopback}:${port}`), publicUrl?.host]
    .filter(Boolean)
    .join(", ");
  throw new RequestRefused(
    "wrong-host",
    `Found Host "${host ?? ""}", expected one of ${expected}; set QIPAN_PUBLIC_URL for another name`,
  );
}

/** Whether a `Host` header names this machine itself. */
export function isLoopbackHost(host: string, port: number): boolean {
  return loopbackNames.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}
