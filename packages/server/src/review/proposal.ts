import type { Tx } from "@qipan/ledger/transaction";
import { eventProposal, type KeyOf } from "@qipan/policy/chronicle/event-proposal";
import {
  type FigureChoice,
  type ObservationProposal,
  observationProposal,
} from "@qipan/policy/indicators/observation-proposal";
import { type Ground, groundOf } from "@qipan/policy/records/ground";
import type { EventReading, MeasurementReading, Reading } from "@qipan/policy/records/reading";
import type { EntryKind } from "@qipan/policy/records/registers";
import { proposedEntry } from "@qipan/policy/programme/entry-proposals";
import { type KnownNames, knownNames } from "./known-names.ts";

/** 拟议. What accepting a reading makes of it: an entry, an observation, or nothing yet and why. */
export type Proposal =
  | { readonly makes: "entry"; readonly kind: EntryKind; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly makes: "observation"; readonly row: (ObservationProposal & { ok: true })["row"] }
  | { readonly makes: "nothing"; readonly why: Ground; readonly begun?: BegunEntry };

/** 未成条目. An entry that lacks fields which the text does not say: an officer's fields complete it. */
export interface BegunEntry {
  readonly kind: EntryKind;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What an officer has to decide before a measurement becomes an observation. */
const open = {
  indicator: groundOf("no-indicator"),
  period: groundOf("no-period"),
  unit: groundOf("other-unit"),
  value: groundOf("no-level"),
} as const;

/** 拟议一条. What accepting a reading would make, by the names that the ledger knows. */
export async function proposalOf(tx: Tx, reading: Reading, choice: FigureChoice = {}): Promise<Proposal> {
  return proposalFrom(reading, await knownNames(tx), choice);
}

/** 据名拟议. The same for many readings with names fetched once; pure. `choice` completes a figure. */
export function proposalFrom(reading: Reading, names: KnownNames, choice: FigureChoice = {}): Proposal {
  if (reading.type === "event") return eventFrom(reading, names);
  if (reading.type === "measurement") return figureFrom(reading, names, choice);
  if (reading.type === "achievement" || reading.type === "requirement" || reading.type === "declaration")
    return unheld(reading);
  const proposed = proposedEntry(reading, { ...names, indicator: indicatorKey(names) });
  if (!proposed) return unheld(reading);
  const { kind, fields, missing } = proposed;
  if (missing.length === 0) return { makes: "entry", kind, fields };
  return { makes: "nothing", why: groundOf("lacks-fields", { detail: missing.join(", ") }), begun: { kind, fields } };
}

const unheld = ({ type }: Reading): Proposal => ({ makes: "nothing", why: groundOf("no-register", { detail: type }) });

function indicatorKey({ indicators }: KnownNames): KeyOf {
  return (written) => indicators.find(({ title }) => title === written)?.key;
}

function eventFrom(reading: EventReading, names: KnownNames): Proposal {
  const proposed = eventProposal(reading, names);
  if (proposed.ok) return { makes: "entry", kind: "event", fields: proposed.fields };
  return { makes: "nothing", why: groundOf("no-day") };
}

function figureFrom(reading: MeasurementReading, names: KnownNames, choice: FigureChoice): Proposal {
  const indicator = withoutPlace(reading.indicator, reading.region, names.place);
  const proposed = observationProposal({ ...reading, indicator }, names.indicators, choice);
  return proposed.ok ? { makes: "observation", row: proposed.row } : { makes: "nothing", why: open[proposed.missing] };
}

/** 北京市研发经费投入强度 of 110000 is 研发经费投入强度: a figure's own region before its indicator is no part of the name. */
function withoutPlace(indicator: string, region: string, place: KeyOf): string {
  for (let length = indicator.length - 1; length > 1; length -= 1)
    if (place(indicator.slice(0, length)) === region) return indicator.slice(length);
  return indicator;
}
