import { randomBytes } from "node:crypto";
import { type Id, id, type Instant } from "@qipan/policy/records/identity";

const counterEnd = 0x1000; // rand_a of RFC 9562, 5.7, holds twelve bits

let lastMilliseconds = 0;
let counter = 0;

/**
 * 编号. New UUID of version 7 (RFC 9562) for an instant. Inside one process every id is greater than the one before,
 * even when the clock stands still or goes back: the twelve bits after the time count, the rest is random.
 */
export function newId(now: Instant): Id {
  const milliseconds = Date.parse(now);
  if (milliseconds > lastMilliseconds) {
    lastMilliseconds = milliseconds;
    counter = 0;
  } else if (++counter === counterEnd) {
    lastMilliseconds += 1;
    counter = 0;
  }
  return id.parse(written(lastMilliseconds, counter, randomBytes(8)));
}

function written(milliseconds: number, count: number, random: Buffer): string {
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0); // variant 10
  const time = milliseconds.toString(16).padStart(12, "0");
  const rest = random.toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, "0")}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
