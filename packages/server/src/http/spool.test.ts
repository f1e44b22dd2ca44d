import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, test } from "node:test";
import { dispositionOf } from "./file-response.ts";
import { RequestRefused } from "./problem-response.ts";
import { openSpool } from "./spool.ts";

const folder = await mkdtemp(join(tmpdir(), "qipan-spool-"));
after(() => rm(folder, { recursive: true }));
const spool = openSpool(folder);

/** A request whose body comes in these pieces, with no length said before. */
function request(pieces: AsyncIterable<Uint8Array> | readonly Uint8Array[]): Request {
  const body = Readable.toWeb(Readable.from(pieces));
  return { headers: new Headers(), body } as unknown as Request; // all that is looked at
}
const piece = (length: number): Uint8Array => new Uint8Array(length).fill(7);
const refusedAs = (code: string) => (fault: unknown) => fault instanceof RequestRefused && fault.code === code;

test("a body lands in a file with its length and hash", async () => {
  const file = await spool.receive(request([piece(10), piece(5)]), 15);
  const bytes = await readFile(file.path);
  assert.deepEqual([file.byteLength, bytes.length], [15, 15]);
  assert.equal(file.sha256, createHash("sha256").update(bytes).digest("hex"));
  await rm(file.path);
});

for (const [rule, pieces, code] of [
  ["a body that grows beyond the limit", [piece(10), piece(6)], "too-large"],
  ["an empty body", [], "invalid"],
] as const)
  test(`${rule} is refused and nothing of it stays`, async () => {
    await assert.rejects(spool.receive(request(pieces), 15), refusedAs(code));
    assert.deepEqual(await readdir(folder), []);
  });

test("a body that breaks off leaves nothing", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield piece(3);
    throw new Error("connection lost");
  }
  await assert.rejects(spool.receive(request(broken()), 15), /connection lost/u);
  assert.deepEqual(await readdir(folder), []);
});

test("only a few bodies are received at once", async () => {
  const gate = Promise.withResolvers<void>();
  async function* waiting(): AsyncGenerator<Uint8Array> {
    yield piece(1);
    await gate.promise;
  }
  const under = Array.from({ length: 8 }, () => spool.receive(request(waiting()), 15));
  await assert.rejects(spool.receive(request([piece(1)]), 15), refusedAs("too-many"));
  gate.resolve();
  for (const { path } of await Promise.all(under)) await rm(path);
  await rm((await spool.receive(request([piece(1)]), 15)).path);
});

for (const [rule, name, expected] of [
  ["letters of ASCII stay", "a-1.txt", `attachment; filename="a-1.txt"; filename*=UTF-8''a-1.txt`],
  ["others are written twice", "报.txt", `attachment; filename="_.txt"; filename*=UTF-8''%E6%8A%A5.txt`],
  ["no quote ends the name", 'a"b\r\n.txt', `attachment; filename="a_b__.txt"; filename*=UTF-8''a%22b%0D%0A.txt`],
  [
    "marks of the form itself are coded",
    "a'(b)*.txt",
    `attachment; filename="a'(b)*.txt"; filename*=UTF-8''a%27%28b%29%2A.txt`,
  ],
  ["half a character does no harm", "\ud800.txt", `attachment; filename="_.txt"; filename*=UTF-8''%EF%BF%BD.txt`],
] as const)
  test(`name of an attachment: ${rule}`, () => assert.equal(dispositionOf(name), expected));
