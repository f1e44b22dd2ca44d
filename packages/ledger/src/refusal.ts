/** 拒绝种类. Stable code of a refusal; the message is free text for people. */
export type RefusalCode =
  | "not-found"
  | "forbidden"
  | "conflict"
  | "invalid"
  | "no-evidence"
  | "quote-mismatch"
  | "countersign-missing"
  | "append-only"
  | "newer-database"
  | "set-up";

/**
 * 拒绝. What the ledger refuses for a reason that a person can act on. The message says what was found, what was
 * expected and what to do; it never holds a value that the principal may not see.
 */
export class LedgerRefusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "LedgerRefusal";
    this.code = code;
  }
}

/** SQLSTATEs that our own triggers raise, with messages written for people. */
const ownStates: Readonly<Record<string, RefusalCode>> = {
  QL001: "no-evidence",
  QL002: "quote-mismatch",
  QL003: "conflict",
  QL004: "countersign-missing",
  QL005: "forbidden",
  QL006: "append-only",
};

/**
 * SQLSTATEs of PostgreSQL that stand for something a caller did. Their own texts and details may quote rows, so the
 * message is ours.
 */
const foreignStates: Readonly<Record<string, readonly [RefusalCode, string]>> = {
  "23505": [
    "conflict",
    "A row with this key is already held by its jurisdiction. Load it again, or choose another key.",
  ],
  "23503": ["invalid", "The row refers to another that the ledger does not hold. Add that one first."],
  "23514": ["invalid", "A value lies outside what the ledger allows. Check dates, codes and ranges."],
  "23502": ["invalid", "A value that every row must have is missing."],
  "22P02": ["invalid", "A value is not written in the form of its type. Check ids, numbers and days."],
  "22007": ["invalid", "A day or an instant is not written as YYYY-MM-DD or in ISO 8601."],
  "22008": ["invalid", "A day does not exist in the calendar."],
  "22021": ["invalid", "The text holds a NUL character, which no document may. Remove it from the file."],
  "22P05": ["invalid", "The text holds a NUL character, which no document may. Remove it from the file."],
  "42501": ["forbidden", "This principal may not write rows of this jurisdiction."],
  "40001": ["conflict", "Two changes met. Load the row again and repeat the change."],
  "40P01": ["conflict", "Two changes met. Load the row again and repeat the change."],
};

/** Whether somebody else wrote the same next version of an entry first. */
function metAnother(error: Error): boolean {
  return "constraint" in error && error.constraint === "entry_version_pkey";
}

/** Turns an error of the database into the refusal it stands for; anything else comes back as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  const own = ownStates[error.code];
  if (own) return new LedgerRefusal(own, error.message);
  const foreign = metAnother(error) ? foreignStates["40001"] : foreignStates[error.code];
  return foreign ? new LedgerRefusal(foreign[0], foreign[1]) : error;
}
