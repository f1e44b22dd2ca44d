import type { z } from "zod";
import { agreementRegister } from "./agreement.ts";
import { aliasRegister } from "./alias.ts";
import { divisionRegister } from "./division.ts";
import { erratumRegister } from "./erratum.ts";
import { eventRegister } from "./event.ts";
import { indicatorRegister } from "./indicator.ts";
import { organisationRegister } from "./organisation.ts";
import { planRegister } from "./plan.ts";
import { projectRegister } from "./project.ts";
import type { Register } from "./register.ts";
import { sourceRegister } from "./source.ts";
import { targetRegister } from "./target.ts";
import { taskRegister } from "./task.ts";

/** 全部台账. Every register by kind; a new kind is a new file and a new line here. */
export const registers = {
  event: eventRegister,
  plan: planRegister,
  task: taskRegister,
  target: targetRegister,
  project: projectRegister,
  agreement: agreementRegister,
  organisation: organisationRegister,
  indicator: indicatorRegister,
  alias: aliasRegister,
  division: divisionRegister,
  source: sourceRegister,
  erratum: erratumRegister,
} as const;

/** 条目种类. Name of a register. */
export type EntryKind = keyof typeof registers;

/** Every kind, in the order in which registers are listed. */
export const entryKinds = [
  "event",
  "plan",
  "task",
  "target",
  "project",
  "agreement",
  "organisation",
  "indicator",
  "alias",
  "division",
  "source",
  "erratum",
] as const satisfies readonly EntryKind[];

/** Fields of one kind. */
export type FieldsOf<K extends EntryKind> = z.infer<(typeof registers)[K]["fields"]>;

/** The register of a kind, with its fields seen as any object: for code that treats all kinds alike. */
export function registerOf(kind: EntryKind): Register {
  return registers[kind];
}
