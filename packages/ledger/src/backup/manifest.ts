import { instant, sha256 } from "@qipan/policy/records/identity";
import { z } from "zod";

/** 备份表. One table in a backup: its columns in the order of the rows, how many rows, and the digest of its part. */
const backupTable = z.object({
  table: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256,
});
export type BackupTable = z.infer<typeof backupTable>;

/** 备份抬头. Begins a backup, so that a file of a newer version is refused without reading it. */
export const backupHead = z.object({
  format: z.literal(1),
  schema: z.int().positive(),
  madeAt: instant,
  database: z.string(),
});
export type BackupHead = z.infer<typeof backupHead>;

/** 备份说明. Ends a backup: what stands in it, and the last root of every unit, by which it can be told from another. */
export const backupManifest = backupHead.extend({
  tables: z.array(backupTable),
  roots: z.array(z.object({ jurisdiction: z.string(), number: z.int(), root: sha256 })),
});
export type BackupManifest = z.infer<typeof backupManifest>;
