import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPack } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { PackManifest } from "./manifest.ts";
import type { TableRows } from "./table.ts";
import { twinTowns } from "./twin-towns.ts";

type Pack = ReturnType<typeof twinTowns>;

/** A cell to overwrite: file, line, column, new text. */
type Edit = readonly [file: string, line: number, column: string, written: string];

function edited(pack: Pack, [file, line, column, written]: Edit): Pack {
  const tables = pack.tables.map((table) => {
    if (table.file !== `${file}.csv`) return table;
    const rows = table.rows.map((row) =>
      row.line === line ? { ...row, cells: { ...row.cells, [column]: written } } : row,
    );
    return { ...table, rows };
  });
  return { ...pack, tables };
}

function findingsOf({ tables, manifest }: Pack): readonly string[] {
  return checkPack(tables, manifest).map(short);
}

function short({ file, line, column, code }: Finding): string {
  return `${file}:${line} ${column ?? "-"} ${code}`;
}

test("a pack without faults has no findings", () => {
  assert.deepEqual(findingsOf(twinTowns()), []);
});

const FAULTY_CELLS: readonly (readonly [sentence: string, edit: Edit, expected: string])[] = [
  ["a date exists in the calendar", ["events", 2, "date_start", "2014-02-30"], "events.csv:2 date_start bad-cell"],
  ["a month has two digits", ["agreements", 2, "signed", "2014-7-31"], "agreements.csv:2 signed bad-cell"],
  ["an event ends after it starts", ["events", 3, "date_end", "2014-02"], "events.csv:3 date_end dates-reversed"],
  ["a date is as precise as stated", ["events", 4, "precision", "day"], "events.csv:4 date_start precision"],
  ["a period has a known form", ["observations", 11, "period", "2019H3"], "observations.csv:11 period bad-cell"],
  ["a number has no separators", ["observations", 11, "value", "1,050"], "observations.csv:11 value bad-cell"],
  [
    "a qualifier is of the list",
    ["observations", 11, "qualifier", "roughly"],
    "observations.csv:11 qualifier bad-cell",
  ],
  ["a region exists", ["observations", 8, "region", "990199"], "observations.csv:8 region unknown-reference"],
  [
    "an indicator exists",
    ["observations", 12, "indicator", "pupils"],
    "observations.csv:12 indicator unknown-reference",
  ],
  ["a vintage is explained", ["observations", 8, "vintage", "draft"], "observations.csv:8 vintage unknown-vintage"],
  [
    "one value for each key",
    ["observations", 7, "region", "990101"],
    "observations.csv:7 indicator+region+period+series+vintage duplicate-key",
  ],
  ["a year has so many days", ["observations", 8, "value", "400"], "observations.csv:8 value implausible-value"],
  ["an exact count is whole", ["observations", 9, "value", "12.5"], "observations.csv:9 value implausible-value"],
  [
    "a percentage is looked at twice",
    ["observations", 10, "value", "150"],
    "observations.csv:10 value implausible-value",
  ],
  [
    "memory verifies nothing",
    ["observations", 12, "confidence", "verified"],
    "observations.csv:12 confidence verified-unseen",
  ],
  ["parts add up to the whole", ["observations", 2, "value", "105"], "identities.csv:2 left broken-identity"],
  ["an identity can be read", ["identities", 3, "right", "1.1 +"], "identities.csv:3 right bad-identity"],
  ["a tolerance is a number", ["identities", 4, "tolerance", "little"], "identities.csv:4 tolerance bad-cell"],
  ["a source exists", ["organisations", 3, "source_id", "nowhere"], "organisations.csv:3 source_id unknown-reference"],
  ["a source is named", ["organisations", 4, "source", ""], "organisations.csv:4 source bad-cell"],
  ["a name is given once", ["organisations", 4, "name_zh", "甲省政府"], "organisations.csv:4 name_zh duplicate-key"],
  ["confidence is stated", ["plans", 3, "confidence", "sure"], "plans.csv:3 confidence bad-cell"],
  [
    "a mirror's address is not kept",
    ["sources", 4, "url", "https://example.org/copy"],
    "sources.csv:4 url mirror-address",
  ],
  ["a press source has an address", ["sources", 5, "url", ""], "sources.csv:5 url no-address"],
  ["an address is one", ["sources", 2, "url", "example.org"], "sources.csv:2 url bad-address"],
  ["a point lies in the region", ["projects", 2, "lon", "16.2"], "projects.csv:2 lon+lat out-of-bounds"],
  ["a point has two coordinates", ["projects", 3, "lon", "116"], "projects.csv:3 lon+lat half-point"],
  ["a county has a division code", ["places", 9, "level", "county"], "places.csv:9 code code-level"],
  ["a division has a parent", ["places", 6, "parent", ""], "places.csv:6 parent wrong-parent"],
  ["a county is not under a county", ["places", 8, "parent", "990101"], "places.csv:8 parent wrong-parent"],
  ["an alias means one place", ["places", 5, "aliases_zh", "丙;甲"], "places.csv:5 aliases_zh shared-alias"],
  ["plans do not serve themselves", ["plans", 2, "parent_id", "year"], "plans.csv:2 parent_id parent-loop"],
  ["every plan of a loop is named", ["plans", 2, "parent_id", "year"], "plans.csv:4 parent_id parent-loop"],
  ["an annual plan is for a year", ["plans", 4, "period_end", "2019"], "plans.csv:4 period_end plan-span"],
  ["a plan ends after it starts", ["plans", 3, "period_start", "2021"], "plans.csv:3 period_end dates-reversed"],
  ["an issuer's id exists", ["plans", 5, "issuer", "org-none"], "plans.csv:5 issuer unknown-reference"],
  ["an open target says why", ["targets", 3, "note", ""], "targets.csv:3 due open-target"],
  ["a target's plan exists", ["targets", 2, "plan", "six"], "targets.csv:2 plan unknown-reference"],
  ["a lead exists", ["projects", 2, "lead", "org-none"], "projects.csv:2 lead unknown-reference"],
  ["a domain is of the list", ["projects", 3, "domain", "space"], "projects.csv:3 domain bad-cell"],
  ["a party signs once", ["agreements", 3, "parties", "org-gov;org-gov"], "agreements.csv:3 parties bad-cell"],
  [
    "a participant exists",
    ["events", 4, "participants", "org-gov;org-x"],
    "events.csv:4 participants unknown-reference",
  ],
  ["cells have no outer spaces", ["events", 2, "title_zh", " 座谈会"], "events.csv:2 title_zh untidy-cell"],
  ["an indicator has a unit", ["indicators", 2, "unit", ""], "indicators.csv:2 unit bad-cell"],
];

