import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { api } from "../contract/api.ts";
import type { Operation } from "../contract/operation.ts";
import { root, testServer } from "../http/harness/test-server.ts";
import { openLog } from "../log.ts";
import { localOperator } from "../http/session.ts";
import { ingestDocument } from "../ingest/ingest-document.ts";
import { openReader } from "../ingest/reader.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { loadPackFolder } from "../packs/load-pack.ts";
import { readPackFolder } from "../packs/pack-folder.ts";

const server = await testServer(process.env["QIPAN_DEBUG"] ? { log: openLog("error") } : {});
await loadPackFolder(server.ledger, await readPackFolder(join(root, "data/jingjinji")), { actor: "test" });
const reader = await openReader(ownFolders(root));
const text = "大事记\n\n2014年2月26日，三地在北京召开座谈会。\n\n2020年5月6日，某研究院在天津揭牌，总投资3亿元。\n";
const ownership = {
  jurisdiction: localOperator.writes[0] ?? assert.fail(),
  visibility: "public" as const,
  sharedWith: [],
};
const { document } = await ingestDocument(
  { ledger: server.ledger, principal: localOperator, reader },
  { name: "大事记.txt", bytes: new TextEncoder().encode(text), ownership },
);
await reader.close();

/** One thing of each kind that paths ask for, taken from the server itself. */
async function firstId(path: string): Promise<string> {
  const answer = await server.get(path, server.operator);
  assert.equal(answer.status, 200, await answer.clone().text());
  const page = (await answer.json()) as { items: { id: string }[] };
  return page.items[0]?.id ?? assert.fail(`${path} gave no rows`);
}

const paths: Record<string, string> = {
  "/api/documents/{id}": `/api/documents/${document.id}`,
  "/api/documents/{id}/file": `/api/documents/${document.id}/file`,
  "/api/batches/{id}": `/api/batches/${((await (await server.post("/api/batches", { name: "一批" })).json()) as { id: string }).id}`,
  "/api/documents/{id}/sentences": `/api/documents/${document.id}/sentences`,
  "/api/documents/{id}/sentences/{address}": `/api/documents/${document.id}/sentences/p2.s1`,
  "/api/documents/{id}/repair": `/api/documents/${document.id}/repair`,
  "/api/documents/{id}/card": `/api/documents/${document.id}/card`,
  "/api/documents/{id}/card/history": `/api/documents/${document.id}/card/history`,
  "/api/documents/{id}/errata": `/api/documents/${document.id}/errata`,
  "/api/documents/{id}/lineage": `/api/documents/${document.id}/lineage`,
  "/api/lineage": "/api/lineage?root=outline-2015",
  "/api/clause-links": `/api/clause-links?lower=${document.id}&upper=${document.id}`,
  "/api/clause-links/matrix": `/api/clause-links/matrix?upper=${document.id}`,
  "/api/readings/{id}": `/api/readings/${await firstId("/api/readings")}`,
  "/api/readings/{id}/decisions": `/api/readings/${await firstId("/api/readings")}/decisions`,
  "/api/documents/{id}/versions": `/api/documents/${document.id}/versions`,
  "/api/documents/{id}/diff": `/api/documents/${document.id}/diff?against=${document.id}`,
  "/api/documents/{id}/affected": `/api/documents/${document.id}/affected`,
  "/api/entries": "/api/entries?kind=project",
  "/api/entries/facets": "/api/entries/facets?kind=project&field=domain",
  "/api/entries/{id}": `/api/entries/${await firstId("/api/entries?kind=target")}`,
  "/api/entries/{id}/history": `/api/entries/${await firstId("/api/entries?kind=target")}/history`,
  "/api/monitoring/{key}": "/api/monitoring/population",
  "/api/places/{code}": "/api/places/120119",
  "/api/search": `/api/search?q=${encodeURIComponent("座谈会")}`,
  "/api/jobs/{id}": `/api/jobs/${document.id}`,
};

const reading = (Object.entries(api) as [string, Operation][]).filter(([, { method }]) => method === "GET");

for (const [name, operation] of reading)
  test(`${name} answers as its contract says`, async () => {
    const answer = await server.get(paths[operation.path] ?? operation.path, server.operator);
    assert.equal(answer.status, name === "getJob" ? 404 : 200, await answer.clone().text());
  });

for (const [name, operation] of reading)
  for (const format of operation.formats ?? [])
    test(`${name} as ${format}`, async () => {
      const [path = "", query = ""] = (paths[operation.path] ?? operation.path).split("?");
      const answer = await server.get(`${path}.${format}?${query}`, server.operator);
      assert.equal(answer.status, 200);
      assert.ok((await answer.arrayBuffer()).byteLength > 20);
    });

test("a province takes in the zones and sites that lie in it, the joint space everything", async () => {
  const totals = await Promise.all(
    ["zone-xiongan", "130000", "JJJ", "999999"].map(async (region) => {
      const page = (await (await server.get(`/api/entries?kind=project&region=${region}`)).json()) as {
        total: number;
        items: { id: string }[];
      };
      return page.total;
    }),
  );
  const [zone = 0, province = 0, joint = 0, nowhere] = totals;
  assert.ok(0 < zone && zone < province && province < joint, String(totals));
  assert.equal(nowhere, 0);
});

test("the contract is all that is tested here", async () => {
  assert.ok(reading.length > 15);
  assert.ok((await readFile(join(root, "data/jingjinji/pack.json"))).length > 0);
});
