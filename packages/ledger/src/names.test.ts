import assert from "node:assert/strict";
import { test } from "node:test";
import { publicReader } from "@qipan/policy/records/principal";
import { createEntries } from "./entries.ts";
import { aDocument, editorOf, owned } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { knownNames, namesEdition } from "./known-names.ts";
import { otherNames } from "./names.ts";
import { receiveDocument } from "./receive-document.ts";
import { search } from "./search.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const evidence = [
  { kind: "attestation", officer: "clerk", statement: "As the register of names says.", attachment: null },
] as const;
const open = { ownership: owned("110000", "public"), origin: "hand", confidence: "verified", evidence } as const;
const nobody = { place: null, organisation: null, project: null, plan: null };

await ledger.as(beijing, (tx) =>
  createEntries(tx, [
    {
      ...open,
      kind: "organisation",
      key: "org-river",
      fields: {
        title: "河流管理总局",
        titleEn: null,
        organisationKind: null,
        region: null,
        parent: null,
        aliases: ["河管局", "管理总局"],
      },
    },
    {
      ...open,
      kind: "alias",
      key: "alias-river",
      fields: {
        ...nobody,
        title: "水道整治公署",
        aliasSort: "predecessor",
        organisation: "org-river",
        validFrom: null,
        validTo: "2018-03",
        note: null,
      },
    },
    {
      ...open,
      ownership: owned("110000"),
      kind: "alias",
      key: "alias-inside",
      fields: {
        ...nobody,
        title: "大河专班",
        aliasSort: "short",
        organisation: "org-river",
        validFrom: null,
        validTo: null,
        note: null,
      },
    },
  ]),
);
await ledger.as(beijing, (tx) =>
  receiveDocument(
    tx,
    aDocument("names.txt", ["水道整治公署完成测量。", "河流管理总局发布通报。", "大河专班开会。"], {
      ownership: owned("110000", "public"),
    }),
  ),
);

// word, names that are searched with it
const rows: readonly (readonly [string, readonly string[]])[] = [
  ["水道整治公署", ["河管局", "管理总局"]], // the full name is found by its short form
  ["河流管理总局", ["河管局", "管理总局", "水道整治公署"]],
  ["河管局", ["管理总局", "水道整治公署"]],
  ["河流", []], // part of a name names nothing
  ["局", []],
];
for (const [word, expected] of rows)
  test(`${word} is searched with ${expected.join("、") || "nothing else"}`, async () => {
    const others = await ledger.as(publicReader, (tx) => otherNames(tx, [word]));
    assert.deepEqual(others.get(word) ?? [], expected);
  });

test("a name that only its unit sees widens no other search", async () => {
  const own = await ledger.as(beijing, (tx) => otherNames(tx, ["河管局"]));
  assert.ok(own.get("河管局")?.includes("大河专班"));
});

test("[1.7] a search for a predecessor finds its successor, marks it and says so", async () => {
  const found = await ledger.as(publicReader, (tx) => search(tx, { q: "水道整治公署", scope: "sentences", limit: 10 }));
  assert.equal(found.total, 2);
  assert.deepEqual(found.alsoSearched, ["河管局", "管理总局"]);
  assert.ok(found.items.every(({ marks }) => marks.length > 0));
});

test("a literal search finds the words as given", async () => {
  const found = await ledger.as(publicReader, (tx) =>
    search(tx, { q: "水道整治公署", scope: "sentences", literal: true, limit: 10 }),
  );
  assert.equal(found.total, 1);
  assert.deepEqual(found.alsoSearched, []);
});

test("reading knows public names of bodies and what their other names mean, and an edition that moves with them", async () => {
  const names = await ledger.as(publicReader, knownNames);
  assert.deepEqual(
    names.map(({ written }) => written),
    ["水道整治公署", "河流管理总局", "河管局", "管理总局"].toSorted(),
  );
  assert.ok(names.every((name) => name.means === "organisation" && name.id === "org-river"));
  const before = await ledger.as(publicReader, namesEdition);
  await ledger.as(beijing, (tx) =>
    createEntries(tx, [
      {
        ...open,
        kind: "alias",
        key: "alias-two",
        fields: {
          ...nobody,
          title: "河管局",
          aliasSort: "short",
          place: "110000",
          validFrom: null,
          validTo: null,
          note: null,
        },
      },
    ]),
  );
  assert.notEqual(await ledger.as(publicReader, namesEdition), before);
  const after = await ledger.as(publicReader, knownNames);
  assert.ok(!after.some(({ written }) => written === "河管局")); // it means two things now
});