for (const [sentence, edit, expected] of FAULTY_CELLS) {
  test(`${sentence}: ${edit.join(" ")}`, () => {
    const findings = findingsOf(edited(twinTowns(), edit));
    assert.ok(findings.includes(expected), `expected ${expected} among\n${findings.join("\n")}`);
  });
}

test("all faults are found in one run, none hides another", () => {
  const findings = findingsOf(FAULTY_CELLS.map(([, edit]) => edit).reduce(edited, twinTowns()));
  const missed = FAULTY_CELLS.map(([, , expected]) => expected).filter((expected) => !findings.includes(expected));
  assert.deepEqual(missed, []);
});

const HARMLESS: readonly (readonly [sentence: string, edit: Edit])[] = [
  ["a year is a date", ["projects", 3, "start", "2019"]],
  ["an unknown investment is empty", ["projects", 2, "investment", ""]],
  ["a percentage may fall", ["observations", 10, "value", "-12.5"]],
  ["a rounded count need not be whole", ["observations", 12, "value", "5.5"]],
  ["an event may last from month to month", ["events", 3, "date_end", "2014-05"]],
  ["two unequal places may share a full name", ["places", 8, "name_en", "Bing"]],
  ["a printed issuer need not be a body", ["plans", 5, "issuer", "国家发展改革委、甲省"]],
  ["half a unit of rounding is tolerated", ["observations", 2, "value", "100.5"]],
];

for (const [sentence, edit] of HARMLESS) {
  test(`no finding: ${sentence}`, () => assert.deepEqual(findingsOf(edited(twinTowns(), edit)), []));
}

