/**
 * 字符类别. What a UTF-16 code unit can be to a reader, as bits, in one table lookup: scanning by table is what keeps
 * reading linear and fast. Letters outside the basic plane are class 0.
 */
export const charClass = {
  digit: 1,
  hanDigit: 2,
  hanScale: 4,
  space: 8,
  terminal: 16,
  opener: 32,
  closer: 64,
  han: 128,
  latin: 256,
  pause: 512,
  /** 断行符. Ends a physical line. */
  lineBreak: 1024,
  /** 终意. Ends a thought: a stop, or a colon or semicolon, after which nothing continues the sentence. */
  thought: 2048,
  /** 可隐. A mark, sign or invisible character that repair may hide. */
  hideable: 4096,
  /** 全宽. Takes two half-width columns. */
  wide: 8192,
} as const;

const members: Readonly<Record<Exclude<keyof typeof charClass, "han" | "wide">, string>> = {
  digit: "0123456789",
  hanDigit: "〇零一二两三四五六七八九",
  hanScale: "十百千万亿",
  space: " \t\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff",
  terminal: "。!?！？",
  opener: "“‘「『（(《〈【〔[",
  closer: "”’」』）)》〉】〕]",
  latin: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
  pause: "，,、；;：:",
  lineBreak: "\n\r\f\v\u2028",
  thought: "。!?！？;；:：…",
  hideable: "*_<|□■◆◇※▲△★☆●○◎¤§¦~^`×#\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff\ufffc",
};

/** Ranges of hideable characters: C0 and C1 controls but TAB, marks of direction, invisible operators. */
const hideableRanges = [
  [0x00, 0x08],
  [0x0a, 0x1f],
  [0x7f, 0x9f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
] as const;

const table = buildTable();

/** 查类. Class bits of a code unit. */
export function classOf(code: number): number {
  return table[code] ?? 0;
}

/** 属类. Whether the character at `at` has one of the class bits; false beyond the text. */
export function isAt(text: string, at: number, bits: number): boolean {
  return at >= 0 && at < text.length && (classOf(text.charCodeAt(at)) & bits) !== 0;
}

/** 配对. Closing bracket or quotation mark of each opening one. */
export const closerOf: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(members.opener, (opener, index) => [opener, members.closer.charAt(index)]),
);

function buildTable(): Uint16Array {
  const classes = new Uint16Array(0x10000);
  classes.fill(charClass.wide, 0x2000);
  classes.fill(charClass.han | charClass.wide, 0x4e00, 0xa000);
  classes.fill(charClass.han | charClass.wide, 0x3400, 0x4dc0);
  for (const [from, until] of hideableRanges)
    for (let code: number = from; code <= until; code += 1) mark(classes, code, charClass.hideable);
  for (const [name, characters] of Object.entries(members)) {
    const bit = charClass[name as keyof typeof members]; // Object.entries widens the keys of `members` to string
    for (const character of characters) mark(classes, character.charCodeAt(0), bit);
  }
  return classes;
}

function mark(classes: Uint16Array, code: number, bit: number): void {
  classes[code] = (classes[code] ?? 0) | bit;
}
