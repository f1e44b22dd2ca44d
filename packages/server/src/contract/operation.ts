import { z } from "zod";
import type { Role } from "@qipan/policy/records/principal";

/** Formats in which a list can be had, by `Accept` or by the extension of its address. */
export const listFormats = ["json", "csv", "xlsx", "geojson"] as const;
export type ListFormat = (typeof listFormats)[number];

/**
 * 操作. One route as data: from it come the router, the validation, OpenAPI, the typed client and the docs. `path` is in
 * OpenAPI form (`/api/documents/{id}`); `role` the least role that may call it, null for everybody; `changes` routes
 * need the same origin and a content type that no form can send. `binary` bodies are bytes with a name in the query;
 * `spooled` ones go to a file on the disk as they come. A `download` answers with the bytes of a file instead of JSON. A POST
 * that `keepsNothing` takes its input in the body only because it is long: it changes nothing and needs no role.
 */
export interface Operation {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly topic: string;
  readonly summary: string;
  readonly role: Role | null;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly bodyLimitBytes?: number;
  readonly binary?: boolean;
  readonly spooled?: boolean;
  readonly keepsNothing?: boolean;
  readonly download?: boolean;
  readonly response: z.ZodType;
  readonly status?: 200 | 201 | 202;
  readonly formats?: readonly ListFormat[];
  readonly errors?: readonly (keyof typeof problemTitles)[];
}

/** Describes an operation; exists so that its exact type is kept for client and handlers. */
export function op<const O extends Operation>(operation: O): O {
  return operation;
}

/** 原件. The bytes of a file with its own name, which may hold any character. */
export const fileAnswer = z.object({
  name: z.string(),
  mediaType: z.string(),
  bytes: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
});
export type FileAnswer = z.infer<typeof fileAnswer>;

/** 问题. What can go wrong, by code; the code is stable, the sentence beside it is for people. */
export const problemTitles = {
  invalid: "The request is not of the form that this route takes",
  unauthenticated: "This needs a signed-in user",
  forbidden: "Your role or unit may not do this",
  "not-found": "Nothing is held under this address",
  gone: "What was held under this address has been removed for good",
  conflict: "The ledger has changed since you looked",
  "no-evidence": "An entry needs evidence",
  "quote-mismatch": "The quote is not what stands in the document",
  "countersign-missing": "A joint row needs the countersign of each party before it is public",
  "too-large": "The body is larger than this route takes",
  "too-many": "Too many requests from this address",
  "unsupported-media-type": "This content type is not accepted here",
  "not-acceptable": "This list is not offered in that format",
  "wrong-origin": "The request came from another site",
  "wrong-host": "This server does not answer under that name",
  "method-not-allowed": "This address does not take that method",
  "timed-out": "The answer took too long",
  "not-ready": "Qipan is still getting ready",
  internal: "Something failed inside Qipan; it is in the log under the given instance",
} as const;
export type ProblemCode = keyof typeof problemTitles;

/** HTTP status of each problem. */
export const problemStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "wrong-origin": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "not-acceptable": 406,
  conflict: 409,
  gone: 410,
  "too-large": 413,
  "unsupported-media-type": 415,
  "wrong-host": 421,
  "no-evidence": 422,
  "quote-mismatch": 422,
  "countersign-missing": 422,
  "too-many": 429,
  internal: 500,
  "not-ready": 503,
  "timed-out": 503,
} as const satisfies Record<ProblemCode, number>;
