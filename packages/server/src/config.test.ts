import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigFault, readConfig } from "./config.ts";

test("without variables every setting has its default", () => {
  const config = readConfig({}, "/srv/qipan");
  assert.deepEqual(config, {
    host: "127.0.0.1",
    port: 8620,
    dataDirectory: "/srv/qipan/.qipan",
    databaseUrl: null,
    appPassword: null,
    profile: "demo",
    publicUrl: null,
    today: null,
    logLevel: "warn",
  });
});

for (const [rule, environment, message] of [
  [
    "a host that others reach is refused until accounts exist",
    { QIPAN_HOST: "0.0.0.0" },
    /QIPAN_HOST: found "0\.0\.0\.0".*this machine only/u,
  ],
  ["a port is a number", { QIPAN_PORT: "http" }, /QIPAN_PORT: found "http", expected a port number/u],
  ["a port ends at 65535", { QIPAN_PORT: "70000" }, /QIPAN_PORT: found "70000"/u],
  ["a profile is one of two", { QIPAN_PROFILE: "prod" }, /QIPAN_PROFILE: found "prod", expected demo or office/u],
  ["a day exists", { QIPAN_TODAY: "2026-02-30" }, /QIPAN_TODAY: found "2026-02-30".*does not exist/u],
  ["a public address is an http address", { QIPAN_PUBLIC_URL: "ftp://a.example" }, /QIPAN_PUBLIC_URL.*https:/u],
  [
    "a database address is never repeated",
    { DATABASE_URL: "mysql://u:secret@h/d" },
    /^(?!.*secret).*DATABASE_URL.*postgres:/su,
  ],
] as const)
  test(rule, () =>
    assert.throws(
      () => readConfig(environment, "/"),
      (fault: Error) => fault instanceof ConfigFault && message.test(fault.message),
    ),
  );

test("every fault is named at once", () => {
  assert.throws(
    () => readConfig({ QIPAN_PORT: "x", QIPAN_PROFILE: "y" }, "/"),
    (fault: ConfigFault) => fault.faults.length === 2,
  );
});

test("an empty variable counts as unset", () => assert.equal(readConfig({ QIPAN_PORT: "" }, "/").port, 8620));
