import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { candidatesFor } from "../../packages/server/src/review/candidates.ts";
import { localOperator } from "../../packages/server/src/http/session.ts";
import { type Ledger, openLedger } from "../../packages/ledger/src/open.ts";
import { readingsPage } from "../../packages/ledger/src/readings.ts";
import { sentenceAt } from "../../packages/ledger/src/sentences.ts";
import { jsonLines, qipan } from "../qipan-command.ts";

const seeds = join(import.meta.dirname, "../../../shared/seeds");
const chronicle = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith("000")) : undefined;
const skip = chronicle === undefined ? "no seed documents here" : false;
const path = join(seeds, chronicle ?? "");
const folder = mkdtempSync(join(tmpdir(), "qipan-thread-"));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly document: string;
  readonly state: string;
  readonly message: string;
  readonly accepted?: {
    readonly merged: readonly unknown[];
    readonly created: readonly unknown[];
    readonly left: readonly unknown[];
  };
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly fields: { readonly dateStart: string };
  readonly evidence: {
    readonly shown: readonly {
      readonly kind: string;
      readonly document: string;
      readonly address: string;
      readonly quote: string;
    }[];
  };
}

const eventRows = (): readonly Row[] =>
  JSON.parse(qipan(folder, ["export", "event", "--format", "json"]).stdout) as readonly Row[];

async function onLedger<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger({ dataDirectory: folder, now: () => new Date() });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

before(() => {
  if (!skip) assert.equal(qipan(folder, ["load"]).code, 0);
});

let document = "";
let held = 0;

test("[12.1] a chronicle gives 50 event readings with days, the last marked cut", { skip }, async () => {
  held = eventRows().length;
  const [told] = jsonLines<Told>(qipan(folder, ["ingest", path, "--json"]));
  assert.equal(told?.state, "done", told?.message);
  document = told?.document ?? "";
  const { items } = await onLedger((ledger) =>
    ledger.as(localOperator, (tx) => readingsPage(tx, { type: "event", limit: 100 })),
  );
  const events = items.flatMap(({ reading }) => (reading.type === "event" ? [reading] : []));
  assert.equal(events.length, 50);
  assert.ok(
    events.every(({ dateStart, dateEnd }) => dateStart !== null && dateEnd !== null && dateStart.startsWith("2014-")),
  );
  assert.deepEqual([events[0]?.dateStart, events.at(-1)?.dateStart], ["2014-02-25", "2014-06-26"]);
  assert.deepEqual(events.map(({ cut }) => cut).indexOf(true), 49);
});

test("[12.3] each of them offers an event of the pack on its days", { skip }, () =>
  onLedger((ledger) =>
    ledger.as(localOperator, async (tx) => {
      const { items } = await readingsPage(tx, { type: "event", limit: 100 });
      const candidates = await candidatesFor(tx, items);
      const without = items.filter(({ id }) => !candidates.get(id)?.length).map(({ quote }) => quote.slice(0, 20));
      assert.deepEqual(without, []);
    }),
  ),
);

test("[12.3] accepting all leaves no event twice", { skip }, () => {
  const [told] = jsonLines<Told>(qipan(folder, ["ingest", path, "--accept", "event", "--json"]));
  assert.deepEqual(
    [told?.accepted?.merged.length, told?.accepted?.created.length, told?.accepted?.left.length],
    [50, 0, 0],
  );
  const rows = eventRows();
  assert.equal(rows.length, held);
  const cited = rows.flatMap(({ evidence }) => evidence.shown.filter(({ kind }) => kind === "sentence"));
  assert.equal(cited.length, 50);
});

test("every row opens its sentence", { skip }, () =>
  onLedger((ledger) =>
    ledger.as(localOperator, async (tx) => {
      for (const { id, evidence } of eventRows())
        for (const { kind, document: from, address, quote } of evidence.shown) {
          if (kind !== "sentence") continue;
          const used = await sentenceAt(tx, from as Parameters<typeof sentenceAt>[1], address); // ids come as text out of JSON
          assert.ok(used?.sentence.raw.includes(quote), quote);
          assert.ok(used?.entries.some((entry) => entry.id === id));
        }
    }),
  ),
);

test("the same file again: nothing new", { skip }, () => {
  const before = eventRows();
  const [told] = jsonLines<Told>(qipan(folder, ["ingest", path, "--accept", "event", "--json"]));
  assert.equal(told?.document, document);
  assert.match(told?.message ?? "", /^already held: \d+ sentences, 0 new readings; 0 merged .* 0 created/u);
  assert.deepEqual(eventRows(), before);
});

test("verify holds before and after a checkpoint, and after the document was purged", { skip }, () => {
  assert.equal(qipan(folder, ["verify"]).code, 0);
  assert.equal(qipan(folder, ["checkpoint"]).code, 0);
  assert.equal(qipan(folder, ["verify"]).code, 0);
  const purged = qipan(folder, ["purge", document, "--reason", "试验"]);
  assert.equal(purged.code, 0, purged.stderr);
  const verified = qipan(folder, ["verify"]);
  assert.equal(verified.code, 0, verified.stdout);
  assert.equal(eventRows().length, held, "what the pack says stands on without the document");
  assert.equal(jsonLines<Told>(qipan(folder, ["ingest", path, "--json"]))[0]?.state, "refused");
});
