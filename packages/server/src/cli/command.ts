import { type ArgsDef, type CommandDef, defineCommand, type ParsedArgs } from "citty";

/** 退出码. 0 done, 1 found problems, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** 命令. One command of the line, ready to be parsed and run; it answers with its exit code. */
export type Command = CommandDef;

/** What a command is made of. A positional argument named `files` takes every word that is left. */
interface Description<A extends ArgsDef> {
  readonly args: A;
  readonly run: (args: ParsedArgs<A>) => Promise<ExitCode>;
}

/** 定义命令. Describes a command; exists so that its arguments are typed where it runs. */
export function command<const A extends ArgsDef>({ args, run }: Description<A>): Command {
  // citty's own type of a command is invariant in its arguments; past this point nobody reads them.
  return defineCommand({ args, run: (context) => run(context.args) }) as unknown as Command;
}

/** The option of every command whose output a program may read. */
export const json = { type: "boolean", description: "One JSON value instead of lines for people" } as const;
