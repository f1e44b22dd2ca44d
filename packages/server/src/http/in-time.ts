import { RequestRefused } from "./problem-response.ts";

/** 时限. The result of `work`, or a `timed-out` refusal when it takes longer than the limit. The work itself goes on. */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const detail = `No answer within ${limitMs / 1000} s; ask for less at a time`;
    timer = setTimeout(
      () => reject(new RequestRefused("timed-out", detail, { headers: { "retry-after": "5" } })),
      limitMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
