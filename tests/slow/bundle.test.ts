import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, globSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "../running-qipan.ts";

const scratch = mkdtempSync(join(tmpdir(), "bundle-"));
chmodSync(scratch, 0o711);
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Asks the server from inside the world without network, with the archive's own Node. */
const ASK = `
  const end = Date.now() + 120_000;
  const ask = () => fetch("http://127.0.0.1:8699/readyz").then((response) => response.status, () => 0);
  while (Date.now() < end && (await ask()) !== 200) await new Promise((go) => setTimeout(go, 200));
  console.log("readyz", await ask(), "page", (await fetch("http://127.0.0.1:8699/")).status);`;

test("the archive starts elsewhere, without network and without any Node of the machine", (t) => {
  execFileSync(process.execPath, ["tools/bundle.ts", "--out", scratch], { cwd: ROOT, stdio: "inherit" });
  const [archive = ""] = globSync("*.tar.gz", { cwd: scratch });
  execFileSync("tar", ["-xzf", archive], { cwd: scratch });
  const [folder = ""] = readdirSync(scratch).filter((name) => !name.endsWith(".gz"));
  const home = join(scratch, folder);
  assert.deepEqual(globSync("packages/**/*.test.ts", { cwd: home }), []);

  const script = `ip link set lo up 2>/dev/null || true
    ./qipan serve --setup > ../server.out 2>&1 &
    ./node_modules/.bin/node --input-type=module -e '${ASK}'
    kill -INT $!; wait $!; echo "ended $?"`;
  const alone = canUnshare() ? ["unshare", "-n", "sh"] : ["sh"];
  if (alone.length === 1) t.diagnostic("no network namespace here: only the search path is emptied");
  const env = {
    PATH: "/usr/bin:/bin:/usr/sbin:/sbin",
    HOME: scratch,
    QIPAN_PORT: "8699",
    QIPAN_DATA: join(scratch, "data"),
  };
  const output = execFileSync("env", [...alone, "-c", script], { cwd: home, env, encoding: "utf8" });
  assert.match(output, /readyz 200 page 200\nended 0/);
});

function canUnshare(): boolean {
  try {
    execFileSync("unshare", ["-n", "ip", "link", "set", "lo", "up"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
