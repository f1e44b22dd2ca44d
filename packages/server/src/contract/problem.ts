import { z } from "zod";

/**
 * 问题. An error as RFC 9457 `application/problem+json`: what was found, where, what was expected, what to do. `issues` name
 * the parts of a request that are wrong, `steps` how far Qipan has come in getting ready.
 */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  instance: z.string().optional(),
  steps: z
    .array(
      z.object({
        name: z.string(),
        state: z.string(),
        done: z.number(),
        total: z.number(),
        message: z.string().nullable(),
      }),
    )
    .optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
