import type { IntakeState } from "../jobs/ingest-queue.ts";

/** 进度所计. Files and sentences that have ended so far, and since when. */
export interface IngestCount {
  readonly files: number;
  readonly sentences: number;
  readonly ms: number;
}

/**
 * 进度句. How far taking in is: files done of those found, sentences, files a second, time that is left by that rate. `+` says
 * that more are still being found.
 * @example ingestProgress({ files: 120, sentences: 4800, ms: 60_000 }, { found: 360, open: 240, all: true })
 * // "120 of 360 files, 4,800 sentences, 2.0 files/s, about 2 min left"
 */
export function ingestProgress({ files, sentences, ms }: IngestCount, { found, all }: IntakeState): string {
  const rate = ms > 0 ? files / (ms / 1000) : 0;
  const left = rate > 0 && all ? `, ${leftWords((found - files) / rate)}` : "";
  const counted = `${files} of ${found}${all ? "" : "+"} files, ${sentences.toLocaleString("en")} sentences`;
  return `${counted}, ${rate.toFixed(1)} files/s${left}`;
}

function leftWords(seconds: number): string {
  if (seconds < 1) return "nearly done";
  if (seconds < 90) return `about ${Math.ceil(seconds)} s left`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min left`;
  return `about ${(seconds / 3600).toFixed(1)} h left`;
}
