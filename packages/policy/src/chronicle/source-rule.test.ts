import assert from "node:assert/strict";
import { test } from "node:test";
import { findSource, hasDataAuthority, type ListedSource, refusedEntry, type SourceFinding } from "./source-rule.ts";

const paper: ListedSource = {
  key: "src-paper",
  title: "青山日报",
  names: ["青山日报", "青山报"],
  rank: 2,
  dataAuthority: false,
};
const bureau: ListedSource = {
  key: "src-bureau",
  title: "青山市统计局",
  names: ["青山市统计局"],
  rank: 1,
  dataAuthority: true,
};
const list = [paper, bureau];

for (const [rule, named, expected] of [
  ["by name", { source: "青山日报", issuers: [] }, "src-paper"],
  ["by another name, marks left out", { source: "《青山 报》", issuers: [] }, "src-paper"],
  ["by key", { source: "src-bureau", issuers: [] }, "src-bureau"],
  ["a name that is not listed", { source: "某网", issuers: ["青山市统计局"] }, "unlisted 某网"],
  ["by issuer, the highest first", { source: null, issuers: ["青山日报", "青山市统计局"] }, "src-bureau"],
  ["an issuer that is not listed", { source: null, issuers: ["某厂"] }, "unknown"],
  ["nobody named", { source: null, issuers: [] }, "unknown"],
] as const)
  test(`source: ${rule}`, () => assert.equal(shown(findSource(named, list)), expected));

function shown(finding: SourceFinding): string {
  if (finding.state === "listed") return finding.source.key;
  return finding.state === "unlisted" ? `unlisted ${finding.named}` : "unknown";
}

const listed: SourceFinding = { state: "listed", source: paper };
const unlisted: SourceFinding = { state: "unlisted", named: "某网" };
const unknown: SourceFinding = { state: "unknown" };

for (const [rule, findings, isPublic, expected] of [
  ["a listed source may be public", [listed], true, null],
  ["an unlisted source is refused in public", [unlisted], true, /某网.*source list.*Add it/u],
  ["and as a draft", [unlisted], false, /某网.*source list/u],
  ["an unknown source may be a draft", [unknown], false, null],
  ["and not public", [unknown], true, /No source is known/u],
  ["one listed document is enough", [unlisted, listed], true, null],
  ["what stands on no document is not judged", [], true, null],
] as const)
  test(`chronicle: ${rule}`, () => {
    const refused = refusedEntry(
      findings.map((finding) => ({ document: "甲.txt", finding })),
      { isPublic },
    );
    if (expected === null) assert.equal(refused, null);
    else assert.match(refused ?? "", expected);
  });

test("figures are released only by a source with authority for them", () => {
  assert.deepEqual([listed, { state: "listed", source: bureau } as const, unlisted, unknown].map(hasDataAuthority), [
    false,
    true,
    false,
    false,
  ]);
});
