import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { calendarDate } from "@qipan/policy/records/identity";
import { type SettingName, settings } from "./settings.ts";

/** 配置. What the environment asks of this process, parsed once; `today` is set when a fixed day was asked for. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  readonly appPassword: string | null;
  readonly profile: "demo" | "office";
  readonly publicUrl: URL | null;
  readonly today: string | null;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
}

/** 配置有误. Every setting that cannot be used, with what was found and what was expected. */
export class ConfigFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Qipan cannot start with these settings:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

const loopbackHosts = ["127.0.0.1", "::1", "localhost"];

const schema = z.object({
  QIPAN_HOST: z.string().refine((host) => loopbackHosts.includes(host), {
    error: `expected one of ${loopbackHosts.join(", ")}: until user accounts exist Qipan answers this machine only`,
  }),
  QIPAN_PORT: z
    .string()
    .regex(/^\d{1,5}$/u, "expected a port number from 0 to 65535 (0 lets the system choose)")
    .transform(Number)
    .refine((port) => port <= 65_535, "expected a port number from 0 to 65535 (0 lets the system choose)"),
  QIPAN_DATA: z.string().min(1, "expected the path of a folder"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//u, "expected an address such as postgres://user@host:5432/database")
    .nullable(),
  QIPAN_APP_PASSWORD: z.string().nullable(),
  QIPAN_PROFILE: z.enum(["demo", "office"], "expected demo or office"),
  QIPAN_PUBLIC_URL: z
    .url({ protocol: /^https?$/u, error: "expected an address such as https://qipan.example.org" })
    .nullable(),
  QIPAN_TODAY: calendarDate.nullable(),
  QIPAN_LOG: z.enum(["silent", "error", "warn", "info", "debug"], "expected silent, error, warn, info or debug"),
  QIPAN_DEBUG: z.string().nullable(),
} satisfies Record<SettingName, z.ZodType>);

/**
 * 读配置. Settings from environment variables; an unset or empty one has its default. A relative data folder is taken
 * from `root`. Throws `ConfigFault` naming every variable that cannot be used.
 * @example readConfig({ QIPAN_PORT: "8700" }, "/srv/qipan").port // 8700
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config {
  const given = Object.fromEntries(settings.map(({ name, initial }) => [name, environment[name]?.trim() || initial]));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new ConfigFault(parsed.error.issues.map((issue) => faultOf(issue, given)));
  const values = parsed.data;
  return {
    host: values.QIPAN_HOST,
    port: values.QIPAN_PORT,
    dataDirectory: isAbsolute(values.QIPAN_DATA) ? values.QIPAN_DATA : resolve(root, values.QIPAN_DATA),
    databaseUrl: values.DATABASE_URL,
    appPassword: values.QIPAN_APP_PASSWORD,
    profile: values.QIPAN_PROFILE,
    publicUrl: values.QIPAN_PUBLIC_URL === null ? null : new URL(values.QIPAN_PUBLIC_URL),
    today: values.QIPAN_TODAY,
    logLevel: values.QIPAN_LOG,
  };
}

/** Settings whose value may be or hold a password: it is never repeated. */
const secrets = ["DATABASE_URL", "QIPAN_APP_PASSWORD"];

function faultOf(issue: z.core.$ZodIssue, given: Record<string, string | null>): string {
  const name = String(issue.path[0]);
  const found = secrets.includes(name) ? "a value that is not shown here" : `"${given[name]}"`;
  return `${name}: found ${found}, ${issue.message}`;
}
