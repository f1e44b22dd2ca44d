/** 造复合文档. Bytes of an OLE file with streams of these names, 4096 bytes each, in as few sectors as that takes. */
export function oleFile(streams: readonly string[]): Uint8Array {
  const perStream = 8;
  const directorySectors = Math.ceil((streams.length + 1) / 4);
  const table = [
    0xfffffffd,
    ...chain(1, directorySectors),
    ...streams.flatMap((_, index) => chain(1 + directorySectors + index * perStream, perStream)),
  ];
  const file = Buffer.alloc(512 * (1 + table.length));
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    file.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, 0xfffffffe],
    [68, 0xfffffffe],
  ] as const)
    file.writeUInt32LE(value, at);
  for (let index = 0; index < 109; index += 1) file.writeUInt32LE(index === 0 ? 0 : 0xffffffff, 76 + index * 4);
  for (let index = 0; index < 128; index += 1) file.writeUInt32LE(table[index] ?? 0xffffffff, 512 + index * 4);
  entry(file, 0, { name: "Root Entry", type: 5, sector: 0xfffffffe, size: 0 });
  for (const [index, name] of streams.entries())
    entry(file, index + 1, { name, type: 2, sector: 1 + directorySectors + index * perStream, size: 4096 });
  return new Uint8Array(file);
}

const chain = (first: number, length: number): readonly number[] =>
  Array.from({ length }, (_, index) => (index + 1 < length ? first + index + 1 : 0xfffffffe));

function entry(
  file: Buffer,
  index: number,
  { name, type, sector, size }: { name: string; type: number; sector: number; size: number },
): void {
  const at = 1024 + index * 128;
  file.write(name, at, "utf16le");
  file.writeUInt16LE(name.length * 2 + 2, at + 64);
  file.writeUInt8(type, at + 66);
  file.writeUInt32LE(sector, at + 116);
  file.writeUInt32LE(size, at + 120);
}
