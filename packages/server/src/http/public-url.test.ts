import assert from "node:assert/strict";
import { type IncomingMessage, request } from "node:http";
import { test } from "node:test";
import { testServer } from "./harness/test-server.ts";

const { url, get, operator } = await testServer({}, { QIPAN_PUBLIC_URL: "https://qipan.example.org" });

/** Asks as a proxy does that passes the host name on. */
function getAs(host: string, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url + path, { headers: { host } }, (answer) => resolve(answer.resume()))
      .on("error", reject)
      .end();
  });
}

test("the public name is answered, another is not", async () => {
  assert.equal((await getAs("qipan.example.org", "/api/status")).statusCode, 200);
  assert.equal((await getAs("other.example.org", "/api/status")).statusCode, 421);
});

test("no page carries the operator's session once there is a public address", async () => {
  assert.equal(operator.cookie, "");
  assert.deepEqual((await get("/")).headers.getSetCookie(), []);
  assert.equal((await getAs("qipan.example.org", "/")).headers["set-cookie"], undefined);
});