const replaceTable = (pack: Pack, file: string, change: (table: TableRows) => TableRows): Pack => ({
  ...pack,
  tables: pack.tables.map((table) => (table.file === file ? change(table) : table)),
});
const withManifest = (pack: Pack, change: Partial<PackManifest>): Pack => ({
  ...pack,
  manifest: { ...pack.manifest, ...change },
});

const STRUCTURE: readonly (readonly [sentence: string, change: (pack: Pack) => Pack, expected: string])[] = [
  [
    "a table of the manifest is there",
    (pack) => ({ ...pack, tables: pack.tables.filter(({ file }) => file !== "events.csv") }),
    "events.csv:0 - missing-table",
  ],
  [
    "a table stands in the manifest",
    (pack) => ({ ...pack, tables: [...pack.tables, { file: "extra.csv", header: ["id"], rows: [] }] }),
    "extra.csv:0 - stray-table",
  ],
  [
    "a column is one of the schema",
    (pack) => replaceTable(pack, "plans.csv", (table) => ({ ...table, header: [...table.header, "colour"] })),
    "plans.csv:1 colour unknown-column",
  ],
  [
    "a column of the schema is there",
    (pack) => replaceTable(pack, "plans.csv", (table) => ({ ...table, header: table.header.slice(0, -1) })),
    "plans.csv:1 note missing-column",
  ],
  [
    "a cut file is noticed",
    (pack) => replaceTable(pack, "events.csv", (table) => ({ ...table, rows: table.rows.slice(0, 2) })),
    "events.csv:0 - row-count",
  ],
  [
    "counties are counted",
    (pack) =>
      replaceTable(pack, "places.csv", (table) => ({ ...table, rows: table.rows.filter(({ line }) => line !== 8) })),
    "places.csv:0 - census",
  ],
  ["a source is cited", (pack) => edited(pack, ["places", 9, "source_id", "bulletin"]), "sources.csv:5 id idle-source"],
  [
    "an indicator is used",
    (pack) => edited(pack, ["observations", 10, "indicator", "schools"]),
    "indicators.csv:5 id idle-indicator",
  ],
  [
    "an identity has data",
    (pack) => edited(pack, ["identities", 2, "years", "1999..2000"]),
    "identities.csv:2 id idle-identity",
  ],
  [
    "a licence is explained",
    (pack) => withManifest(pack, { tables: pack.manifest.tables.map((entry) => ({ ...entry, licences: ["secret"] })) }),
    "pack.json:0 tables.licences unknown-licence",
  ],
  [
    "a row stands under a licence of its table",
    (pack) =>
      replaceTable(pack, "plans.csv", (table) => ({
        ...table,
        header: [...table.header, "licence"],
        rows: table.rows.map((row) => ({ ...row, cells: { ...row.cells, licence: "ODbL-1.0" } })),
      })),
    "plans.csv:2 licence foreign-licence",
  ],
  [
    "OpenStreetMap rows are attributed",
    (pack) =>
      withManifest(pack, { tables: pack.manifest.tables.map((entry) => ({ ...entry, licences: ["ODbL-1.0"] })) }),
    "pack.json:0 attribution no-attribution",
  ],
  [
    "a switch takes something out",
    (pack) => {
      const reason = { zh: "无", en: "none" };
      const removable = [{ id: "x", file: "plans.csv", column: "kind", value: "secret", reason }];
      return withManifest(pack, { removable });
    },
    "pack.json:0 removable idle-switch",
  ],
];

for (const [sentence, change, expected] of STRUCTURE) {
  test(sentence, () => {
    const findings = findingsOf(change(twinTowns()));
    assert.ok(findings.includes(expected), `expected ${expected} among\n${findings.join("\n")}`);
  });
}

test("a finding says what was found, what was expected and what to do", () => {
  const pack = edited(twinTowns(), ["observations", 2, "value", "105"]);
  const [finding] = checkPack(pack.tables, pack.manifest);
  assert.deepEqual(finding, {
    severity: "error",
    file: "identities.csv",
    line: 2,
    column: "left",
    code: "broken-identity",
    found: "gdp-sum (2019): 105 against 100",
    expected: "gdp[990000 2019 initial] = gdp[990101+990102 2019 initial], tolerance 0.5",
    advice: "One of the observations is wrong or of another vintage: compare them with their sources.",
  });
});
