import { boardOf } from "../api/board.ts";
import { registers } from "@qipan/policy/records/registers";
import { operatorContext } from "./call-context.ts";
import { command, json } from "./command.ts";
import { printLines } from "./terminal.ts";
import { dayOption } from "./usage.ts";
import { withLedger } from "./with-ledger.ts";

/** 总览. `qipan board`: the programme on one page as of a day. */
export const board = command({
  args: {
    "as-of": { type: "string", valueHint: "YYYY-MM-DD", description: "Day for which it is asked; without it today" },
    json,
  },
  run: async (args) => {
    const asked = dayOption("as-of", args["as-of"]);
    const state = await withLedger((ledger, config) => {
      const { within, today, demonstration } = operatorContext(ledger, config);
      return within((tx) => boardOf(tx, { asOf: asked ?? today, knownOn: undefined, includeRecalled: demonstration }));
    });
    await printLines(args.json ? [JSON.stringify(state)] : linesOf(state));
    return 0;
  },
});

type State = Awaited<ReturnType<typeof boardOf>>;

function linesOf(state: State): readonly string[] {
  const events = state.events.map(({ title, fields }) => `  ${String(fields["dateStart"])}  ${title}`);
  return [
    `As of ${state.asOf}`,
    ...state.counts.map(
      ({ kind, count }) => `  ${String(count).padStart(6)}  ${registers[kind].plural.zh} ${registers[kind].plural.en}`,
    ),
    `  ${String(state.observations).padStart(6)}  观测 Observations`,
    `  ${String(state.documents).padStart(6)}  文件 Documents, ${state.sentences} sentences, ${state.pendingReadings} readings to review`,
    `  ${String(state.recalled.entries + state.recalled.observations).padStart(6)}  未核 Rows that wait for checking`,
    "Newest events",
    ...(events.length > 0 ? events : ["  none"]),
  ];
}
