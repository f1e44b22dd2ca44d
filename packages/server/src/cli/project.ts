import { join } from "node:path";
import { type Config, readConfig } from "../config.ts";

/** 项目根. Folder of this copy of Qipan: where `data`, `corpus` and, unless told otherwise, the data folder lie. */
export const root: string = join(import.meta.dirname, "../../../..");

/** The settings of this process. Throws `ConfigFault` naming every one that cannot be used. */
export function settingsOfProcess(): Config {
  return readConfig(process.env, root);
}

/** The clock of this process; the only one that commands hand on. */
export function clock(): Date {
  return new Date();
}
