import { z } from "zod";
import { optionalText, text } from "./cell.ts";

/** 路网来源. What a source key of the network stands for; `sourceLicence` are the terms of the work, not of our row. */
export const networkSourceRow = z.object({
  id: text,
  title: text,
  publisher: optionalText,
  date: optionalText,
  sourceLicence: text,
  note: optionalText,
});
export type NetworkSourceRow = z.output<typeof networkSourceRow>;
