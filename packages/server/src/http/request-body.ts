import { RequestRefused } from "./problem-response.ts";

/** 读正文. The bytes of a body; throws `RequestRefused` as soon as there are more than `limitBytes`. */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > limitBytes) throw tooLarge(`${declared} bytes`, limitBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limitBytes) throw tooLarge("more", limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(found: string, limitBytes: number): RequestRefused {
  return new RequestRefused(
    "too-large",
    `Found ${found}, expected at most ${limitBytes} bytes; send the file in parts`,
  );
}
