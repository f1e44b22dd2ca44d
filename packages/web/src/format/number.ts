/** 计数. A whole number with a comma at every thousand; the same in both languages. */
export function count(n: number): string {
  return numeral(Math.round(n), 0);
}

/**
 * 数字. A number with commas from 1,000, a true minus and at most `digits` decimals; trailing zeros are dropped, so that
 * what is printed is what was recorded. Eight decimals by default: enough for every figure of the pack.
 * @example numeral(-2183.25) // "−2,183.25"
 */
export function numeral(n: number, digits = 8): string {
  const text = Math.abs(n).toFixed(digits);
  const [whole = "0", decimals = ""] = text.split(".");
  const kept = decimals.replace(/0+$/u, "");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ",");
  const zero = Number(text) === 0;
  return `${n < 0 && !zero ? "−" : ""}${grouped}${kept ? `.${kept}` : ""}`;
}

/** 变化. A difference with its sign always written: `+12.1`, `−65`, `0`. */
export function signed(n: number, digits = 4): string {
  const text = numeral(n, digits);
  return n > 0 && text !== "0" ? `+${text}` : text;
}
