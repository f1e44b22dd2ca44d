// 打库. The archive of @qipan/policy for others: ES modules, declarations and words, by `npm pack`.
//   npm run library [-- --out FOLDER]     writes <FOLDER>/qipan-policy-<version>.tgz, ./bundle by default
// `npm install <that file>` in any project with Node 20 or newer, or with a bundler for browsers.
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packLibrary } from "./packing/pack-library.ts";

const ROOT = dirname(import.meta.dirname);

const { values } = parseArgs({ options: { out: { type: "string", default: join(ROOT, "bundle") } } });
const begun = performance.now();
const archive = await packLibrary(ROOT, resolve(values.out));
const kilobytes = (statSync(archive).size / 1024).toFixed(0);
console.log(`${archive} (${kilobytes} KB, ${((performance.now() - begun) / 1000).toFixed(1)} s)`);
