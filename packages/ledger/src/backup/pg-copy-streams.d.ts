/** What we use of `pg-copy-streams`, which brings no types. */
declare module "pg-copy-streams" {
  import type { Readable, Writable } from "node:stream";
  import type { Submittable } from "pg";

  /** Rows of a COPY … TO STDOUT, as bytes. `rowCount` is known at the end. */
  export function to(text: string): Readable & Submittable & { rowCount: number | null };
  /** Takes the bytes of a COPY … FROM STDIN. `rowCount` is known once finished. */
  export function from(text: string): Writable & Submittable & { rowCount: number | null };
}
