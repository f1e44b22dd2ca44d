import type { RegisterDescription } from "@qipan/server/contract/registers";
import { Refused } from "@qipan/server/contract/client";
import { useCallback, useRef, useState } from "react";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/zh.ts";
import { type Fault, readField, textOf } from "./field-text.ts";
import { type Lookup, lookupOf } from "./reference-lookup.ts";

/** 表单. What was typed, what is wrong with it, and what it reads as. */
export interface EntryForm {
  /** What stands in a field: what was typed, else its value. */
  readonly textIn: (field: string) => string;
  readonly errors: Readonly<Record<string, string>>;
  readonly type: (field: string, text: string) => void;
  readonly know: (field: string, lookup: Lookup) => void;
  /** All fields as values; null when one is wrong, and `errors` then says which. */
  readonly read: () => Record<string, unknown> | null;
  /** Lays the problem of a refused request beside the fields it names. */
  readonly refuse: (error: unknown) => void;
}

const nothingKnown = lookupOf([], {}, "zh");

/** A form over the fields of a register, filled with the fields of a row or empty. */
export function useEntryForm(register: RegisterDescription, fields: Readonly<Record<string, unknown>>): EntryForm {
  const words = useWords().entry;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [lookups, setLookups] = useState<Readonly<Record<string, Lookup>>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const lookupFor = (field: string): Lookup => lookups[field] ?? nothingKnown;
  const textIn = (name: string): string => {
    const field = register.fields.find((field) => field.name === name);
    return typed[name] ?? (field ? textOf(field, fields[name], lookupFor(name)) : "");
  };
  const read = (): Record<string, unknown> | null => {
    const found: Record<string, string> = {};
    const values: Record<string, unknown> = {};
    for (const field of register.fields) {
      const value = readField(register.kind, field, { text: textIn(field.name), lookup: lookupFor(field.name) });
      if (value.ok) values[field.name] = value.value;
      else found[field.name] = faultText(value, words);
    }
    setErrors(found);
    return Object.keys(found).length === 0 ? values : null;
  };
  const know = useCallback(
    (field: string, lookup: Lookup) =>
      setLookups((held) => (held[field] === lookup ? held : { ...held, [field]: lookup })),
    [],
  );
  const type = (field: string, text: string): void => {
    setTyped((held) => ({ ...held, [field]: text }));
    setErrors(({ [field]: _, ...rest }) => rest);
  };
  return { textIn, errors, type, know, read, refuse: (error) => setErrors(issuesOf(error)) };
}

/** A function that stays the same between renders for each field, so that controls are not told twice. */
export function useKnowers(know: EntryForm["know"]): (field: string) => (lookup: Lookup) => void {
  const held = useRef(new Map<string, (lookup: Lookup) => void>());
  return (field) => {
    const known = held.current.get(field) ?? ((lookup: Lookup) => know(field, lookup));
    held.current.set(field, known);
    return known;
  };
}

function faultText({ fault, found }: Fault, { errors }: Words["entry"]): string {
  const message = errors[fault];
  return typeof message === "function" ? message(found) : message;
}

/** `body.fields.title` or `fields.title` names the field `title`. */
function issuesOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Refused)) return {};
  const issues = error.problem.issues ?? [];
  return Object.fromEntries(
    issues.map(({ path, message }) => [path.replace(/^(body\.)?(fields\.)?/u, "").split(".")[0] ?? path, message]),
  );
}
