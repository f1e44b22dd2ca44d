import type { ArgsDef } from "citty";
import { commands } from "./commands.ts";
import { manyWords } from "./usage.ts";

/** 总览. What `qipan --help` prints: every command with its one line. */
export function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "棋盘 Qipan: policy documents in, a ledger out in which every row leads back to its sentence.",
    "",
    "Usage: qipan COMMAND [ARGUMENTS]",
    "",
    ...lines,
    "",
    "qipan COMMAND --help tells more. Exit codes: 0 done, 1 found problems, 2 wrong usage.",
  ].join("\n");
}

/** 命令说明. What `qipan COMMAND --help` prints, made from the very definition that parses the line. */
export function helpOf(name: string, summary: string, args: ArgsDef): string {
  const entries = Object.entries(args);
  const words = entries.filter(([, { type }]) => type === "positional");
  const options = entries.filter(([, { type }]) => type !== "positional");
  const usage = [
    "qipan",
    name,
    ...words.map(([word, def]) => wordForm(word, def)),
    ...(options.length ? ["[OPTIONS]"] : []),
  ];
  return [
    summary,
    "",
    `Usage: ${usage.join(" ")}`,
    ...section(
      "Arguments",
      words.map(([word, def]) => [word.toUpperCase(), def.description ?? ""]),
    ),
    ...section("Options", [...options.map(optionLine), ["--help", "This text"]]),
  ].join("\n");
}

function wordForm(word: string, def: ArgsDef[string]): string {
  const form = `${word.toUpperCase()}${word === manyWords ? "…" : ""}`;
  return def.required === false ? `[${form}]` : form;
}

function optionLine([name, def]: [string, ArgsDef[string]]): readonly [string, string] {
  const value = def.type === "boolean" ? "" : ` ${("valueHint" in def && def.valueHint) || name.toUpperCase()}`;
  const initial = def.default === undefined || def.default === false ? "" : ` (without it: ${def.default})`;
  return [`--${name}${value}`, `${def.description ?? ""}${initial}`];
}

function section(title: string, lines: readonly (readonly [string, string])[]): readonly string[] {
  if (lines.length === 0) return [];
  const width = Math.max(...lines.map(([form]) => form.length));
  return ["", `${title}:`, ...lines.map(([form, meaning]) => `  ${form.padEnd(width)}  ${meaning}`)];
}
