/** How a list counts (ECMA-376, 17.18.59 ST_NumberFormat); a format that is not known here counts in figures. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: (value) => String(value).replaceAll(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  decimalEnclosedCircle: (value) => enclosed(value, circled),
  decimalEnclosedCircleChinese: (value) => enclosed(value, circled),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value).toLowerCase(),
  chineseCounting: (value) => han(value, plain),
  chineseCountingThousand: (value) => han(value, plain),
  taiwaneseCounting: (value) => han(value, plain),
  taiwaneseCountingThousand: (value) => han(value, plain),
  japaneseCounting: (value) => han(value, plain),
  chineseLegalSimplified: (value) => han(value, legal),
  ideographLegalTraditional: (value) => han(value, legalTraditional),
  ideographDigital: (value) => digitByDigit(value),
  japaneseDigitalTenThousand: (value) => digitByDigit(value),
  taiwaneseDigital: (value) => digitByDigit(value),
  ideographTraditional: (value) => cycle(value, "甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: (value) => cycle(value, "子丑寅卯辰巳午未申酉戌亥"),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10),
  none: () => "",
  bullet: () => "",
};

/** 编号. A counter as a list writes it: 3 is 三 in `chineseCounting`, iii in `lowerRoman`. */
export function numberText(value: number, format: string): string {
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return (write ?? String)(value);
}

const circled = 0x2460;

const enclosed = (value: number, first: number, last = 20): string =>
  value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : String(value);

const cycle = (value: number, signs: string): string => signs.charAt((value - 1) % signs.length) || String(value);

/** 1 is A, 26 Z, 27 AA, 28 BB: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(20, Math.ceil(value / 26)));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [amount, sign] of romans)
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  return text;
}

interface Signs {
  readonly digits: string;
  readonly units: readonly string[];
}

const plain: Signs = { digits: "零一二三四五六七八九", units: ["", "十", "百", "千"] };
const legal: Signs = { digits: "零壹贰叁肆伍陆柒捌玖", units: ["", "拾", "佰", "仟"] };
const legalTraditional: Signs = { digits: "零壹貳參肆伍陸柒捌玖", units: ["", "拾", "佰", "仟"] };

/** 十二, 二十, 一百零三; beyond 9999 in figures. */
function han(value: number, { digits, units }: Signs): string {
  if (value < 1 || value > 9999) return String(value);
  const figures = Array.from(String(value), Number);
  let text = "";
  let gap = false;
  for (const [index, figure] of figures.entries()) {
    if (figure === 0) gap = text !== "";
    else {
      text += (gap ? digits.charAt(0) : "") + digits.charAt(figure) + (units[figures.length - 1 - index] ?? "");
      gap = false;
    }
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

const digitByDigit = (value: number): string =>
  String(value).replaceAll(/\d/gu, (digit) => "〇一二三四五六七八九".charAt(Number(digit)));
