const classes = new Uint8Array(65_536);
for (const digit of "0123456789〇一二三四五六七八九十百千万亿") classes[digit.charCodeAt(0)] = 1;

/**
 * 白扫. The plainest thing that one can do with a text: classify each character by a table and make one object a run of
 * digits. Gives the number of runs.
 */
export function tableScan(text: string): number {
  const runs: { start: number; end: number }[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const marked = at < text.length && classes[text.charCodeAt(at)] === 1;
    if (marked && start < 0) start = at;
    if (marked || start < 0) continue;
    runs.push({ start, end: at });
    start = -1;
  }
  return runs.length;
}
