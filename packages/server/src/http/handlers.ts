import type { Tx } from "@qipan/ledger/transaction";
import type { CalendarDate } from "@qipan/policy/records/identity";
import type { Principal } from "@qipan/policy/records/principal";
import type { z } from "zod";
import type { Api, OperationName } from "../contract/api.ts";
import type { RereadDocument } from "../api/reread.ts";
import type { JobDesk } from "./job-desk.ts";
import type { SpooledFile } from "./spool.ts";

type Part<O, K extends string> = O extends Record<K, infer S extends z.ZodType> ? Record<K, z.output<S>> : unknown;

/**
 * What a handler is given of the request, already checked against the contract. A body that goes to a file comes when the
 * handler asks for it, and its file is removed afterwards unless the handler moved it.
 */
export type Asked<N extends OperationName> = Part<Api[N], "params"> &
  Part<Api[N], "query"> &
  Part<Api[N], "body"> &
  (Api[N] extends { spooled: true }
    ? { readonly receive: () => Promise<SpooledFile> }
    : Api[N] extends { binary: true }
      ? { readonly bytes: Uint8Array }
      : unknown);

/** What a handler must give back: the response before it is written as JSON. */
export type Answer<N extends OperationName> = z.input<Api[N]["response"]>;

/** Runs work on the ledger as one principal, in one transaction. */
export type Within = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** What a handler may use: the ledger as the caller sees it, the day, and the desk of background jobs. */
export interface CallContext {
  readonly principal: Principal;
  readonly within: Within;
  readonly today: CalendarDate;
  /** Values not yet checked take part in verdicts. */
  readonly demonstration: boolean;
  readonly jobs: JobDesk;
  /** Reads a held document again for its mentions. */
  readonly reread: RereadDocument;
}

/** 操作办理. One function for each operation of the contract. */
export type Handlers = { readonly [N in OperationName]: (asked: Asked<N>, context: CallContext) => Promise<Answer<N>> };
