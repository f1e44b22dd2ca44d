import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { findBinaries, type Platform, thisPlatform } from "./binaries.ts";

test("this platform has the programs of both versions", () => {
  for (const [postgres, majorVersion] of [
    ["18", 18],
    ["floor", 15],
  ] as const) {
    const binaries = findBinaries(postgres);
    assert.equal(binaries.majorVersion, majorVersion);
    for (const program of [binaries.initdb, binaries.postgres, binaries.pgCtl]) assert.ok(existsSync(program), program);
  }
});

const MISSING: readonly (readonly [string, Platform, RegExp])[] = [
  ["an unknown system", { os: "freebsd", cpu: "x64", musl: false }, /\(freebsd-x64;.*DATABASE_URL/s],
  ["an unknown processor", { os: "linux", cpu: "riscv64", musl: false }, /\(linux-riscv64;/],
  ["musl, whose loader runs no glibc program", { ...thisPlatform(), musl: true }, / with musl;.*version 15 or newer/s],
];
for (const [rule, platform, message] of MISSING)
  test(`a platform without programs is named, with the way out: ${rule}`, () => {
    assert.throws(() => findBinaries("18", platform), { code: "no-binaries", message });
  });
