// 开发. The server, started again on every change of its files, and the web app with hot reload in front of it.
//   npm run dev        web on http://127.0.0.1:8621, API behind it on QIPAN_PORT (8620)
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createServer } from "vite";

const ROOT = dirname(import.meta.dirname);
const WEB = join(ROOT, "packages", "web");
const api = `http://127.0.0.1:${process.env["QIPAN_PORT"] ?? "8620"}`;

const server = spawn(
  process.execPath,
  ["--watch", "--watch-preserve-output", join(ROOT, "packages/server/src/cli/main.ts"), "serve", "--setup"],
  { cwd: ROOT, stdio: "inherit" },
);
const web = await createServer({
  root: WEB,
  configFile: join(WEB, "vite.config.ts"),
  clearScreen: false,
  server: { proxy: { "/api": { target: api, changeOrigin: true, headers: { origin: api } } } }, // changes need the server's own origin
});
await web.listen();
web.printUrls();
process.stdout.write(`  Open ${api} once to be the local operator here too: cookies do not know ports\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill("SIGTERM"));
const [code] = await once(server, "exit"); // the watcher ends only when told to
await web.close();
process.exitCode = typeof code === "number" ? code : 0;
