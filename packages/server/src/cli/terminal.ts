/** 输出. Writes lines to standard output and waits when the reader is slower than we are. */
export async function printLines(lines: Iterable<string>): Promise<void> {
  for (const line of lines)
    if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}

/** One line for people on standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** 进度. Shows how far long work has come, in one line that is overwritten; silent where nobody watches. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  /** Takes the line away, so that what follows starts clean. */
  readonly clear: () => void;
}

/** Progress on standard error; draws only on a terminal. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (text) => void stream.write(`\r\u001b[2K${text.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`),
    clear: () => void stream.write("\r\u001b[2K"),
  };
}
